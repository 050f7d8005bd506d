#include "studies/backtest/record.hpp"

#include "sim/outcomes.hpp"
#include "sim/scenario/sources.hpp"
#include "studies/backtest/cases.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scenes.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

HistoricalRecord shipped() {
  const std::filesystem::path configs = std::filesystem::path(TUMEN_SOURCE_DIR) / "configs";
  Problems problems;
  const Provenance sources = load_all_sources({configs}, problems);
  return read_record(configs / "record/record-1990-2024.yaml", sources);
}

std::string complaint(const std::string& text) {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "record.yaml", std::ios::binary) << text;
  try {
    static_cast<void>(read_record(folder.path() / "record.yaml", {}));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("every case of the shipped record is an outcome of both arms", "[backtest]") {
  const HistoricalRecord record = shipped();
  for (const char* const name : {"forecast-2008", "hindcast-1990-2024"}) {
    const Scenario scenario = scenes::load(name);
    for (const EventCase& c : event_cases(record)) {
      CHECK(find_outcome(scenario, c.outcome).from >= 72);
    }
    for (const NumberCase& c : number_cases(record)) {
      CHECK(find_outcome(scenario, c.outcome).from >= 72);
    }
    for (const RecordedTarget& target : record.targets) {
      CHECK(find_outcome(scenario, target.outcome).to <= 72);
    }
  }
}

TEST_CASE("the tests of the record are those that the scenarios declare", "[backtest]") {
  const HistoricalRecord record = shipped();
  const Scenario scenario = scenes::load("hindcast-1990-2024");
  std::vector<Id> declared;
  for (const DeclaredEvent& event : scenario.model.events) {
    if (event.kind == EventKind::provocation) {
      declared.push_back(event.tick);
    }
  }
  std::vector<Id> recorded;
  for (const double date : record.tests) {
    recorded.push_back(static_cast<Id>((date - 1990) * 4));
  }
  CHECK(recorded == declared);
}

TEST_CASE("a record with mistakes is refused with their places", "[backtest]") {
  const std::string text = complaint(R"(schema: 1
name: small
title: A small record
rule: none
calibration: {from: 1990, until: 2000}
windows: [2001, 2005]
targets: [{outcome: x, observed: 1, source: NOBODY, rule: r}]
deals: {oil: {block: energy, signed: [{date: 2003, source: NOBODY}, {date: 2001}]}, gas: {block: energy, signed: []}}
lines: {}
tests: {country: PRK, dates: [2001, 1999]}
series: []
)");
  CHECK(test::has(text, "a first date of 2000"));
  CHECK(test::has(text, "no source \"NOBODY\""));
  CHECK(test::has(text, "a date without a source"));
  CHECK(test::has(text, "dates out of order"));
  CHECK(test::has(text, "no date and no source"));
  CHECK(test::has(text, "tests.dates"));
}
