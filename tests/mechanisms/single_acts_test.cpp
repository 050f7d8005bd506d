// What one country can do alone: every kind of act by policies and by drivers, its price, and how
// it is told.
#include "sim/chronicle.hpp"
#include "tests/mechanisms/signing.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string undeclared = "undeclared-1990-2024";

struct Told {
  ActKind kind;
  const char* act;
  const char* sentence;  ///< how the chronicle begins
  Overrides needs;       ///< for it to be possible early in a run
};

// A United States that minds the wages of Kaesong and cannot press by leverage alone.
Overrides minds_wages() {
  return {"regimes.un_dprk.level=0.95",
          "rules.press_cost=1",
          "countries.USA.preferences.pressure=50",
          "countries.USA.governments.calendar=[[1989, bush_pressure]]",
          "countries.KOR.governments.calendar=[[1988, kim_dae_jung_sunshine]]",
          "pairs.USA-KOR.leverage_ab=0",
          "packages.kaesong.clauses.ties.strength=4"};
}

// One act of every kind but the test, with what makes it possible in the first years.
const std::vector<Told>& told_acts() {
  static const Overrides tests = {"acts.prk_test.rate=40"};
  static const std::vector<Told> acts = {
      {ActKind::suspend, "china_cuts_oil", "China stopped", {}},
      {ActKind::cut_off, "china_cuts_off_prk", "China cut the DPRK off", {}},
      {ActKind::press, "us_presses_rok", "The United States leaned on the ROK",
       minds_wages() + at_once("kaesong")},
      {ActKind::list, "us_lists_firms", "The United States tightened", tests},
      {ActKind::ease,
       "us_eases_embargo",
       "The United States eased",
       {"acts.prk_test.rate=0", "acts.prk_test.excitation=0"}},
      {ActKind::refuse,
       "prk_refuses_maize",
       "The DPRK refused",
       {"countries.KOR.governments.calendar=[[1988, kim_dae_jung_sunshine]]"}},
      {ActKind::close, "prk_closes_border", "The DPRK closed its border to China", {}},
      {ActKind::slight, "prk_purges_go_between", "The DPRK slighted China", {}},
      {ActKind::reprice, "russia_asks_world_prices", "Russia asked the DPRK for world prices", {}}};
  return acts;
}

// Sentences of an act in the first ten years of one run of the policies.
std::vector<std::string> told(const Scenario& s, const Told& t) {
  const Trace trace = run(s, {.ticks = 40, .in_double = true});
  std::vector<std::string> sentences;
  for (const TraceEvent& e : trace.events) {
    if (e.kind == TraceEvent::Kind::act && e.act == act(s, t.act)) {
      sentences.push_back(tell(s, trace, e).text);
    }
  }
  return sentences;
}

}  // namespace

TEST_CASE(
    "governments do each of the acts where it pays, not where it is dear, and the chronicle "
    "tells it (S23)",
    "[S23][mechanism][long]") {
  for (const Told& t : told_acts()) {
    const std::string path = "acts." + std::string(t.act);
    Scenario s = scenes::load(
        undeclared,
        t.needs + Overrides{path + ".rate=40", path + ".gain=100000", path + ".cost=0"});
    INFO(t.act);
    const std::vector<std::string> cheap = told(s, t);
    REQUIRE_FALSE(cheap.empty());
    INFO(cheap.front());
    CHECK(cheap.front().rfind(t.sentence, 0) == 0);
    scenes::set(s, path + ".cost", 1e6);
    CHECK(told(s, t).empty());
  }
}

TEST_CASE("a test comes at its rate and is told, and what it costs is seen in S1 and S10 (S23)",
          "[S23][mechanism]") {
  const auto tests = [](const std::string& rate) {
    const Scenario s =
        scenes::load(undeclared, {"acts.prk_test.rate=" + rate, "acts.prk_test.excitation=0"});
    const Trace trace = run(s, {.ticks = 20, .in_double = true});
    std::vector<std::string> sentences;
    for (const TraceEvent& e : trace.events) {
      if (e.kind == TraceEvent::Kind::test) {
        sentences.push_back(tell(s, trace, e).text);
      }
    }
    return sentences;
  };
  REQUIRE_FALSE(tests("4").empty());
  CHECK(tests("4").front() == "The DPRK tested a weapon");
  CHECK(tests("0").empty());
}

TEST_CASE("a driver does each of the ten acts, and only then are they done (S23)",
          "[S23][mechanism]") {
  const Scenario s =
      scenes::load(undeclared, at_once("rok_maize") + at_once("kaesong") + minds_wages());
  // Tick in which what the act needs is there: talks from tick 0 on, the test first, the oil line
  // again in operation when it is stopped for the second time.
  const std::vector<std::pair<const char*, Id>> plan = {
      {"us_eases_embargo", 0},   {"russia_asks_world_prices", 0},
      {"prk_closes_border", 1},  {"prk_purges_go_between", 1},
      {"china_cuts_off_prk", 1}, {"prk_refuses_maize", 2},
      {"us_presses_rok", 2},     {"prk_test", 3},
      {"us_lists_firms", 3},     {"china_cuts_oil", 6}};
  Simulation<double> sim(s, {1, 0});
  sim.start();
  std::vector<bool> seen(act_kind_names.size(), false);
  for (Id tick = 0; tick < 8; ++tick) {
    Moves<double> moves = Moves<double>::none(s.model);
    moves.driven.assign(s.model.countries.size(), 1.0);
    moves.opens.assign(s.model.parties.size(), 1.0);
    for (const auto& [name, when] : plan) {
      at(moves.acts, act(s, name)) = tick == when ? 1 : 0;
    }
    sim.step(moves);
    for (const auto& [name, when] : plan) {
      INFO(name << " in tick " << tick);
      CHECK(at(sim.record().acts, act(s, name)) == (tick == when ? 1.0 : 0.0));
      const ActKind kind = at(s.model.acts, act(s, name)).kind;
      seen[index_of(kind)] = seen[index_of(kind)] || tick == when;
    }
  }
  CHECK(std::all_of(seen.begin(), seen.end(), [](bool done) { return done; }));
}
