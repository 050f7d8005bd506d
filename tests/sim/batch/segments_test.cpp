#include "sim/batch/segments.hpp"

#include "sim/document/problem.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using tumen::test::has;

namespace {

const JsonObject header = {{"seed", 7}};

struct Read {
  std::vector<std::string> contents;
  SegmentsFound found;
};

Read read(const std::filesystem::path& path) {
  Read all;
  all.found = read_segments(path, [&](const JsonObject&, std::string_view content) {
    all.contents.emplace_back(content);
  });
  return all;
}

}  // namespace

TEST_CASE("segments come back in order with their header", "[batch]") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "s";
  test::write_bytes(path, segments_bytes(header, "first") + segment_bytes("second"));
  const Read all = read(path);
  CHECK(all.contents == std::vector<std::string>{"first", "second"});
  CHECK(all.found.header == header);
  CHECK(all.found.cut_off == 0);
}

TEST_CASE("a file cut off anywhere keeps its whole segments", "[batch]") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "s";
  const std::string head = segments_bytes(header, "");
  const std::string first = head + segment_bytes("first");
  const std::string both = first + segment_bytes("second");
  for (std::size_t size = head.size(); size < both.size(); ++size) {
    test::write_bytes(path, both.substr(0, size));
    const Read all = read(path);
    CHECK(all.contents.size() == (size < first.size() ? 0 : 1));
    CHECK(all.found.good == (size < first.size() ? head.size() : first.size()));
    CHECK(all.found.good + all.found.cut_off == size);
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{5}, head.size() - 1}) {
    test::write_bytes(path, both.substr(0, size));
    CHECK_THROWS_AS(read(path), InputError);
  }
}

TEST_CASE("a changed byte anywhere is found and its place is told", "[batch]") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "s";
  const std::string bytes = segments_bytes(header, "first") + segment_bytes("second");
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    test::write_bytes(path, changed);
    CHECK_THROWS_WITH(read(path), Catch::Contains("byte "));
  }
}

TEST_CASE("a file of segments is written by one process at a time", "[batch]") {
  const test::TemporaryFolder folder;
  AppendFile first(folder.path() / "s", 0);
  first.append("abc");
  CHECK_THROWS_WITH(AppendFile(folder.path() / "s", 0), Catch::Contains("another process"));
  CHECK(test::read_bytes(folder.path() / "s") == "abc");
}
