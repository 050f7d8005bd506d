#include "server/message.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/problem.hpp"
#include "sim/json_reader.hpp"

#include <array>

#include <fmt/format.h>

namespace tumen::server {
namespace {

constexpr std::uint64_t most_exact = std::uint64_t{1} << 53U;  // whole numbers that JSON keeps
constexpr std::array<std::string_view, 3> question_names = {"what_if", "story", "why"};
constexpr std::array<std::string_view, 10> known_keys = {
    "type", "id", "slot", "scenario", "set", "seed", "runs", "run", "package", "tick"};

/// Reads the members of one message and notes what is wrong with them.
class Reader {
 public:
  explicit Reader(const JsonObject& object) : object_(object) {}

  void check_keys() {
    const std::vector<std::string> known(known_keys.begin(), known_keys.end());
    for (const auto& member : object_) {
      const std::string key(member.key());
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        const std::string near = nearest_name(key, known);
        fail(fmt::format("unknown key {}{}", in_quotes(key),
                         near.empty() ? "" : "; did you mean " + in_quotes(near) + "?"));
      }
    }
  }

  template <class Whole>
  void whole(std::string_view key, Whole& value, std::uint64_t least, std::uint64_t most) {
    const Json* found = object_.if_contains(key);
    if (found == nullptr) {
      return;
    }
    const bool is_whole = found->is_uint64() || (found->is_int64() && found->get_int64() >= 0);
    const std::uint64_t number = is_whole ? found->to_number<std::uint64_t>() : 0;
    if (!is_whole || number < least || number > most) {
      fail(fmt::format("{}: {}; allowed: whole numbers from {} to {}", key,
                       in_quotes(json_line(*found)), least, most));
      return;
    }
    value = static_cast<Whole>(number);
  }

  void text(std::string_view key, std::string& value) {
    const Json* found = object_.if_contains(key);
    if (found != nullptr && !found->is_string()) {
      fail(fmt::format("{}: {}; allowed: a text", key, in_quotes(json_line(*found))));
    } else if (found != nullptr) {
      value = found->get_string().c_str();
    }
  }

  void settings(std::vector<std::string>& value) {
    const Json* found = object_.if_contains("set");
    if (found == nullptr) {
      return;
    }
    if (!found->is_array() || found->get_array().size() > most_settings) {
      fail(fmt::format("set: allowed is a list of at most {} texts PATH=VALUE", most_settings));
      return;
    }
    for (const Json& item : found->get_array()) {
      if (!item.is_string() || item.get_string().find('=') == boost::json::string::npos) {
        fail(fmt::format("set: {}; allowed: PATH=VALUE", in_quotes(json_line(item))));
      } else {
        value.emplace_back(item.get_string().c_str());
      }
    }
  }

  void fail(std::string text) { errors_.push_back(std::move(text)); }
  [[nodiscard]] std::vector<std::string> errors() && { return std::move(errors_); }

 private:
  const JsonObject& object_;
  std::vector<std::string> errors_;
};

void read_question(Reader& reader, Question& question) {
  std::string name;
  reader.text("type", name);
  for (std::size_t k = 0; k < question_names.size(); ++k) {
    if (name == question_names[k]) {
      question = static_cast<Question>(k);
      return;
    }
  }
  reader.fail(fmt::format("type: {}; allowed: what_if, story, why", in_quotes(name)));
}

}  // namespace

std::string WhatIfRequest::queue_slot() const {
  return fmt::format("{}.{}", question_names[static_cast<std::size_t>(question)], slot);
}

ParsedRequest parse_request(std::string_view text) {
  ParsedRequest parsed;
  WhatIfRequest& r = parsed.request;
  try {
    const JsonObject object = parse_json_object(text);
    Reader reader(object);
    reader.check_keys();
    read_question(reader, r.question);
    reader.whole("id", r.id, 0, most_exact);
    reader.text("slot", r.slot);
    if (r.slot != "a" && r.slot != "b") {
      reader.fail(fmt::format("slot: {}; allowed: a, b", in_quotes(r.slot)));
    }
    reader.text("scenario", r.scenario);
    if (r.scenario.empty()) {
      reader.fail("scenario: missing; allowed: a name of /api/scenarios");
    }
    reader.settings(r.set);
    reader.whole("seed", r.seed, 0, most_exact);
    reader.whole("runs", r.runs, 1, most_futures);
    reader.whole("run", r.run, 0, most_futures - 1);
    reader.text("package", r.package);
    reader.whole("tick", r.tick, 0, 100'000);
    parsed.errors = std::move(reader).errors();
  } catch (const JsonError& error) {
    parsed.errors.emplace_back(error.what());
  }
  return parsed;
}

std::vector<std::string> messages_of(const InputError& error) {
  std::vector<std::string> messages;
  for (const Problem& problem : error.problems().sorted()) {
    messages.push_back(problem.message());
  }
  return messages;
}

std::string error_message(std::uint64_t id, const std::vector<std::string>& errors) {
  JsonArray texts;
  for (const std::string& error : errors) {
    texts.emplace_back(error);
  }
  return json_line(JsonObject{{"type", "error"}, {"id", id}, {"errors", std::move(texts)}});
}

}  // namespace tumen::server
