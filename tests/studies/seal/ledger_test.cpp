#include "studies/seal/ledger.hpp"

#include "sim/document/problem.hpp"
#include "studies/seal/sha256.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

#include <catch2/catch.hpp>

using namespace tumen;
using tumen::test::read_bytes;
using tumen::test::TemporaryFolder;

TEST_CASE("hashes are those of the standard's examples", "[studies][seal]") {
  // FIPS 180-4, examples of NIST: "" and "abc".
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a change anywhere in a ledger shows", "[studies][seal]") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "ledger.jsonl";
  for (const char* name : {"one", "two", "three"}) {
    append_to_ledger(file, {{"study", name}, {"mean", 7}});
  }
  const std::string text = read_bytes(file);
  const auto faults = [&](const std::string& changed) {
    std::ofstream(file, std::ios::binary) << changed;
    std::size_t count = 0;
    for (const LedgerEntry& entry : read_ledger(file)) {
      count += entry.faults.size();
    }
    return count;
  };
  CHECK(faults(text) == 0);
  REQUIRE(read_ledger(file).size() == 3);
  const auto replaced = [&](const char* what, const char* with) {
    std::string changed = text;
    return changed.replace(changed.find(what), std::string_view(what).size(), with);
  };
  CHECK(faults(replaced("\"mean\":7", "\"mean\":8")) > 0);
  CHECK(faults(replaced("two", "too")) > 0);
  const std::size_t first_end = text.find('\n') + 1;
  const std::size_t second_end = text.find('\n', first_end) + 1;
  CHECK(faults(text.substr(first_end)) > 0);
  CHECK(faults(text.substr(0, first_end) + text.substr(second_end)) > 0);
  CHECK(faults(text.substr(first_end, second_end - first_end) + text.substr(0, first_end) +
               text.substr(second_end)) > 0);
  // Nothing is put behind what is not as it was written.
  CHECK_THROWS_AS(append_to_ledger(file, {{"study", "four"}}), InputError);
}
