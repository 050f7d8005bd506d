#include "sim/chronicle.hpp"

#include "sim/chronicle_text.hpp"
#include "tests/support/small_story.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;
using Kind = TraceEvent::Kind;

namespace {

std::string told(const Trace& trace, const TraceEvent& event) {
  return tell(small_scenario(), trace, event).text;
}

/// "2011: A. B.\n2012-2013: C."
std::string story_of(const Scenario& s, const Trace& trace) {
  std::string text;
  for (const YearStory& year : chronicle(s, trace)) {
    text += (text.empty() ? "" : "\n") + std::to_string(year.from_year);
    text += year.to_year > year.from_year ? "-" + std::to_string(year.to_year) + ":" : ":";
    for (const ChronicleLine& sentence : year.sentences) {
      text += " " + sentence.text;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a proposal is told with who made it to whom and on which terms", "[sim][chronicle]") {
  Trace trace = quiet_trace(small_scenario(), 4);
  const TraceEvent event = add_event(trace, 2, Kind::opened, lender);
  CHECK(told(trace, event) ==
        "Russia proposed “Debt for pipeline” to the DPRK: fee 120 M USD/y (Russia to the DPRK)");
}

TEST_CASE("a signature is told with what each signatory gains", "[sim][chronicle]") {
  Trace trace = quiet_trace(small_scenario(), 4);
  trace.after[1].parties[borrower].total = 62.26;
  trace.after[1].parties[lender].total = -3;
  const TraceEvent event = add_event(trace, 1, Kind::signed_);
  CHECK(told(trace, event) ==
        "Signed by the DPRK and Russia: Debt for pipeline; fee 120 M USD/y (Russia to the DPRK); "
        "gains: the DPRK +62.3, Russia -3 M USD/y");
}

TEST_CASE("talks that break off name the party that loses and the issue it loses by",
          "[sim][chronicle]") {
  Trace trace = quiet_trace(small_scenario(), 4);
  auto& world = trace.after[3];
  world.packages[0].clock = 2.5;
  world.parties[borrower].total = 40;
  world.parties[lender].total = -35;
  world.parties[lender].gain = {-5, 0, -40, 0, 10};
  const TraceEvent event = add_event(trace, 3, Kind::broke_off, lender, Hindrance::deadline);
  CHECK(told(trace, event) ==
        "Talks on “Debt for pipeline” broke off after 2.5 years: Russia saw no gain in it "
        "(-35 M USD/y, most of it debt)");
}

TEST_CASE("where everybody gains, the party least likely to accept held out for more",
          "[sim][chronicle]") {
  Trace trace = quiet_trace(small_scenario(), 4);
  auto& world = trace.after[3];
  world.packages[0].clock = 1;
  world.parties[borrower] = {};
  world.parties[borrower].total = 40;
  world.parties[borrower].accepts = 0.2;
  world.parties[lender].total = 90;
  world.parties[lender].accepts = 0.6;
  const TraceEvent event = add_event(trace, 3, Kind::broke_off, lender, Hindrance::deadline);
  CHECK(told(trace, event) ==
        "Talks on “Debt for pipeline” broke off after 12 months: the DPRK held out for more than "
        "40 M USD/y");
}

TEST_CASE("a veto names the country that vetoed", "[sim][chronicle]") {
  Trace trace = quiet_trace(small_scenario(), 4);
  const TraceEvent event = add_event(trace, 2, Kind::blocked, lender, Hindrance::consent);
  CHECK(told(trace, event) == "Blocked: Russia vetoed “Debt for pipeline”");
}

TEST_CASE("a deal that ends while blocked is given up, one in force runs out", "[sim][chronicle]") {
  Trace trace = quiet_trace(small_scenario(), 4);
  const TraceEvent event = add_event(trace, 2, Kind::ended);
  set_stage(trace, 1, PackageStage::blocked);
  CHECK(told(trace, event) == "Given up: “Debt for pipeline” stayed blocked");
  set_stage(trace, 1, PackageStage::in_force);
  trace.after[1].packages[0].in_force_years = 20;
  CHECK(told(trace, event) == "“Debt for pipeline” ran out after 20 years");
}

TEST_CASE("a change of government names the new line", "[sim][chronicle]") {
  Trace trace = quiet_trace(small_scenario(), 4);
  trace.after[0].countries[lender].doctrine = 1;
  TraceEvent event = add_event(trace, 0, Kind::government, lender);
  event.package = no_id;
  CHECK(told(trace, event) == "New line in Russia: turn east");
}

TEST_CASE("talks that a weapons test ended are told with the test and not again",
          "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  add_event(trace, 1, Kind::broke_off, no_id, Hindrance::shock);
  add_event(trace, 1, Kind::test, borrower);
  trace.events.back().package = no_id;
  CHECK(story_of(s, trace) ==
        "2011: The DPRK tested a weapon in the second quarter, which ended the talks on “Debt for "
        "pipeline”.");
  CHECK(chronicle(s, trace).front().sentences.front().tone == Tone::shock);
}

TEST_CASE("a signature and its entry into force in one year are one sentence", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  trace.after[1].parties[borrower].total = 62.26;
  trace.after[1].parties[lender].total = 3;
  add_event(trace, 1, Kind::signed_);
  add_event(trace, 3, Kind::in_force);
  CHECK(story_of(s, trace) ==
        "2011: The DPRK and Russia signed “Debt for pipeline” in the second quarter (fee 120 M "
        "USD/y, Russia to the DPRK; gains: the DPRK +62.3, Russia +3 M USD/y); it came into force "
        "in the fourth quarter.");
}

TEST_CASE("years in which nothing happened are told together", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 16);
  add_event(trace, 1, Kind::opened, lender);
  CHECK(story_of(s, trace) ==
        "2011: Russia proposed “Debt for pipeline” to the DPRK (fee 120 M USD/y, Russia to the "
        "DPRK).\n2012-2014: Nothing was proposed, signed, built, stopped or broken.");
}

TEST_CASE("a memorandum that only renews another makes no year loud", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 12);
  add_event(trace, 2, Kind::memorandum);
  add_event(trace, 9, Kind::memorandum);
  CHECK(story_of(s, trace) ==
        "2011-2013: Memoranda, not binding, on “Debt for pipeline” (the DPRK and Russia).");
}

TEST_CASE("a lapsed memorandum is left out of the chronicle", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  add_event(trace, 1, Kind::lapsed);
  CHECK(story_of(s, trace) == "2011: Nothing was proposed, signed, built, stopped or broken.");
}

TEST_CASE("the states tell when works begin and when a debt is settled", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  trace.after[2].corridors[0].stage = code<double>(CorridorStage::building);
  trace.after[3] = trace.after[2];
  auto& debt = trace.after[3].debts[0];
  debt = {};
  debt.settled = 1;
  debt.relieved = 9900;
  debt.residual = 1100;
  debt.years_left = 20;
  CHECK(story_of(s, trace) ==
        "2011: Russia forgave the DPRK 9,900 M USD of its claim; 1,100 M USD remain, to be paid "
        "over 20 years. Works began on “Gas line” in the third quarter.");
}

TEST_CASE("every kind of event has a sentence", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  for (int kind = 0; kind <= static_cast<int>(Kind::ended); ++kind) {
    const TraceEvent event{1, static_cast<Kind>(kind), 0, no_id, no_id, lender, Hindrance::none};
    CHECK(tell(s, trace, event).text.find("Debt for pipeline") != std::string::npos);
  }
}

TEST_CASE("a year stands beside its paragraph, which is wrapped under it", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  add_event(trace, 2, Kind::opened, lender);
  CHECK(chronicle_text(s, trace, {60, false}) ==
        "2011       Russia proposed “Debt for pipeline” to the DPRK\n"
        "           (fee 120 M USD/y, Russia to the DPRK).\n\n");
}

TEST_CASE("colour codes appear only where they are asked for, and end with their line",
          "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  add_event(trace, 2, Kind::signed_);
  CHECK(run_text(s, trace).find('\x1b') == std::string::npos);
  const std::string text = chronicle_text(s, trace, {70, true});
  CHECK(text.find("\x1b[32mThe DPRK and Russia signed") != std::string::npos);
  CHECK(text.find("\x1b[0m\n") != std::string::npos);
}

TEST_CASE("gains are means over the run, and their share is of mean GDP", "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  for (auto& world : trace.after) {
    world.countries[borrower].utility = {100, 0, 0, -20, 0};
  }
  const GainSummary gain = summarise_run(s, trace).gains[borrower];
  CHECK(gain.total == 80);
  CHECK(gain.cumulated == 80);                      // four quarters of 80 M USD/y
  CHECK(gain.share_of_gdp == Approx(80.0 / 20e3));  // of 20 bn USD
}

TEST_CASE("a summary of a deal counts its events and keeps the terms of its signature",
          "[sim][chronicle]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  add_event(trace, 0, Kind::opened, lender);
  add_event(trace, 1, Kind::signed_);
  add_event(trace, 2, Kind::in_force);
  set_stage(trace, 2, PackageStage::in_force);
  trace.after[1].terms = {77};
  const DealSummary deal = summarise_run(s, trace).deals[0];
  CHECK(deal.status == "in force");
  CHECK(deal.openings == 1);
  CHECK(deal.first_signed == 2011.25);
  CHECK(deal.first_entered == 2011.5);
  REQUIRE(deal.terms.size() == 1);
  CHECK(deal.terms[0].value == 77);
}
