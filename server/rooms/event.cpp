// Events as lines of a log; how they are read is in event_read.cpp.
#include "server/rooms/event.hpp"

namespace tumen::server::rooms {
namespace {

JsonArray texts_json(const std::vector<std::string>& texts) {
  JsonArray out;
  for (const std::string& text : texts) {
    out.emplace_back(text);
  }
  return out;
}

Json settings_json(const Settings& s) {
  return JsonObject{{"code", s.code},       {"scenario", s.scenario}, {"rounds", s.rounds},
                    {"minutes", s.minutes}, {"quarters", s.quarters}, {"seed", s.seed}};
}

Json news_json(const News& n) {
  return JsonObject{{"kind", news_kind_names[index_of(n.kind)]},
                    {"country", n.country},
                    {"doctrine", n.doctrine},
                    {"factor", n.factor},
                    {"text", n.text},
                    {"tick", n.tick}};
}

Json fans_json(const Check& check) {
  JsonObject fans;
  for (const auto& [country, fan] : check.fans) {
    fans[country] = fan_json(fan);
  }
  return fans;
}

/// The parts that only some events have.
void add_parts(JsonObject& o, const Event& e) {
  switch (e.kind) {
    case EventType::opened:
      o["settings"] = settings_json(e.settings);
      break;
    case EventType::offered:
      o["draft"] = draft_json(e.draft);
      o["check"] = check_json(e.check);
      o["check"].get_object()["fans"] = fans_json(e.check);
      break;
    case EventType::planned:
    case EventType::dropped:
      o["verb"] = verb_names[index_of(e.move.verb)];
      o["target"] = e.move.target;
      break;
    case EventType::told:
      o["news"] = news_json(e.news);
      break;
    default:
      break;
  }
}

}  // namespace

Json fan_json(const Fan& fan) {
  JsonArray quantiles;
  for (const int quantile : fan.quantiles) {
    quantiles.emplace_back(quantile);
  }
  return JsonObject{{"quantiles", std::move(quantiles)}, {"agree", fan.agree}};
}

Json check_json(const Check& c) {
  JsonObject leanings;
  for (const auto& [country, lean] : c.leanings) {
    leanings[country] =
        JsonObject{{"leaning", leaning_names[index_of(lean.leaning)]}, {"reason", lean.reason}};
  }
  return JsonObject{
      {"signers", texts_json(c.signers)},     {"parliaments", texts_json(c.parliaments)},
      {"can_veto", texts_json(c.can_veto)},   {"can_press", texts_json(c.can_press)},
      {"ruled_out", texts_json(c.ruled_out)}, {"missing", texts_json(c.missing)},
      {"leanings", std::move(leanings)}};
}

std::string event_line(const Event& e) {
  JsonObject o{{"kind", event_type_names[index_of(e.kind)]}, {"at", e.at}};
  const auto add_text = [&o](const char* key, const std::string& text) {
    if (!text.empty()) {
      o[key] = text;
    }
  };
  const auto add_place = [&o](const char* key, int place) {
    if (place >= 0) {
      o[key] = place;
    }
  };
  add_text("speaker", e.speaker);
  if (e.command > 0) {
    o["command"] = e.command;
  }
  add_place("seat", e.seat);
  add_place("other", e.other);
  add_place("offer", e.offer);
  if (e.flag) {
    o["flag"] = true;
  }
  add_text("text", e.text);
  add_text("hash", e.hash);
  add_text("config", e.config);
  add_parts(o, e);
  return json_line(o);
}

}  // namespace tumen::server::rooms
