#include "server/rooms/command.hpp"

#include "server/rooms/event.hpp"
#include "sim/document/nearest.hpp"
#include "sim/json_reader.hpp"
#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

constexpr std::uint64_t most_exact = std::uint64_t{1} << 53U;  // whole numbers that JSON keeps
constexpr std::array<std::string_view, 2> roles = {"seat", "parliament"};
constexpr std::array<std::string_view, 2> whens = {"before", "after"};
constexpr int most_unknown = 8;    // keys that are told one by one
constexpr double most_factor = 4;  // of an oil shock, and one over it

/// The members that a command has beside type, id and version.
std::vector<std::string> members_of(CommandKind kind) {
  switch (kind) {
    case CommandKind::join:
      return {"country", "name", "role"};
    case CommandKind::offer:
      return {"draft"};
    case CommandKind::counter:
      return {"offer", "draft"};
    case CommandKind::accept:
    case CommandKind::refuse:
    case CommandKind::withdraw:
      return {"offer"};
    case CommandKind::plan:
    case CommandKind::drop:
      return {"verb", "target"};
    case CommandKind::say:
      return {"to", "text"};
    case CommandKind::press:
      return {"text"};
    case CommandKind::quiz:
      return {"when", "answers"};
    case CommandKind::ratify:
    case CommandKind::reject:
      return {"deal"};
    case CommandKind::news:
      return {"kind", "country", "doctrine", "factor", "text"};
    case CommandKind::free:
      return {"country"};
    case CommandKind::rewind:
      return {"round"};
    default:
      return {};
  }
}

class Reader {
 public:
  Reader(const JsonObject& object, std::vector<std::string>& errors)
      : object_(object), errors_(errors) {}

  [[nodiscard]] const Json* find(const char* key) const { return object_.if_contains(key); }

  void check_members(const std::vector<std::string>& known) {
    for (const auto& member : object_) {
      const std::string key(member.key());
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        if (++unknown_ > most_unknown) {
          fail("and more that is unknown");
          return;
        }
        const std::string near = nearest_name(key, known);
        fail(fmt::format("unknown key {}{}", in_quotes(key),
                         near.empty() ? "" : "; did you mean " + in_quotes(near) + "?"));
      }
    }
  }

  /// A text of at most `most` characters without control characters; "" where it may be missing.
  std::string text(const char* key, std::size_t most, bool is_needed = true) {
    const Json* const found = find(key);
    if (found == nullptr && !is_needed) {
      return {};
    }
    const std::string value =
        found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
    const bool has_controls = std::any_of(value.begin(), value.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (found == nullptr || !found->is_string() || value.empty() || characters(value) > most ||
        has_controls) {
      fail(fmt::format("{}: allowed is a text of 1 to {} characters on one line", key, most));
      return {};
    }
    return value;
  }

  template <class Whole>
  Whole whole(const char* key, std::uint64_t least, std::uint64_t most) {
    const Json* const found = find(key);
    const bool is_whole =
        found != nullptr && (found->is_uint64() || (found->is_int64() && found->get_int64() >= 0));
    const std::uint64_t value = is_whole ? found->to_number<std::uint64_t>() : 0;
    if (!is_whole || value < least || value > most) {
      fail(fmt::format("{}: allowed are whole numbers from {} to {}", key, least, most));
      return static_cast<Whole>(least);
    }
    return static_cast<Whole>(value);
  }

  template <class List>
  int name(const char* key, const List& list) {
    const Json* const found = find(key);
    const std::string value =
        found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
    const int place = place_of(list, value);
    if (place < 0) {
      const std::vector<std::string> names(list.begin(), list.end());
      fail(fmt::format("{}: {}; allowed: {}", key, in_quotes(value), join_names(names)));
    }
    return place;
  }

  void answers(std::array<int, quiz_questions>& out) {
    const Json* const found = find("answers");
    bool is_right =
        found != nullptr && found->is_array() && found->get_array().size() == out.size();
    for (std::size_t k = 0; is_right && k < out.size(); ++k) {
      const Json& answer = found->get_array()[k];
      is_right = answer.is_int64() && answer.get_int64() >= 0 && answer.get_int64() < quiz_options;
      out[k] = is_right ? static_cast<int>(answer.get_int64()) : 0;
    }
    if (!is_right) {
      fail(fmt::format("answers: allowed are {} whole numbers from 0 to {}", out.size(),
                       quiz_options - 1));
    }
  }

  void fail(std::string text) { errors_.push_back(std::move(text)); }
  [[nodiscard]] std::vector<std::string>& errors() { return errors_; }

 private:
  const JsonObject& object_;
  std::vector<std::string>& errors_;
  int unknown_ = 0;
};

News read_news(Reader& r) {
  News news;
  const int kind = r.name("kind", news_kind_names);
  news.kind = kind < 0 ? NewsKind::text : static_cast<NewsKind>(kind);
  news.text = r.text("text", most_text);
  if (news.kind == NewsKind::test || news.kind == NewsKind::government) {
    news.country = r.text("country", 8);
  }
  if (news.kind == NewsKind::government) {
    news.doctrine = r.text("doctrine", 64);
  }
  if (news.kind == NewsKind::oil_price) {
    const Json* const factor = r.find("factor");
    news.factor = factor != nullptr && factor->is_number() ? tidy(factor->to_number<double>()) : 0;
    if (!(news.factor >= 1 / most_factor && news.factor <= most_factor)) {
      r.fail("factor: allowed are numbers from 0.25 to 4");
    }
  }
  return news;
}

void read_members(Reader& r, Command& c) {
  constexpr std::uint64_t most_offers = 100'000;
  const auto has = [names = members_of(c.kind)](const char* key) {
    return std::find(names.begin(), names.end(), key) != names.end();
  };
  if (c.kind == CommandKind::news) {
    c.news = read_news(r);
    return;
  }
  if (has("country")) {
    c.country = r.text("country", 8);
  }
  if (has("to")) {
    c.country = r.text("to", 8, false);
  }
  if (has("name")) {
    c.text = r.text("name", most_name);
  }
  if (has("text")) {
    c.text = r.text("text", most_text);
  }
  if (has("offer")) {
    c.offer = r.whole<int>("offer", 0, most_offers);
  }
  if (has("round")) {
    c.round = r.whole<int>("round", 1, 64);
  }
  if (has("verb")) {
    const int verb = r.name("verb", verb_names);
    c.verb = verb < 0 ? Verb::act : static_cast<Verb>(verb);
    c.target = r.text("target", 64);
  }
  if (has("role")) {
    c.target = r.find("role") == nullptr || r.name("role", roles) < 1 ? "" : "parliament";
  }
  if (has("deal")) {
    c.target = r.text("deal", 64);
  }
  if (has("answers")) {
    c.is_after = r.name("when", whens) == 1;
    r.answers(c.answers);
  }
  if (has("draft")) {
    const Json* const draft = r.find("draft");
    c.draft = draft_from(draft == nullptr ? Json() : *draft, "draft", r.errors());
  }
}

}  // namespace

ParsedCommand parse_command(std::string_view text) {
  ParsedCommand parsed;
  Command& c = parsed.command;
  try {
    const JsonObject object = parse_json_object(text);
    Reader reader(object, parsed.errors);
    const int kind = reader.name("type", command_names);
    if (kind < 0) {
      return parsed;
    }
    c.kind = static_cast<CommandKind>(kind);
    std::vector<std::string> known = members_of(c.kind);
    known.insert(known.begin(), {"type", "id", "version"});
    reader.check_members(known);
    c.id = reader.whole<std::uint64_t>("id", 1, most_exact);
    c.version = reader.whole<std::uint64_t>("version", 0, most_exact);
    read_members(reader, c);
  } catch (const JsonError& error) {
    parsed.errors.emplace_back(error.what());
  }
  return parsed;
}

}  // namespace tumen::server::rooms
