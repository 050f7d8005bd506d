#include "server/hall/words.hpp"

#include "server/hall/qr.hpp"
#include "server/rooms/view.hpp"

#include <algorithm>

namespace tumen::server::hall {

using namespace rooms;

namespace {

void add_place(JsonObject& out, const JoinPlace& place) {
  out["url"] = place.url;
  out["urls"] = viewing::texts_json(place.urls);
  out["qr"] = viewing::texts_json(qr_rows(place.url));
}

std::string country_of(const Room& room, const Speaker& speaker) {
  return speaker.seat == nobody ? ""
                                : room.seats.at(static_cast<std::size_t>(speaker.seat)).country;
}

}  // namespace

std::string error_text(std::string_view reason, const std::vector<std::string>& errors) {
  return json_line(
      JsonObject{{"type", "error"}, {"reason", reason}, {"errors", viewing::texts_json(errors)}});
}

std::string answer_text(std::uint64_t id, const Verdict& verdict) {
  return json_line(JsonObject{{"type", "answer"},
                              {"id", id},
                              {"taken", verdict.is_taken()},
                              {"repeat", verdict.is_repeat},
                              {"errors", viewing::texts_json(verdict.refusals)}});
}

std::string refusal_text(std::uint64_t id, const std::vector<std::string>& errors) {
  Verdict verdict;
  verdict.refusals = errors;
  return answer_text(id, verdict);
}

std::string role_name(const Speaker& speaker) {
  switch (speaker.kind) {
    case Speaker::Kind::host:
      return "host";
    case Speaker::Kind::screen:
      return "screen";
    case Speaker::Kind::seat:
      return "seat";
    case Speaker::Kind::parliament:
      return "parliament";
    default:
      return "stranger";
  }
}

std::string welcome_text(const Room& room, const Speaker& speaker, const JoinPlace& place) {
  JsonObject out{
      {"type", "welcome"}, {"role", role_name(speaker)}, {"country", country_of(room, speaker)}};
  if (speaker.kind == Speaker::Kind::host || speaker.kind == Speaker::Kind::screen) {
    add_place(out, place);
  }
  return json_line(out);
}

std::string opened_text(const std::string& code, const std::string& host, const std::string& screen,
                        const JoinPlace& place) {
  JsonObject out{{"type", "opened"}, {"code", code}, {"host", host}, {"screen", screen}};
  add_place(out, place);
  return json_line(out);
}

std::string seat_text(const Room& room, const Speaker& speaker, const std::string& token) {
  return json_line(JsonObject{{"type", "seat"},
                              {"country", country_of(room, speaker)},
                              {"role", role_name(speaker)},
                              {"token", token}});
}

std::string checked_text(std::uint64_t id, const std::vector<std::string>& errors) {
  return json_line(
      JsonObject{{"type", "checked"}, {"id", id}, {"errors", viewing::texts_json(errors)}});
}

std::string file_text(std::uint64_t id, const Download& file) {
  return json_line(
      JsonObject{{"type", "file"}, {"id", id}, {"name", file.name}, {"text", file.text}});
}

std::string checked_text(std::uint64_t id, const Check& check, const std::string& country) {
  const auto own = check.fans.find(country);
  return json_line(
      JsonObject{{"type", "checked"},
                 {"id", id},
                 {"errors", JsonArray()},
                 {"check", check_json(check)},
                 {"fan", own == check.fans.end() ? Json(nullptr) : fan_json(own->second)}});
}

std::uint64_t number_at(const JsonObject& message, std::string_view key) {
  const Json* const found = message.if_contains(key);
  if (found == nullptr || !(found->is_uint64() || found->is_int64())) {
    return 0;
  }
  return found->is_uint64()
             ? found->get_uint64()
             : static_cast<std::uint64_t>(std::max<std::int64_t>(0, found->get_int64()));
}

}  // namespace tumen::server::hall
