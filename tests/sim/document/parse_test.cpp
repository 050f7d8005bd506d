#include "sim/document/parse.hpp"

#include "tests/sim/document/support.hpp"

#include <string>

#include <catch2/catch.hpp>

using Catch::Contains;
using tumen::Node;
using tumen::test::parse_messages;
using tumen::test::parsed;

TEST_CASE("a document keeps kinds and texts and places", "[sim][document]") {
  const Node root = parsed("a: 1\nb: ['x y', z]\nc:\n  d: \"q\"\n");
  REQUIRE(root.is_map());
  REQUIRE(root.keys() == std::vector<std::string>{"a", "b", "c"});
  CHECK(root.find("a")->value.text() == "1");
  CHECK_FALSE(root.find("a")->value.is_quoted());
  const Node& list = root.find("b")->value;
  REQUIRE(list.items().size() == 2);
  CHECK(list.items()[0].is_quoted());
  CHECK_FALSE(list.items()[1].is_quoted());
  const Node& inner = root.find("c")->value;
  REQUIRE(inner.find("d") != nullptr);
  CHECK(inner.find("d")->key_place == tumen::Place{"f.yaml", 4, 3});
  CHECK(inner.find("d")->value.place() == tumen::Place{"f.yaml", 4, 6});
  CHECK(root.tree_size() == 7);  // root, 1, list, x y, z, inner map, q
}

TEST_CASE("columns count characters and not bytes", "[sim][document]") {
  // Each of the five letters of the first key takes two bytes.
  const Node root = parsed("{Тумен: 1, b: 2}");
  CHECK(root.find("b")->key_place == tumen::Place{"f.yaml", 1, 12});
}

TEST_CASE("a value left out stands where its key does", "[sim][document]") {
  const Node root = parsed("a:\n\nb: 1\n");
  CHECK(root.find("a")->value.is_null());
  CHECK(root.find("a")->value.place() == tumen::Place{"f.yaml", 1, 1});
}

TEST_CASE("a byte order mark and Windows line ends are read over", "[sim][document]") {
  const Node root = parsed(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\r\n");
  CHECK(root.find("a")->key_place == tumen::Place{"f.yaml", 1, 1});
  CHECK(root.find("b")->value.text() == "2");
}

TEST_CASE("names that YAML 1 takes for booleans stay texts", "[sim][document]") {
  CHECK(parsed("country: NO\n").find("country")->value.text() == "NO");
}

TEST_CASE("duplicate keys name both places", "[sim][document]") {
  CHECK(parse_messages("a: 1\nb: 2\n\"a\": 3\n") ==
        "f.yaml:3:1: a: duplicate key, first written at f.yaml:1:1\n");
}

TEST_CASE("all problems of a text are told in one go", "[sim][document]") {
  CHECK(
      parse_messages("a: &x 1\na: 2\nb: *x\nc: !!int 3\n<<: {d: 1}\n[e]: 1\n") ==
      "f.yaml:1:4: the anchor \"&x\"; allowed: the value without it: anchors and aliases are not "
      "read\n"
      "f.yaml:2:1: a: duplicate key, first written at f.yaml:1:1\n"
      "f.yaml:3:4: an alias (*name); allowed: the value itself, or include: [FILE, ...] at the "
      "top\n"
      "f.yaml:4:4: the tag \"tag:yaml.org,2002:int\"; allowed: the value without it: tags are not "
      "read\n"
      "f.yaml:5:1: <<: a merge key; allowed: include: [FILE, ...] at the top\n"
      "f.yaml:6:1: a list as a key; allowed: a text\n");
}

TEST_CASE("an alias bomb is refused by its anchors without being expanded", "[sim][document]") {
  std::string bomb = "a0: &a0 x\n";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    const std::string own = "a" + std::to_string(i);
    bomb += own + ": &" + own + " [" + last + ", " + last + "]\n";
  }
  // 30 anchors and 58 aliases, against 2^29 expanded texts.
  tumen::Problems problems;
  const Node root = tumen::parse_document(bomb, "f.yaml", problems);
  CHECK(problems.size() == 88);
  CHECK(root.tree_size() == 89);  // the map, 30 values, 58 items
}

TEST_CASE("syntax errors keep their place and say what to look for", "[sim][document]") {
  CHECK(parse_messages("a: 1\nb: c: d\n") ==
        "f.yaml:2:5: not readable as YAML: a colon that follows no key, or a line indented too far "
        "(read as far as f.yaml:2:4)\n");
  CHECK_THAT(parse_messages("a: [1, 2\n"),
             Contains("f.yaml:1:8: not readable as YAML: a list [ that is not closed"));
  CHECK_THAT(parse_messages("a: @x\n"), Contains("f.yaml:1:4: not readable as YAML"));
}

TEST_CASE("a quoted text that is not closed is refused", "[sim][document]") {
  // The parser itself takes the first of these for a whole document.
  CHECK_THAT(parse_messages("a: 1\nb: \"abc\n"), Contains("f.yaml:2:1") && Contains("not closed"));
  CHECK_THAT(parse_messages("a: 1\nb: 'abc"), Contains("f.yaml:2:1") && Contains("not closed"));
}

TEST_CASE("a block text at the end of the file keeps its own newline only", "[sim][document]") {
  CHECK(parsed("a: |\n  two\n  lines\n").find("a")->value.text() == "two\nlines\n");
}

TEST_CASE("a file holds exactly one document", "[sim][document]") {
  CHECK(parse_messages("") == "f.yaml: an empty document; allowed: YAML text\n");
  CHECK(parse_messages("# only a comment") == "f.yaml: an empty document; allowed: YAML text\n");
  CHECK(parse_messages("a: 1\n---\nb: 2\n") ==
        "f.yaml:2:1: text after the end of the document; allowed: one document a file\n");
  CHECK(parse_messages("---\na: 1\n...\n").empty());
}

TEST_CASE("binary files are refused at the first strange byte", "[sim][document]") {
  using namespace std::string_literals;
  CHECK(parse_messages("a: 1\nb: \0x"s) ==
        "f.yaml:2:4: a binary file (it holds a zero byte); allowed: YAML text\n");
  // The parser would read 0x04 as the end of the file and drop the rest.
  CHECK(parse_messages("a: 1\n\x04\nb: 2") ==
        "f.yaml:2:1: a control character; allowed: YAML text\n");
  const std::string utf8 = "f.yaml:1:4: invalid UTF-8; allowed: text in UTF-8\n";
  CHECK(parse_messages("a: \xff") == utf8);
  CHECK(parse_messages("a: \xc0\xaf") == utf8);          // overlong
  CHECK(parse_messages("a: \xed\xa0\x80") == utf8);      // a surrogate
  CHECK(parse_messages("a: \xf4\x90\x80\x80") == utf8);  // above U+10FFFF
  CHECK(parse_messages("a: \xe2\x82") == utf8);          // cut off
  CHECK_THAT(parse_messages("a: 1\rb: 2"), Contains("f.yaml:1:5: a carriage return"));
  CHECK_THAT(parse_messages("a: \"\\e[31m\"\n"), Contains("f.yaml:1:4: a control character"));
}

TEST_CASE("each line indented by a tab is told", "[sim][document]") {
  CHECK(parse_messages("a:\n\tb: 1\n  \tc: 2\n") ==
        "f.yaml:2:1: a tab in the indentation; allowed: spaces\n"
        "f.yaml:3:3: a tab in the indentation; allowed: spaces\n");
}

TEST_CASE("documents over a limit are refused before they are built", "[sim][document]") {
  tumen::Limits limits;
  limits.max_bytes = 100;
  CHECK(parse_messages(std::string(101, 'a'), limits) ==
        "f.yaml: 101 bytes of text; allowed: at most 100 bytes\n");
  CHECK(parse_messages(std::string(100, 'a'), limits).empty());

  limits = {};
  limits.max_nodes = 5;  // the list and four items
  CHECK(parse_messages("[1, 2, 3, 4]", limits).empty());
  CHECK_THAT(parse_messages("[1, 2, 3, 4, 5]", limits), Contains("f.yaml:1:14: more than 5 nodes"));

  CHECK(parse_messages(std::string(64, '[') + std::string(64, ']')).empty());
  CHECK_THAT(parse_messages(std::string(65, '[') + std::string(65, ']')),
             Contains("f.yaml:1:65: lists and maps nested too deep; allowed: at most 64 levels"));
  CHECK_THAT(parse_messages(std::string(300'000, '[')), Contains("nested too deep"));
}

TEST_CASE("after two hundred problems the others are only counted", "[sim][document]") {
  std::string text = "a: 1\n";
  for (int i = 0; i < 250; ++i) {
    text += "a: 1\n";
  }
  CHECK_THAT(parse_messages(text), Contains("f.yaml:201:1: a: duplicate key") &&
                                       Contains("\nand 50 more\n") && !Contains("f.yaml:202:1"));
}
