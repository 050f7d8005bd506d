#pragma once
// A ledger of forecasts: JSON, one entry a line. Each entry holds the hash of the line before it
// and its own, so that none can be changed, left out or put in later without all after it showing
// it. Where the ledger is published (or only its last hash), it cannot be written anew either.
#include "sim/json_writer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tumen {

struct LedgerEntry {
  int line = 0;
  JsonObject content;               ///< as written, `previous` and `sha256` included
  std::vector<std::string> faults;  ///< what is wrong with the line as it stands; none if nothing
};

/// The entries of a ledger; none if there is no file. Throws InputError for a line that is no JSON
/// object.
[[nodiscard]] std::vector<LedgerEntry> read_ledger(const std::filesystem::path& file);

/// The line that puts `content` behind `entries`: with `previous` and `sha256`, which is that of
/// the line without it.
[[nodiscard]] std::string ledger_line(JsonObject content, const std::vector<LedgerEntry>& entries);

/// Appends a line, written through to the disk. Throws InputError if another process writes, or if
/// the ledger has faults.
void append_to_ledger(const std::filesystem::path& file, JsonObject content);

}  // namespace tumen
