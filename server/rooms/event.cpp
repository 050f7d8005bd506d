#include "server/rooms/event.hpp"

#include "sim/json_reader.hpp"

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

JsonArray texts_json(const std::vector<std::string>& texts) {
  JsonArray out;
  for (const std::string& text : texts) {
    out.emplace_back(text);
  }
  return out;
}

int int_at(const JsonObject& object, std::string_view key, int otherwise) {
  const Json* const value = object.if_contains({key.data(), key.size()});
  if (value == nullptr) {
    return otherwise;
  }
  boost::json::error_code error;
  const int number = value->is_number() ? value->to_number<int>(error) : 0;
  if (!value->is_number() || error) {
    throw JsonError(fmt::format("no whole number at \"{}\"", key));
  }
  return number;
}

Moment moment_at(const JsonObject& object, std::string_view key) {
  return static_cast<Moment>(count_at(object, key));
}

const JsonObject& object_at(const JsonObject& object, std::string_view key) {
  const Json* const value = object.if_contains({key.data(), key.size()});
  if (value == nullptr || !value->is_object()) {
    throw JsonError(fmt::format("no object at \"{}\"", key));
  }
  return value->get_object();
}

/// The enumerator of a name. Throws JsonError.
template <class Enum, class List>
Enum named(const List& names, const std::string& name) {
  const int place = place_of(names, name);
  if (place < 0) {
    throw JsonError(fmt::format("unknown name \"{}\"", name));
  }
  return static_cast<Enum>(place);
}

Json settings_json(const Settings& s) {
  return JsonObject{{"code", s.code},       {"scenario", s.scenario}, {"rounds", s.rounds},
                    {"minutes", s.minutes}, {"quarters", s.quarters}, {"seed", s.seed}};
}

Settings settings_from(const JsonObject& o) {
  return {text_at(o, "code"),      text_at(o, "scenario"),   int_at(o, "rounds", 5),
          int_at(o, "minutes", 5), int_at(o, "quarters", 4), count_at(o, "seed")};
}

Fan fan_from(const Json& value) {
  Fan fan;
  const JsonObject* const o = value.if_object();
  const Json* const quantiles = o == nullptr ? nullptr : o->if_contains("quantiles");
  if (quantiles == nullptr || !quantiles->is_array() ||
      quantiles->get_array().size() != fan.quantiles.size()) {
    throw JsonError("no fan");
  }
  for (std::size_t k = 0; k < fan.quantiles.size(); ++k) {
    const Json& number = quantiles->get_array()[k];
    fan.quantiles[k] = number.is_int64() ? static_cast<int>(number.get_int64()) : 0;
  }
  fan.agree = int_at(*o, "agree", 0);
  return fan;
}

Check check_from(const JsonObject& o) {
  Check check{texts_at(o, "signers"),
              texts_at(o, "parliaments"),
              texts_at(o, "can_veto"),
              texts_at(o, "can_press"),
              texts_at(o, "ruled_out"),
              texts_at(o, "missing"),
              {},
              {}};
  for (const auto& member : object_at(o, "leanings")) {
    if (!member.value().is_object()) {
      throw JsonError("no object in \"leanings\"");
    }
    const JsonObject& lean = member.value().get_object();
    check.leanings[std::string(member.key())] = {
        named<Leaning>(leaning_names, text_at(lean, "leaning")), text_at(lean, "reason")};
  }
  for (const auto& member : object_at(o, "fans")) {
    check.fans[std::string(member.key())] = fan_from(member.value());
  }
  return check;
}

Json news_json(const News& n) {
  return JsonObject{{"kind", news_kind_names[index_of(n.kind)]},
                    {"country", n.country},
                    {"doctrine", n.doctrine},
                    {"factor", n.factor},
                    {"text", n.text},
                    {"tick", n.tick}};
}

News news_from(const JsonObject& o) {
  News n;
  n.kind = named<NewsKind>(news_kind_names, text_at(o, "kind"));
  n.country = text_at(o, "country");
  n.doctrine = text_at(o, "doctrine");
  const Json* const factor = o.if_contains("factor");
  n.factor = factor != nullptr && factor->is_number() ? tidy(factor->to_number<double>()) : 1;
  n.text = text_at(o, "text");
  n.tick = int_at(o, "tick", 0);
  return n;
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

void read_parts(const JsonObject& o, Event& e) {
  switch (e.kind) {
    case EventType::opened:
      e.settings = settings_from(object_at(o, "settings"));
      break;
    case EventType::offered: {
      std::vector<std::string> errors;
      e.draft = draft_from(object_at(o, "draft"), "draft", errors);
      if (!errors.empty()) {
        throw JsonError(errors.front());
      }
      e.check = check_from(object_at(o, "check"));
      break;
    }
    case EventType::planned:
    case EventType::dropped:
      e.move = {e.seat, named<Verb>(verb_names, text_at(o, "verb")), text_at(o, "target")};
      break;
    case EventType::told:
      e.news = news_from(object_at(o, "news"));
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

Event event_from(std::string_view line) {
  const JsonObject o = parse_json_object(line);
  Event e;
  e.kind = named<EventType>(event_type_names, text_at(o, "kind"));
  e.at = moment_at(o, "at");
  e.speaker = text_at(o, "speaker");
  e.command = o.contains("command") ? count_at(o, "command") : 0;
  e.seat = int_at(o, "seat", nobody);
  e.other = int_at(o, "other", nobody);
  e.offer = int_at(o, "offer", -1);
  e.flag = o.contains("flag");
  e.text = text_at(o, "text");
  e.hash = text_at(o, "hash");
  e.config = text_at(o, "config");
  read_parts(o, e);
  return e;
}

}  // namespace tumen::server::rooms
