#include "sim/document/parse.hpp"

#include "sim/document/text_check.hpp"
#include "sim/document/tree_builder.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <sstream>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace tumen {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Thrown through the parser to end the reading once a limit is passed; caught in this file.
struct EndOfReading {};

// Turns the parser's marks (line and byte, from 0) into places (line and character, from 1).
class Places {
 public:
  Places(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') {
        line_starts_.push_back(i + 1);
      }
    }
  }

  [[nodiscard]] Place at(const YAML::Mark& mark) const {
    if (mark.line < 0) {
      return {file_, 0, 0};
    }
    return {file_, mark.line + 1, column(mark) + 1};
  }

  [[nodiscard]] bool is_behind_text(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    return line >= line_starts_.size() ||
           line_starts_[line] + static_cast<std::size_t>(mark.column) >= text_.size();
  }

  [[nodiscard]] Place whole_file() const { return {file_, 0, 0}; }

 private:
  // Lines beyond this length keep their byte columns: counting is linear in the length.
  static constexpr int longest_line = 4096;

  [[nodiscard]] int column(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(mark.line);
    if (line >= line_starts_.size() || mark.column > longest_line) {
      return mark.column;
    }
    const std::string_view before =
        text_.substr(line_starts_[line], static_cast<std::size_t>(mark.column));
    return static_cast<int>(count_characters(before));
  }

  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> line_starts_;
};

class Events final : public YAML::EventHandler {
 public:
  Events(const Places& places, Problems& problems, const Limits& limits)
      : places_(places), problems_(problems), builder_(problems, limits) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) {
      return;
    }
    refuse(mark, "text after the end of the document", "one document a file");
    throw EndOfReading();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    go_on(builder_.add_null(note(mark)));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "an alias (*name)", "the value itself, or include: [FILE, ...] at the top");
    go_on(builder_.add_null(note(mark)));
  }
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    refuse(mark, "the anchor " + in_quotes("&" + name),
           "the value without it: anchors and aliases are not read");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    check_tag(mark, tag);
    go_on(builder_.add_scalar(value, tag == "!", note(mark)));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    go_on(builder_.begin(Node::Kind::list, note(mark)));
  }
  void OnSequenceEnd() override { builder_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    go_on(builder_.begin(Node::Kind::map, note(mark)));
  }
  void OnMapEnd() override { builder_.end(); }

  [[nodiscard]] Node take_root() { return builder_.take_root(); }
  /// Of the last value that arrived; an empty place before the first.
  [[nodiscard]] const Place& last_place() const { return last_place_; }

 private:
  void refuse(const YAML::Mark& mark, std::string found, std::string allowed) {
    problems_.add({places_.at(mark), "", std::move(found), std::move(allowed), ""});
  }

  // "?" is the parser's tag of a plain value, "!" of a quoted or block text.
  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") {
      return;
    }
    refuse(mark, "the tag " + in_quotes(tag), "the value without it: tags are not read");
  }

  const Place& note(const YAML::Mark& mark) {
    last_place_ = places_.at(mark);
    return last_place_;
  }

  static void go_on(bool is_within_limits) {
    if (!is_within_limits) {
      throw EndOfReading();
    }
  }

  const Places& places_;
  Problems& problems_;
  TreeBuilder builder_;
  Place last_place_;
  int documents_ = 0;
};

struct Wording {
  std::string_view parser;
  std::string_view ours;
};

// The parser's commonest messages in words that name the remedy.
constexpr std::array wordings = {
    Wording{"illegal document indicator in scalar", "a quoted text that is not closed"},
    Wording{"illegal EOF in scalar", "a quoted text that is not closed"},
    Wording{"end of sequence flow not found", "a list [ that is not closed"},
    Wording{"end of map flow not found", "a map { that is not closed"},
    Wording{"illegal map value", "a colon that follows no key, or a line indented too far"},
    Wording{"end of map not found", "a line that is no `key: value`, or is indented otherwise"},
    Wording{"end of sequence not found", "a line that is no `- item`, or is indented otherwise"},
    Wording{"unknown token", "a character that no value starts with; put the text in quotes"},
};

std::string in_our_words(const std::string& message) {
  for (const Wording& wording : wordings) {
    if (wording.parser == message) {
      return std::string(wording.ours);
    }
  }
  return printable(message);
}

// The parser takes a quoted text that is not closed for a whole one if the file ends in a newline.
// A mark for the end of the document makes it notice.
std::string with_end_mark(std::string_view text) {
  std::string out(text);
  out += text.ends_with('\n') ? "...\n" : "\n...\n";
  return out;
}

// An error that the parser finds only at the end of the text has begun after the last value.
Problem syntax_problem(const Places& places, const YAML::Exception& error, const Place& last) {
  const std::string found = "not readable as YAML: " + in_our_words(error.msg);
  if (last.line == 0) {
    return {places.at(error.mark), "", found, "", ""};
  }
  if (places.is_behind_text(error.mark)) {
    return {last, "", found + ", after this place", "", ""};
  }
  return {places.at(error.mark), "", found + " (read as far as " + to_string(last) + ")", "", ""};
}

void read_events(std::string_view text, Events& events, const Places& places, Problems& problems) {
  try {
    std::istringstream stream(with_end_mark(text));
    YAML::Parser parser(stream);
    // Twice and not in a loop: the second call finds text after the document's end, if there is
    // any, and behind stray brackets the parser would find documents forever.
    static_cast<void>(parser.HandleNextDocument(events));
    static_cast<void>(parser.HandleNextDocument(events));
  } catch (const EndOfReading&) {
    return;  // its problem has been added where it was thrown
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const YAML::Exception& error) {
    problems.add(syntax_problem(places, error, events.last_place()));
  } catch (const std::exception& error) {
    problems.add(
        {places.whole_file(), "", std::string("not readable as YAML: ") + error.what(), "", ""});
  }
}

}  // namespace

Node parse_document(std::string_view text, std::string file, Problems& problems,
                    const Limits& limits) {
  if (text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
  }
  if (!check_text(text, file, problems, limits)) {
    return {};
  }
  const std::size_t before = problems.size();
  const Places places(text, std::move(file));
  Events events(places, problems, limits);
  read_events(text, events, places, problems);
  Node root = events.take_root();
  if (root.is_null() && problems.size() == before) {
    problems.add({places.whole_file(), "", "an empty document", "YAML text", ""});
  }
  return root;
}

}  // namespace tumen
