#include "sim/document/load.hpp"

#include "sim/document/merge.hpp"
#include "tests/sim/document/support.hpp"

#include <catch2/catch.hpp>

using Catch::Contains;
using tumen::Node;
using tumen::Problems;
using tumen::test::DocumentFolder;
using tumen::test::parsed;

namespace {

std::string text_at(const Node& root, const std::string& key) {
  return root.find(key) == nullptr ? "(none)" : root.find(key)->value.text();
}

}  // namespace

TEST_CASE("a missing file is refused with its nearest neighbour", "[sim][document]") {
  const DocumentFolder folder("missing");
  folder.write("railway.yaml", "schema: 1\n");
  Problems problems;
  CHECK(tumen::load_document(folder.path() / "railwy.yaml", problems).is_null());
  CHECK(folder.strip(problems.text()) ==
        "railwy.yaml: no such file; did you mean \"railway.yaml\"?\n");
}

TEST_CASE("folders and devices are no documents", "[sim][document]") {
  const DocumentFolder folder("folder");
  Problems problems;
  static_cast<void>(tumen::load_document(folder.path(), problems));
  static_cast<void>(tumen::load_document("/dev/zero", problems));
  CHECK_THAT(problems.text(), Contains(": a folder; allowed: a YAML file") &&
                                  Contains("/dev/zero: not a regular file; allowed: a YAML file"));
}

TEST_CASE("a file of more than four mebibytes is not read", "[sim][document]") {
  const DocumentFolder folder("large");
  const auto file = folder.write("large.yaml", std::string((4U << 20U) + 1, '#'));
  Problems problems;
  CHECK(tumen::load_document(file, problems).is_null());
  CHECK(folder.strip(problems.text()) ==
        "large.yaml: more than 4194304 bytes; allowed: at most 4194304 bytes\n");
}

TEST_CASE("maps merge key by key while scalars and lists are replaced", "[sim][document]") {
  const Node merged = tumen::merge(parsed("{a: 1, b: {c: 1, d: 2}, e: [1, 2], f: 1}"),
                                   parsed("{b: {d: 3, g: 4}, e: [5], f: {h: 1}, i: 6}"));
  CHECK(merged.keys() == std::vector<std::string>{"a", "b", "e", "f", "i"});
  const Node& b = merged.find("b")->value;
  CHECK(b.keys() == std::vector<std::string>{"c", "d", "g"});
  CHECK(text_at(b, "c") == "1");
  CHECK(text_at(b, "d") == "3");
  REQUIRE(merged.find("e")->value.items().size() == 1);
  CHECK(merged.find("f")->value.is_map());
}

TEST_CASE("a number is replaced as a whole so that no value keeps the source of another",
          "[sim][document]") {
  const Node merged =
      tumen::merge(parsed("r: {value: 1, unit: km, source: A}"),
                   parsed("r: {value: 2, unit: km, assumption: guess, range: [1, 3]}"));
  CHECK(merged.find("r")->value.keys() ==
        std::vector<std::string>{"value", "unit", "assumption", "range"});
}

TEST_CASE("later includes override earlier ones and the including file overrides all",
          "[sim][document]") {
  const DocumentFolder folder("order");
  folder.write("one.yaml", "schema: 1\na: one\nb: one\nc: one\n");
  folder.write("roots/two.yaml", "schema: 1\nb: two\nc: two\n");
  const auto file =
      folder.write("main.yaml", "schema: 1\ninclude: [one.yaml, two.yaml]\nc: main\n");
  Problems problems;
  const Node root = tumen::load_with_includes(file, {folder.path() / "roots"}, problems);
  CHECK(problems.text().empty());
  CHECK(text_at(root, "a") == "one");
  CHECK(text_at(root, "b") == "two");
  CHECK(text_at(root, "c") == "main");
  CHECK(root.find("include") == nullptr);
  CHECK(text_at(root, "schema") == "1");
  CHECK(folder.strip(to_string(root.find("a")->value.place())) == "one.yaml:2:4");
  CHECK(folder.strip(to_string(root.find("b")->key_place)) == "roots/two.yaml:2:1");
}

TEST_CASE("includes are looked up beside the including file before the roots", "[sim][document]") {
  const DocumentFolder folder("lookup");
  folder.write("sub/part.yaml", "schema: 1\na: near\n");
  folder.write("roots/part.yaml", "schema: 1\na: far\n");
  const auto file = folder.write("sub/main.yaml", "schema: 1\ninclude: [part.yaml]\n");
  Problems problems;
  CHECK(text_at(tumen::load_with_includes(file, {folder.path() / "roots"}, problems), "a") ==
        "near");
}

TEST_CASE("a cycle of includes is refused with its chain", "[sim][document]") {
  const DocumentFolder folder("cycle");
  const auto file = folder.write("a.yaml", "schema: 1\ninclude: [b.yaml]\n");
  folder.write("b.yaml", "schema: 1\ninclude: [./c.yaml]\n");
  folder.write("c.yaml", "schema: 1\ninclude: [sub/../b.yaml]\n");
  Problems problems;
  static_cast<void>(tumen::load_with_includes(file, {}, problems));
  CHECK(folder.strip(problems.text()) ==
        "c.yaml:2:11: include: a cycle of includes: b.yaml -> c.yaml -> b.yaml\n");
}

TEST_CASE("a cycle through a symbolic link is found", "[sim][document]") {
  const DocumentFolder folder("link");
  folder.write("a.yaml", "schema: 1\ninclude: [b.yaml]\n");
  std::filesystem::create_symlink("a.yaml", folder.path() / "b.yaml");
  Problems problems;
  static_cast<void>(tumen::load_with_includes(folder.path() / "b.yaml", {}, problems));
  CHECK(folder.strip(problems.text()) ==
        "b.yaml:2:11: include: a cycle of includes: b.yaml -> b.yaml\n");
}

TEST_CASE("a file that includes itself is a cycle and one included twice is not",
          "[sim][document]") {
  const DocumentFolder folder("twice");
  folder.write("base.yaml", "schema: 1\na: 1\n");
  folder.write("left.yaml", "schema: 1\ninclude: [base.yaml]\n");
  const auto good = folder.write("good.yaml", "schema: 1\ninclude: [left.yaml, base.yaml]\n");
  const auto self = folder.write("self.yaml", "schema: 1\ninclude: [self.yaml]\n");
  Problems problems;
  static_cast<void>(tumen::load_with_includes(good, {}, problems));
  CHECK(problems.text().empty());
  static_cast<void>(tumen::load_with_includes(self, {}, problems));
  CHECK_THAT(folder.strip(problems.text()), Contains("self.yaml -> self.yaml"));
}

TEST_CASE("wrong includes are all told at their places", "[sim][document]") {
  const DocumentFolder folder("wrong");
  folder.write("base.yaml", "schema: 1\n");
  folder.write("list.yaml", "[1]\n");
  folder.write("old.yaml", "schema: 2\n");
  folder.write("single.yaml", "schema: 1\ninclude: base.yaml\n");
  const auto file = folder.write("main.yaml",
                                 "include: [bse.yaml, /etc/x.yaml, [a], list.yaml,\n"
                                 "  old.yaml, single.yaml]\n");
  Problems problems;
  static_cast<void>(tumen::load_with_includes(file, {}, problems));
  CHECK(folder.strip(problems.text()) ==
        "list.yaml:1:1: a list; allowed: a map with schema: 1\n"
        "main.yaml:1:1: schema: missing; allowed: schema: 1\n"
        "main.yaml:1:11: include: no such file \"bse.yaml\"; allowed: a path from this file's "
        "folder or from the configuration's; did you mean \"base.yaml\"?\n"
        "main.yaml:1:21: include: \"/etc/x.yaml\"; allowed: a relative path of a YAML file\n"
        "main.yaml:1:34: include: a list; allowed: a relative path of a YAML file\n"
        "old.yaml:1:9: schema: version \"2\"; allowed: 1\n"
        "single.yaml:2:10: include: \"base.yaml\"; allowed: a list: include: [FILE, ...]\n");
}

TEST_CASE("files that include one another over and over stop at the limit", "[sim][document]") {
  const DocumentFolder folder("bomb");
  folder.write("f0.yaml", "schema: 1\n");
  for (int i = 1; i <= 20; ++i) {
    const std::string last = "f" + std::to_string(i - 1) + ".yaml";
    folder.write("f" + std::to_string(i) + ".yaml",
                 "schema: 1\ninclude: [" + last + ", " + last + "]\n");
  }
  Problems problems;
  static_cast<void>(tumen::load_with_includes(folder.path() / "f20.yaml", {}, problems));
  CHECK(problems.size() == 1);  // and not 2^20 files read
  CHECK_THAT(problems.text(), Contains("too many included files; allowed: at most 256 files"));
}
