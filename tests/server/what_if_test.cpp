// Questions are answered with the numbers that the command line gives.
#include "server/what_if.hpp"

#include "server/routing.hpp"
#include "server/scenario_page.hpp"
#include "server/series.hpp"
#include "server/story.hpp"
#include "server/why.hpp"
#include "sim/json_reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;
using namespace tumen;
using namespace tumen::server;

std::vector<fs::path> roots() {
  return {fs::path(TUMEN_SOURCE_DIR) / "configs"};
}

WhatIfRequest ask(const std::string& scenario, std::uint32_t runs) {
  WhatIfRequest request;
  request.scenario = scenario;
  request.runs = runs;
  return request;
}

/// What is counted after each step, as (futures, bytes of the counts).
std::vector<std::pair<std::uint64_t, std::string>> steps(const Scenario& s,
                                                         const WhatIfRequest& request,
                                                         int threads) {
  std::vector<std::pair<std::uint64_t, std::string>> all;
  FutureCount count(std::make_shared<const Scenario>(s), request, threads);
  while (!count.is_done()) {
    REQUIRE(count.count_step([] { return true; }));
    all.emplace_back(count.so_far().counts.runs.size(), count.so_far().counts.bytes());
  }
  return all;
}

std::string refusal(Scenarios& scenarios, const std::string& name,
                    const std::vector<std::string>& settings) {
  try {
    static_cast<void>(scenarios.with(name, settings));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("futures are counted in two steps to the same bytes as in one batch", "[server]") {
  const Scenario s = scenes::load("debt-only");
  const auto counted = steps(s, ask("debt-only", 400), 2);
  REQUIRE(counted.size() == 2);
  CHECK(counted[0].first == first_futures);
  CHECK(counted[1].first == 400);
  BatchPlan plan;
  plan.runs = 400;
  plan.outcomes = page_outcomes(s);
  plan.followed = page_series(s);
  BatchCounts whole(plan, s.model.ticks);
  BatchSettings settings;
  settings.threads = 1;
  CHECK(count_runs(s, plan, RunSet({0, 400}), settings,
                   [&](BatchCounts&& counts) { whole.merge(std::move(counts)); }));
  CHECK(counted[1].second == whole.bytes());
}

TEST_CASE("counting stops when a newer question has come", "[server]") {
  const Scenario s = scenes::load("debt-only");
  FutureCount count(std::make_shared<const Scenario>(s), ask("debt-only", 1000), 1);
  CHECK(count.count_step([] { return true; }));
  int asked = 0;
  CHECK_FALSE(count.count_step([&] { return ++asked < 3; }));
  CHECK_FALSE(count.is_done());
  CHECK(asked < 10);
}

TEST_CASE("a scenario with numbers set on the page is the one loaded with --set", "[server]") {
  Scenarios scenarios(roots());
  // The first is changed in the compiled scenario; the second lies outside of its author's range,
  // and `enabled` is no number: both compile it again.
  const std::vector<std::vector<std::string>> settings = {
      {"rules.break_on_shock=0.15", "regimes.us_secondary.level.scale=2",
       "countries.PRK.discount_rate=0.3", "market.brent_mean=70"},
      {"rules.break_on_shock=0.7", "debts.dprk_to_russia.hope=0.08"},
      {"regimes.us_secondary.enabled=false", "rules.break_on_shock=0.2"}};
  for (const auto& set : settings) {
    CAPTURE(set);
    const auto from_page = scenarios.with("debt-for-pipeline-2011", set);
    const Scenario loaded =
        load_scenario(roots().front() / "scenarios/debt-for-pipeline-2011.yaml", roots(), set);
    const WhatIfRequest request = ask("debt-for-pipeline-2011", 32);
    CHECK(steps(*from_page, request, 1) == steps(loaded, request, 1));
  }
}

TEST_CASE("what is no lever cannot be set over the network", "[server]") {
  Scenarios scenarios(roots());
  CHECK(test::has(refusal(scenarios, "debt-only", {"ticks=1000000"}), "no number of debt-only"));
  CHECK(test::has(refusal(scenarios, "debt-only", {"rules.precedet=1"}),
                  "did you mean \"rules.precedent\"?"));
  CHECK_FALSE(refusal(scenarios, "debt-only", {"rules.precedent=much"}).empty());
  CHECK_FALSE(refusal(scenarios, "debt-only", {"rules.precedent=.nan"}).empty());
  CHECK_FALSE(refusal(scenarios, "debt-only", {"rules.precedent=[*a]"}).empty());
  CHECK(test::has(refusal(scenarios, "../scenarios/debt-only", {}), "debt-only"));
  CHECK_FALSE(refusal(scenarios, "/etc/passwd", {}).empty());
}

TEST_CASE("a message of fans has every series at every tick", "[server]") {
  const Scenario s = scenes::load("debt-only");
  FutureCount count(std::make_shared<const Scenario>(s), ask("debt-only", 32), 1);
  CHECK(count.count_step([] { return true; }));
  CHECK(count.is_done());
  const JsonObject message = parse_json_object(fans_message(count.so_far()));
  CHECK(text_at(message, "type") == "fans");
  CHECK(count_at(message, "runs") == 32);
  const JsonObject& series = message.at("series").as_object();
  CHECK(series.size() == page_series(s).size());
  for (const Outcome& outcome : page_series(s)) {
    CAPTURE(outcome.name);
    const JsonObject& one = series.at(outcome.name).as_object();
    if (is_chance(outcome)) {
      CHECK(one.at("chance").as_array().size() == static_cast<std::size_t>(s.model.ticks));
    } else {
      REQUIRE(one.at("quantiles").as_array().size() == 5);
      CHECK(one.at("quantiles").as_array().front().as_array().size() ==
            static_cast<std::size_t>(s.model.ticks));
    }
  }
  CHECK(message.at("outcomes").as_object().size() == page_outcomes(s).size());
}

TEST_CASE("a story tells where every corridor stands from the first tick on", "[server]") {
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  const JsonObject story = parse_json_object(story_message(s, ask(s.name, 1)));
  CHECK_FALSE(story.at("events").as_array().empty());
  for (const auto& entry : story.at("corridors").as_object()) {
    CAPTURE(std::string(entry.key()));
    REQUIRE_FALSE(entry.value().as_array().empty());
    CHECK(entry.value().as_array().front().as_array().front() == 0);
  }
}

TEST_CASE("why is answered at once, then with what would have turned it", "[server]") {
  const Scenario s = scenes::load("debt-only");
  std::vector<JsonObject> answers;
  WhatIfRequest request = ask(s.name, 1);
  request.question = Question::why;
  request.package = "debt_write_off";
  explain_decision(
      s, request, [&](const std::string& text) { answers.push_back(parse_json_object(text)); },
      [] { return true; });
  REQUIRE(answers.size() == 2);
  CHECK(answers[0].at("explanation").as_object().at("flips").is_null());
  CHECK(answers[1].at("explanation").as_object().at("flips").is_object());
  request.package = "nothing";
  CHECK_THROWS_AS(
      explain_decision(s, request, [](const std::string&) {}, [] { return true; }), InputError);
}

TEST_CASE("every first lever is a number of its scenario, and the default one has six or more",
          "[server]") {
  Scenarios scenarios(roots());
  for (const char* name : {"debt-for-pipeline-2011", "baseline-2026", "debt-only"}) {
    const auto s = scenarios.get(name);
    for (const SuggestedLever& lever : first_levers(*s)) {
      CHECK(find_number(*s, lever.path));
    }
  }
  CHECK(first_levers(*scenarios.get("debt-for-pipeline-2011")).size() >= 6);
}

TEST_CASE("a path has its answer, and what is none is not found", "[server]") {
  Scenarios scenarios(roots());
  const StaticFiles files = {{"/", {200, "text/html; charset=utf-8", "page"}}};
  const Shelf shelf{files, scenarios, 500};
  CHECK(answer({"/?x=1"}, shelf).body == "page");
  const JsonObject list = parse_json_object(answer({"/api/scenarios"}, shelf).body);
  CHECK(count_at(list, "runs") == 500);
  CHECK(list.at("scenarios").as_array().size() >= 20);
  const JsonObject one = parse_json_object(answer({"/api/scenarios/debt-only"}, shelf).body);
  CHECK(text_at(one, "title") == "One debt, two countries");
  CHECK(answer({"/api/scenarios/debt-only/levers"}, shelf).status == 200);
  CHECK(answer({"/api/health"}, shelf).status == 200);
  for (const char* target :
       {"/x", "/../x", "/%2e%2e/x", "", "/api", "/api/scenarios/", "/api/scenarios/../debt-only",
        "/api/scenarios/none", "/api/scenarios/%00", "/api/scenariosdebt-only"}) {
    CAPTURE(target);
    CHECK(answer({target}, shelf).status == 404);
  }
}
