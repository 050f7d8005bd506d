#include "sim/scenario/known_until.hpp"

#include "sim/scenario/tree.hpp"
#include "tests/sim/scenario/support.hpp"
#include "tests/support/scenes.hpp"

#include <cmath>
#include <regex>

#include <catch2/catch.hpp>

namespace tumen {
namespace {

using namespace test;

Node parsed(const std::string& text) {
  Problems problems;
  Node root = parse_document(text, "text", problems);
  problems.throw_if_any();
  return root;
}

std::string forgotten(const std::string& text) {
  Problems problems;
  const Node out = forget_after(parsed(text), problems);
  problems.throw_if_any();
  return print_canonical(out);
}

}  // namespace

TEST_CASE("without known_until a document stays as it is", "[scenario][known_until]") {
  const std::string text = "a: {unit: share, steps: [[1990, 0], [2010, 1]]}\n";
  CHECK(forgotten(text) == print_canonical(parsed(text)));
}

TEST_CASE("steps and quarters keep their last known value", "[scenario][known_until]") {
  const std::string text = forgotten(
      "known_until: 2001\n"
      "a: {unit: share, steps: [[1990, 0], [2000.5, 0.2], [2001, 0.7]]}\n"
      "b: {unit: usd/bbl, quarterly: {start: 2000.5, values: [21, 22, 23, 24]}}\n");
  CHECK(text.find("0.2") != std::string::npos);
  CHECK(text.find("0.7") == std::string::npos);
  CHECK(text.find("22") != std::string::npos);  // 2000.5 and 2000.75 are known, 2001 is not
  CHECK(text.find("23") == std::string::npos);
}

TEST_CASE("points go on by a trend that fades by half in ten years", "[scenario][known_until]") {
  Problems problems;
  // Growth of .1 a year in the log over ten years.
  const std::string text =
      "known_until: 2001\n"
      "a: {unit: usd_bn, points: [[1990, 100], [2000, " +
      format_real(100 * std::exp(1.0)) + "], [2002, 9999]]}\n";
  const Node out = forget_after(parsed(text), problems);
  const std::vector<Node>& points = out.find("a")->value.find("points")->value.items();
  REQUIRE(points.size() == 62);  // two that are known, sixty years of trend
  CHECK(points[2].items()[0].text() == "2001");
  CHECK(parse_real(points[2].items()[1].text()).value() == Approx(100 * std::exp(1 + 0.1 * 0.933)));
  // In the long run .1 x .933 / (1 - .933) = 1.393 is added to the log.
  CHECK(std::log(parse_real(points[61].items()[1].text()).value() / 100) ==
        Approx(2.393).margin(0.03));
}

TEST_CASE("a trend stays within the range of its series", "[scenario][known_until]") {
  const std::string text = forgotten(
      "known_until: 2001\na: {unit: share, range: [0, 0.9], points: [[1990, 0.3], [2000, "
      "0.8], [2005, 0.2]]}\n");
  CHECK(text.find("0.9") != std::string::npos);
  CHECK(text.find("0.2") == std::string::npos);
}

TEST_CASE("a series that begins after the date is refused", "[scenario][known_until]") {
  Problems problems;
  static_cast<void>(forget_after(
      parsed("known_until: 2001\na: {unit: share, steps: [[2005, 0.1]]}\n"), problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.sorted().front().found == "a series with no value before 2001");
}

TEST_CASE("events, governments, projects and prices of later are forgotten",
          "[scenario][known_until]") {
  const std::string text = forgotten(R"(
known_until: 2001
market: {history_until: 2005}
countries:
  RUS: {governments: {calendar: [[1990, old], [2003, new]], term: {value: 4, unit: years}}}
events: [{date: 1999, kind: provocation}, {date: 2002, kind: precedent}]
packages:
  early: {preconditions: [{from: 1995}]}
  late: {preconditions: [{corridor: x, at_least: building}, {from: 2010}]}
)");
  CHECK(text.find("provocation") != std::string::npos);
  CHECK(text.find("precedent") == std::string::npos);
  CHECK(text.find("new") == std::string::npos);
  CHECK(std::regex_search(text, std::regex("governments:[^]*known_until: 2001")));
  CHECK(std::regex_search(text, std::regex("market:\\n *history_until: 2001")));
  CHECK(std::regex_search(text, std::regex("late:[^]*enabled: false")));
  CHECK_FALSE(std::regex_search(text, std::regex("early:\\n *enabled: false")));
}

TEST_CASE("nothing declared after 2007 enters the unconditional arm",
          "[scenario][known_until][backtest]") {
  const Scenario s = scenes::load("forecast-2008");
  CHECK(s.model.market.history_ticks == 72);
  for (const DeclaredEvent& event : s.model.events) {
    CHECK(event.tick < 72);
  }
  for (const Country& country : s.model.countries) {
    CHECK(country.last_known_tick == 72);
    for (const Succession& change : country.calendar) {
      CHECK(change.tick < 72);
    }
  }
  CHECK(find_name(s.names.packages, "tumen_bridge") == no_id);
  CHECK(find_name(s.names.packages, "gas_line") != no_id);
  const Id council = find_name(s.names.regimes, "un_dprk");
  const Series level = at(s.model.regimes, council).level;
  CHECK(value(s, level, 71) == Approx(0.2));   // resolution 1718 of 2006
  CHECK(value(s, level, 139) == Approx(0.2));  // nothing of 2009 to 2017
}

}  // namespace tumen
