// What a page asks is read strictly, and all that is wrong with it is told at once.
#include "server/message.hpp"

#include "sim/json_reader.hpp"
#include "tests/support/program.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using server::parse_request;
using server::ParsedRequest;
using server::Question;

}  // namespace

TEST_CASE("a question is read with its defaults", "[server]") {
  const ParsedRequest p = parse_request(
      R"({"type":"what_if","id":7,"slot":"b","scenario":"debt-only","set":["rules.precedent=0.8"]})");
  REQUIRE(p.errors.empty());
  CHECK(p.request.question == Question::what_if);
  CHECK(p.request.id == 7);
  CHECK(p.request.scenario == "debt-only");
  CHECK(p.request.set == std::vector<std::string>{"rules.precedent=0.8"});
  CHECK(p.request.seed == 1);
  CHECK(p.request.runs == 1000);
  CHECK(p.request.tick == -1);
  CHECK(p.request.queue_slot() == "what_if.b");
}

TEST_CASE("every mistake of a question is told, with what is allowed", "[server]") {
  const ParsedRequest p = parse_request(
      R"({"type":"whatif","slot":"c","set":[3,"x"],"runs":0,"seed":-1,"tick":1.5,"pakage":"x"})");
  REQUIRE(p.errors.size() == 9);
  CHECK(p.errors[0] == "unknown key \"pakage\"; did you mean \"package\"?");
  CHECK(p.errors[1] == "type: \"whatif\"; allowed: what_if, story, why");
  CHECK(p.errors[2] == "slot: \"c\"; allowed: a, b");
  CHECK(p.errors[3] == "scenario: missing; allowed: a name of /api/scenarios");
  CHECK(p.errors[4] == "set: \"3\"; allowed: PATH=VALUE");
  CHECK(test::has(p.errors[5], "allowed: PATH=VALUE"));
  CHECK(p.errors[6] == "seed: \"-1\"; allowed: whole numbers from 0 to 9007199254740992");
  CHECK(p.errors[7] == "runs: \"0\"; allowed: whole numbers from 1 to 2000");
  CHECK(test::has(p.errors[8], "tick: "));
}

TEST_CASE("a message that is no object of JSON is one mistake and no crash", "[server]") {
  for (const char* text : {"", "[]", "3", "{", "{\"a\":", "nul", "\xff\xfe", "{\"type\":{}}",
                           "{\"set\":{}}", "{\"scenario\":[[[[]]]]}"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_request(text).errors.empty());
  }
  const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
  CHECK(parse_request(deep).errors.size() == 1);
}

TEST_CASE("a page may set no more than 64 numbers at once", "[server]") {
  std::string text = R"({"type":"story","scenario":"debt-only","set":["a.b=1")";
  for (int k = 0; k < 64; ++k) {
    text += R"(,"a.b=1")";
  }
  const ParsedRequest p = parse_request(text + "]}");
  REQUIRE(p.errors.size() == 1);
  CHECK(test::has(p.errors.front(), "at most 64"));
}

TEST_CASE("an error goes back with the number of its question", "[server]") {
  CHECK(server::error_message(4, {"a", "b\"c"}) ==
        R"({"type":"error","id":4,"errors":["a","b\"c"]})");
}
