// Events read from the lines of a log.
#include "server/rooms/event.hpp"
#include "sim/json_reader.hpp"

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

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
