#include "server/rooms/download.hpp"

#include "sim/csv.hpp"

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

/// Text that no spreadsheet takes for a formula.
std::string plain(const Json& value) {
  std::string text = value.is_string() ? std::string(value.get_string()) : json_line(value);
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) {
    text.insert(text.begin(), '\'');
  }
  return text;
}

std::string joined(const Json& list) {
  std::string out;
  for (const Json& item : list.as_array()) {
    out += (out.empty() ? "" : " ") + plain(item);
  }
  return out;
}

void add_line(CsvTable& table, const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) {
    table.add(cell);
  }
}

std::string events_csv(const JsonObject& seen) {
  CsvTable table({"what", "date", "round", "from", "text"});
  for (const Json& happening : seen.at("happenings").as_array()) {
    const JsonObject& told = happening.as_object();
    add_line(table,
             {plain(told.at("kind")), plain(told.at("date")), "", "", plain(told.at("text"))});
  }
  for (const Json& news : seen.at("news").as_array()) {
    const JsonObject& told = news.as_object();
    add_line(table, {"news", plain(told.at("date")), "", "host", plain(told.at("text"))});
  }
  for (const Json& message : seen.at("messages").as_array()) {
    const JsonObject& told = message.as_object();
    add_line(table, {told.at("press").as_bool() ? "press" : "message", "", plain(told.at("round")),
                     plain(told.at("from")), plain(told.at("text"))});
  }
  return table.text();
}

std::string deals_csv(const JsonObject& seen) {
  CsvTable table({"name", "title", "stage", "by", "signers", "terms"});
  for (const Json& deal : seen.at("world").as_object().at("deals").as_array()) {
    const JsonObject& told = deal.as_object();
    std::string terms;
    for (const auto& term : told.at("terms").as_object()) {
      terms += fmt::format("{}{} {}", terms.empty() ? "" : "; ", std::string(term.key()),
                           plain(term.value()));
    }
    add_line(table, {plain(told.at("name")), plain(told.at("title")), plain(told.at("stage")),
                     plain(told.at("by")), joined(told.at("signers")), terms});
  }
  return table.text();
}

}  // namespace

std::optional<Download> download(const Room& room, std::string_view what) {
  const Json seen = view(room, {Viewer::Kind::download, nobody});
  const std::string stem = room.settings.code + "-";
  if (what == "room.json") {
    return Download{stem + "room.json", json_text(seen)};
  }
  if (what == "events.csv") {
    return Download{stem + "events.csv", events_csv(seen.as_object())};
  }
  if (what == "deals.csv") {
    return Download{stem + "deals.csv", deals_csv(seen.as_object())};
  }
  return std::nullopt;
}

}  // namespace tumen::server::rooms
