#include "server/rooms/view.hpp"

#include "server/rooms/parliament.hpp"
#include "sim/json_reader.hpp"
#include "sim/wording.hpp"

#include <algorithm>

namespace tumen::server::rooms {
namespace {

std::string_view standing_of(bool is_warned, bool is_away) {
  return is_away ? "away" : is_warned ? "silent" : "here";
}

Json parliament_of(const Seat& seat) {
  if (seat.parliament_hash.empty()) {
    return nullptr;
  }
  return JsonObject{{"name", seat.parliament_name},
                    {"standing", standing_of(seat.is_parliament_warned, seat.is_parliament_away)}};
}

/// The last line a seat gave to the press in this round.
Json press_of(const Room& room, int seat) {
  Json out = nullptr;
  for (const Message& message : room.messages) {
    if (message.is_press && message.from == seat && message.round == room.round) {
      out = message.text;
    }
  }
  return out;
}

JsonArray seats_json(const Room& room) {
  JsonArray out;
  for (const Seat& seat : room.seats) {
    const Id country = find_name(room.scenario->names.countries, seat.country);
    out.push_back(JsonObject{
        {"country", seat.country},
        {"title", at(room.scenario->names.country_titles, country)},
        {"name", seat.name},
        {"standing", seat.is_held() ? standing_of(seat.is_warned, seat.is_taken_over) : "free"},
        {"played_by", seat.is_played() ? "person" : "policies"},
        {"house", house_of(seat.country)},
        {"parliament", parliament_of(seat)},
        {"press", press_of(room, seat_of(room, seat.country))}});
  }
  return out;
}

JsonObject clock_json(const Room& room) {
  if (room.phase != Phase::round) {
    return {};
  }
  return room.is_paused ? JsonObject{{"paused", true}, {"left", room.left}}
                        : JsonObject{{"paused", false}, {"ends_at", room.ends_at}};
}

/// What all may read.
JsonObject common_json(const Room& room, std::size_t most_messages) {
  JsonArray happenings;
  for (const Happening& happening : room.happenings) {
    if (happening.seats.empty()) {
      happenings.push_back(viewing::happening_json(room, happening));
    }
  }
  JsonArray news;
  for (const News& told : room.news) {
    news.push_back(
        JsonObject{{"date", date_of_tick(room.scenario->model, told.tick)}, {"text", told.text}});
  }
  return JsonObject{
      {"type", "room"},
      {"code", room.settings.code},
      {"version", room.version},
      {"scenario", room.settings.scenario},
      {"title", room.scenario->title},
      {"phase", phase_names[index_of(room.phase)]},
      {"round", room.round},
      {"rounds", room.settings.rounds},
      {"minutes", room.settings.minutes},
      {"quarters", room.settings.quarters},
      {"branch", room.branch},
      {"clock", clock_json(room)},
      {"date", date_of_tick(room.scenario->model, room.world.tick)},
      {"start", room.scenario->model.start_year},
      {"seats", seats_json(room)},
      {"world", viewing::world_json(room)},
      {"happenings", std::move(happenings)},
      {"messages",
       viewing::messages_json(
           room, [](const Message& message) { return message.to == nobody; }, most_messages)},
      {"news", std::move(news)},
      {"chances", room.chances.empty() ? Json(nullptr) : Json(parse_json_object(room.chances))}};
}

}  // namespace

Viewer viewer_of(const Speaker& speaker) {
  switch (speaker.kind) {
    case Speaker::Kind::seat:
      return {Viewer::Kind::seat, speaker.seat};
    case Speaker::Kind::parliament:
      return {Viewer::Kind::parliament, speaker.seat};
    case Speaker::Kind::host:
      return {Viewer::Kind::host, nobody};
    default:
      return {Viewer::Kind::screen, nobody};
  }
}

Json view(const Room& room, const Viewer& viewer) {
  const bool is_file = viewer.kind == Viewer::Kind::download;
  JsonObject out = common_json(room, is_file ? room.messages.size() : shown_messages);
  switch (viewer.kind) {
    case Viewer::Kind::seat:
      out["me"] = viewing::own_json(room, viewer.seat);
      break;
    case Viewer::Kind::parliament:
      out["me"] = viewing::parliament_json(room, viewer.seat);
      break;
    case Viewer::Kind::host:
      out["desk"] = viewing::desk_json(room);
      break;
    case Viewer::Kind::screen:
    case Viewer::Kind::download:
      break;
  }
  if (room.phase == Phase::debrief) {
    out["debrief"] = viewing::debrief_json(room);
  }
  return out;
}

JsonArray viewing::texts_json(const std::vector<std::string>& texts) {
  JsonArray out;
  for (const std::string& text : texts) {
    out.emplace_back(text);
  }
  return out;
}

Json viewing::happening_json(const Room& room, const Happening& happening) {
  return JsonObject{{"date", date_of_tick(room.scenario->model, happening.tick)},
                    {"tick", happening.tick},
                    {"kind", happening.kind},
                    {"text", happening.text}};
}

JsonArray viewing::messages_json(const Room& room,
                                 const std::function<bool(const Message&)>& is_shown,
                                 std::size_t most) {
  JsonArray out;
  for (auto next = room.messages.rbegin(); next != room.messages.rend() && out.size() < most;
       ++next) {
    if (is_shown(*next)) {
      out.push_back(message_json(room, *next));
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
}

Json viewing::message_json(const Room& room, const Message& message) {
  const auto name = [&](int seat, const char* otherwise) {
    return seat == nobody ? std::string(otherwise)
                          : room.seats[static_cast<std::size_t>(seat)].country;
  };
  return JsonObject{{"from", name(message.from, "host")},
                    {"to", name(message.to, "")},
                    {"press", message.is_press},
                    {"text", message.text},
                    {"at", message.at},
                    {"round", message.round}};
}

}  // namespace tumen::server::rooms
