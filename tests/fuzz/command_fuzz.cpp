// What a person sends to a room may be anything: it is read, or refused with words.
#include "server/rooms/command.hpp"
#include "sim/json_reader.hpp"
#include "sim/json_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace tumen::server::rooms;

void require(bool is_true) {
  if (!is_true) {
    std::abort();
  }
}

/// A draft that was taken is written to the log, and read back the same.
void check_draft_text(const Draft& draft) {
  std::vector<std::string> errors;
  const std::string text = tumen::json_line(draft_json(draft));
  const Draft again = draft_from(tumen::parse_json_object(text), "draft", errors);
  require(errors.empty() && tumen::json_line(draft_json(again)) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ParsedCommand parsed = parse_command(text);
  const Command& command = parsed.command;
  for (const std::string& error : parsed.errors) {
    require(!error.empty() && error.size() < 2'000);
  }
  if (!parsed.errors.empty()) {
    return 0;
  }
  // What is taken has a number of its own, and its texts are as long as they may be.
  require(command.id > 0 && command.text.size() <= 4 * most_text);
  require(command.offer <= 100'000 && command.round <= 64);
  if (command.kind == CommandKind::offer || command.kind == CommandKind::counter) {
    check_draft_text(command.draft);
  }
  if (command.kind == CommandKind::quiz) {
    for (const int answer : command.answers) {
      require(answer >= 0 && answer < quiz_options);
    }
  }
  return 0;
}
