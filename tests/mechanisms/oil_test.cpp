// Oil lines and fuel: rival bids, staged deliveries, dependence and its uses. Each mechanism by its
// effect, and the effect gone when it is switched off.
#include "tests/support/accord.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

/// A staged exchange of fuel for disablement, quarter by quarter from its entry into force.
struct Steps {
  std::vector<double> delivered, performed, frozen;
  int stops = 0;     ///< quarters in which one side waited for the other
  int resumed = 0;   ///< of which the next step came later
  bool kept = true;  ///< no step was taken while the other side lagged by more than allowed
};

Scenario six_parties(const Overrides& more) {
  return scenes::load("hindcast-1990-2024", without_delay("six_party_fuel") + more);
}

Steps six_party(const Scenario& s, std::uint64_t seed) {
  const Id deal = package(s, "six_party_fuel");
  const auto worlds = play(s, 80, all_agree(s, {"six_party_fuel"}), seed);
  const double allowed = scenes::value(s, "packages.six_party_fuel.tolerance");
  Steps steps;
  double given = 0;
  double done = 0;
  bool waiting = false;
  for (const auto& w : worlds) {
    if (!is_in_force(w, deal)) {
      given = done = 0;
      waiting = false;
      continue;
    }
    const auto& now = at(w.packages, deal);
    const bool gave = now.delivered > given;
    const bool did = now.performed > done;
    const bool one_lags = std::abs(given - done) > allowed + 1e-9;
    steps.kept = steps.kept && !(given > done + allowed + 1e-9 && gave && now.delivered < 1.0) &&
                 !(done > given + allowed + 1e-9 && did && now.performed < 1.0);
    steps.stops += one_lags;
    steps.resumed += waiting && gave && did;
    waiting = one_lags;
    given = now.delivered;
    done = now.performed;
    steps.delivered.push_back(given);
    steps.performed.push_back(done);
    steps.frozen.push_back(at(w.countries, country(s, "PRK")).frozen);
  }
  return steps;
}

}  // namespace

TEST_CASE("Japan pays for part of the Pacific line and backs Russia abroad to outbid China (E3)",
          "[E3][mechanism]") {
  const auto look = [](const char* deal, const Overrides& overrides) {
    return Glance("routes-1990-2024", overrides, deal, 2003.5);
  };
  const Glance bid = look("espo_japan_with_support", {});
  const Glance bare = look("espo_japan_with_support",
                           {"packages.espo_japan_with_support.clauses.works_supplier.share=1",
                            "packages.espo_japan_with_support.clauses.works_buyer.share=0"});
  CHECK(bid.part("RUS", "capex") == Approx(0.7 * bare.part("RUS", "capex")));
  CHECK(bid.part("JPN", "capex") < 0.0);
  CHECK(bare.part("JPN", "capex") == 0.0);
  // Support worth five times its cost is the cheapest part of the offer.
  const Glance silent = look("espo_japan_with_support",
                             {"packages.espo_japan_with_support.clauses.support.enabled=false"});
  CHECK(bid.joint_surplus() > silent.joint_surplus() + 10.0);
  // China's wish for the same oil raises what Japan has to pay.
  CHECK(bid.part("RUS", "outside_option") < 0.0);
  CHECK(look("espo_japan_with_support", {"corridors.espo_kozmino.alternatives=[]"}).term("price") <
        bid.term("price"));
}

TEST_CASE("the trunk line goes to one coast and a spur gives the other side its oil, late (E3)",
          "[E3][mechanism]") {
  const std::vector<std::string> deals = {"espo_japan", "daqing"};
  const Overrides quick = without_delay("espo_japan") + without_delay("daqing");
  const auto finished = [&](const Scenario& s, std::uint64_t seed) {
    const auto worlds = play(s, 92, all_agree(s, deals), seed);
    const auto& end = worlds.back();
    CHECK(operates(end, corridor(s, "espo_kozmino")));
    CHECK(operates(end, corridor(s, "daqing_spur")));
    CHECK(at(end.countries, country(s, "JPN")).delivered_in[index_of(Fuel::oil)] == 30.0);
    CHECK(at(end.countries, country(s, "CHN")).delivered_in[index_of(Fuel::oil)] == 15.0);
    const auto first = std::find_if(worlds.begin(), worlds.end(), [&](const World<double>& w) {
      return operates(w, corridor(s, "espo_kozmino"));
    });
    return static_cast<Id>(first - worlds.begin()) - entered(worlds, package(s, "espo_japan"));
  };
  // 3.7 years at full finance are 15 quarters; overruns of a fifth make it later or earlier.
  const Scenario usual = scenes::load("routes-1990-2024", quick);
  std::vector<Id> built;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    built.push_back(finished(usual, seed));
  }
  CHECK(*std::max_element(built.begin(), built.end()) > 15);
  CHECK(*std::max_element(built.begin(), built.end()) >
        *std::min_element(built.begin(), built.end()) + 1);
  // Switched off: no overrun, the same date in every run.
  const Scenario exact =
      scenes::load("routes-1990-2024", quick + Overrides{"corridors.espo_kozmino.overrun=0"});
  CHECK(finished(exact, 1) == finished(exact, 2));
}

TEST_CASE("disablement stops when the fuel lags and goes on when it comes (E5)",
          "[E5][mechanism]") {
  // A step is an eighth of the whole (a quarter of two years); a tenth may be missing.
  const Scenario strict = six_parties({"packages.six_party_fuel.tolerance=0.1"});
  int stops = 0;
  int resumed = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Steps steps = six_party(strict, seed);
    REQUIRE_FALSE(steps.delivered.empty());
    CHECK(steps.kept);
    stops += steps.stops;
    resumed += steps.resumed;
  }
  CHECK(stops > 0);
  CHECK(resumed > 0);
  // Nobody stumbles: both sides go step by step, and the freeze follows what was done.
  const Steps smooth = six_party(six_parties({"packages.six_party_fuel.stumbles=0"}), 1);
  REQUIRE(smooth.performed.size() >= 4);
  CHECK(smooth.stops == 0);
  CHECK(smooth.performed[3] == Approx(0.5));
  CHECK(smooth.frozen[3] == Approx(2 * smooth.frozen[1]));
  // Switched off: without stages all of the freeze comes at once.
  const Steps at_once = six_party(six_parties({"packages.six_party_fuel.is_staged=false"}), 1);
  REQUIRE(at_once.frozen.size() >= 4);
  CHECK(at_once.frozen[0] > 0.0);
  CHECK(at_once.frozen[3] == at_once.frozen[0]);
}

TEST_CASE("oil from one seller makes a second one worth more (E6)", "[E6][mechanism]") {
  const auto look = [](const Overrides& overrides) {
    return Glance("routes-1990-2024", overrides, "russia_prk_fuel", 2003.5);
  };
  const Glance usual = look({});
  const Glance captive = look({"countries.PRK.fuel.oil.rest_concentration=0.8"});
  CHECK(usual.part("PRK", "dependence") > 0.0);  // a second seller spreads the risk
  CHECK(captive.part("PRK", "dependence") > usual.part("PRK", "dependence"));
  CHECK(look({"countries.PRK.preferences.dependence=0"}).part("PRK", "dependence") == 0.0);
}

TEST_CASE("China can stop the oil for half a year, and Russian fuel is worth more then (E6)",
          "[E6][mechanism]") {
  const Scenario s = scenes::load("routes-1990-2024", without_delay("china_prk_oil"));
  const Id stop = tick_of(s, 2014.0);
  const Driver agree = all_agree(s, {"china_prk_oil"});
  const auto stopped = play(s, stop + 4, with_act(s, agree, "china_stops_fuel", stop));
  const auto usual = play(s, stop + 4, agree);
  const auto oil = [&](const World<double>& w) {
    return at(w.countries, country(s, "PRK")).delivered_in[index_of(Fuel::oil)];
  };
  CHECK(oil(at(stopped, stop - 1)) == Approx(0.8 * 0.52));
  CHECK(oil(at(stopped, stop)) == 0.0);
  CHECK(oil(at(stopped, stop + 1)) == 0.0);
  CHECK(oil(at(stopped, stop + 2)) == Approx(0.8 * 0.52));  // two quarters later
  CHECK(oil(at(usual, stop)) == Approx(0.8 * 0.52));        // switched off: nobody acts
  CHECK(total_of(s, at(stopped, stop), "russia_prk_fuel", "PRK") >
        total_of(s, at(usual, stop), "russia_prk_fuel", "PRK"));
}

TEST_CASE("oil below the world price is a gift of the seller to the buyer (E6)",
          "[E6][mechanism]") {
  const auto look = [](const Overrides& overrides) {
    return Glance("routes-1990-2024", overrides, "china_friendly_oil", 2007.5);
  };
  const Glance gift = look({});
  CHECK(gift.part("PRK", "cheap_imports") > 0.0);
  CHECK(gift.part("CHN", "cheap_imports") == -gift.part("PRK", "cheap_imports"));
  CHECK(look({"packages.china_friendly_oil.clauses.discount.enabled=false"})
            .part("PRK", "cheap_imports") == 0.0);
}
