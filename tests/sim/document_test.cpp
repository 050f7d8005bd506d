#include "sim/document/document.hpp"

#include "tests/sim/document/support.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

using tumen::Node;
using tumen::Problems;
using tumen::test::DocumentFolder;

namespace {

// Every reader over every node: whatever was parsed, reading has to end without an exception.
void read_everything(const Node& node, Problems& problems) {
  static_cast<void>(tumen::read_quantity(node, {"q", "usd_bn", {}}, problems, {}));
  static_cast<void>(tumen::read_series(node, {"s", "usd_bn", {}}, problems, {}));
  tumen::check_unique_ids(node, "id", problems);
  for (const tumen::MapEntry& entry : node.entries()) {
    read_everything(entry.value, problems);
  }
  for (const Node& item : node.items()) {
    read_everything(item, problems);
  }
}

// A small generator of its own: the bytes have to be the same everywhere.
class Bytes {
 public:
  explicit Bytes(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX constants
    return static_cast<std::size_t>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

}  // namespace

TEST_CASE("a load tells the mistakes of text and includes and binding together",
          "[sim][document]") {
  const DocumentFolder folder("together");
  folder.write("PRK.yaml",
               "schema: 1\ngdp: {value: 30, unit: usd_bn, source: A3}\n"
               "discount_rat: {value: 0.25, unit: 1/y, source: A3}\n");
  const auto file = folder.write("main.yaml", "schema: 1\ninclude: [PRK.yaml]\nschema: 1\n");
  tumen::Provenance provenance;
  provenance.add("A3", {});
  Problems problems;
  Node root = tumen::load_with_includes(file, {}, problems);
  tumen::apply_override(root, "gpd", "31", problems);
  tumen::MapReader reader(root, problems, "");
  reader.accept("schema");
  CHECK(tumen::take_quantity(reader, {"gdp", "usd_bn", {}}, provenance).value == 30);
  static_cast<void>(
      tumen::take_optional_quantity(reader, {"discount_rate", "1/y", {}}, provenance));
  reader.finish();
  CHECK(
      folder.strip(problems.text()) ==
      "--set gpd:1:1: gpd: no \"gpd\" in the document; allowed: schema, gdp, discount_rat; did "
      "you mean \"gdp\"?\n"
      "PRK.yaml:3:1: discount_rat: unknown key; allowed: discount_rate, gdp, schema; did you mean "
      "\"discount_rate\"?\n"
      "main.yaml:3:1: schema: duplicate key, first written at main.yaml:1:1\n");
}

TEST_CASE("random bytes are refused or read but never crash", "[sim][document]") {
  // Marks of YAML come up often enough to reach behind the first syntax error.
  const std::string marks = "{}[]:,-?&*!|>'\"%@# \n\n  ab01.~";
  std::size_t refused = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Bytes bytes(seed);
    std::string text;
    for (std::size_t left = bytes.below(60); left > 0; --left) {
      const bool is_any_byte = seed % 3 == 0 && bytes.below(8) == 0;
      text += is_any_byte ? static_cast<char>(bytes.below(256)) : marks[bytes.below(marks.size())];
    }
    Problems problems;
    Node root = tumen::parse_document(text, "random", problems);
    refused += problems.empty() ? 0 : 1;
    CHECK((!root.is_null() || !problems.empty()));
    read_everything(root, problems);
    tumen::apply_override(root, text.substr(0, 8), text, problems);
  }
  CHECK(refused > 1000);
  CHECK(refused < 3000);
}

TEST_CASE("every seed of the fuzz corpus is read without a crash", "[sim][document]") {
  std::size_t files = 0;
  const auto corpus = std::filesystem::path(TUMEN_SOURCE_DIR) / "tests/fuzz/corpus";
  for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
    Problems problems;
    const Node root = tumen::load_document(entry.path(), problems);
    CHECK((!root.is_null() || !problems.empty()));
    read_everything(root, problems);
    ++files;
  }
  CHECK(files >= 12);
}
