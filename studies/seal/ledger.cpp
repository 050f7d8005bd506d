#include "studies/seal/ledger.hpp"

#include "sim/batch/durable_file.hpp"
#include "sim/document/load.hpp"
#include "sim/document/refuse.hpp"
#include "sim/json_reader.hpp"
#include "studies/seal/sha256.hpp"

#include <sstream>

#include <fmt/format.h>

namespace tumen {
namespace fs = std::filesystem;
namespace {

constexpr const char* own_hash = "sha256";
constexpr const char* last_hash = "previous";
constexpr std::string_view before_hash = ",\"sha256\":\"";

/// The hash of a line's text without its own hash, which stands last.
std::string hash_of(std::string_view line) {
  return sha256(std::string(line.substr(0, line.rfind(before_hash))) + "}");
}

[[noreturn]] void refuse(const fs::path& file, int line, std::string found, std::string allowed) {
  refuse_problem({{file.generic_string(), line, 1}, "", std::move(found), std::move(allowed), ""});
}

LedgerEntry read_entry(const fs::path& file, int line, const std::string& text,
                       const std::string& before) {
  LedgerEntry entry;
  entry.line = line;
  try {
    entry.content = parse_json_object(text);
  } catch (const JsonError& error) {
    refuse(file, line, error.what(), "an entry as tumen seal has written it");
  }
  if (text_at(entry.content, own_hash) != hash_of(text)) {
    entry.faults.emplace_back("the entry was changed after it was written");
  }
  if (text_at(entry.content, last_hash) != before) {
    entry.faults.emplace_back("it does not follow the entry before it");
  }
  return entry;
}

}  // namespace

std::vector<LedgerEntry> read_ledger(const fs::path& file) {
  if (!fs::exists(file)) {
    return {};
  }
  Problems problems;
  std::istringstream text(read_text_file(file, problems, {}));
  problems.throw_if_any();
  std::vector<LedgerEntry> entries;
  std::string before;
  int number = 0;
  for (std::string line; std::getline(text, line);) {
    entries.push_back(read_entry(file, ++number, line, before));
    before = text_at(entries.back().content, own_hash);
  }
  return entries;
}

std::string ledger_line(JsonObject content, const std::vector<LedgerEntry>& entries) {
  content[last_hash] = entries.empty() ? "" : text_at(entries.back().content, own_hash);
  std::string line = json_line(content);
  const std::string hash = sha256(line);
  line.pop_back();
  return line.append(before_hash) + hash + "\"}\n";
}

void append_to_ledger(const fs::path& file, JsonObject content) {
  std::error_code none;
  const std::uintmax_t size = fs::file_size(file, none);
  AppendFile ledger(file, none ? 0 : size);
  const std::vector<LedgerEntry> entries = read_ledger(file);
  for (const LedgerEntry& entry : entries) {
    if (!entry.faults.empty()) {
      refuse(file, entry.line, entry.faults.front(), "a ledger without faults");
    }
  }
  ledger.append(ledger_line(std::move(content), entries));
}

}  // namespace tumen
