// Relations, guarantors and cooperation of several: each mechanism by its effect, and the effect
// gone when it is switched off.
#include "tests/mechanisms/signing.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string record = "hindcast-1990-2024";
const std::string undeclared = "undeclared-1990-2024";

}  // namespace

TEST_CASE(
    "Russia's influence needs both Koreas: losing one takes it from the deal with the other (S14)",
    "[S14][mechanism]") {
  Scenario s = scenes::load(record);
  const auto influence = [&s] {
    return Look(s, "labour_quota", 2004.5).part("RUS", "influence") +
           Look(s, "treaty_rus_prk", 2004.5).part("RUS", "influence");
  };
  const double both_near = influence();
  CHECK(both_near > 3);
  const double baseline = scenes::value(s, "pairs.RUS-KOR.baseline");
  scenes::set(s, "pairs.RUS-KOR.baseline", -1);
  CHECK(influence() == 0.0);
  scenes::set(s, "pairs.RUS-KOR.baseline", baseline);
  CHECK(influence() == both_near);
  scenes::set(s, "countries.RUS.preferences.influence", 0);
  CHECK(influence() == 0.0);
}

TEST_CASE("a deal brings two countries closer and a breach drives them apart (S14)",
          "[S14][mechanism]") {
  const Scenario s = scenes::load(record, at_once("treaty_rus_prk"));
  const Package& p = at(s.model.packages, package(s, "treaty_rus_prk"));
  const auto after = [&](bool signs, bool breaks) {
    const Driver driver = signing(s, "treaty_rus_prk", signs ? 0 : 99);
    return play(s, 6,
                [&](const World<double>& w, Moves<double>& m) {
                  driver(w, m);
                  at(m.driven, country(s, "RUS")) = at(m.driven, country(s, "PRK")) = 1;
                  at(m.opens, p.parties.first) *= w.tick < 3 ? 1 : 0;
                  at(m.breaks, p.parties.first) = breaks && w.tick == 4 ? 1 : 0;
                })
        .back();
  };
  const PairState<double> none = between(s, after(false, false), "RUS", "PRK");
  CHECK(none.affinity < between(s, after(true, false), "RUS", "PRK").affinity);
  CHECK(between(s, after(true, true), "RUS", "PRK").affinity <
        between(s, after(true, false), "RUS", "PRK").affinity - 0.1);
  CHECK(trust(between(s, after(true, true), "RUS", "PRK")) <
        trust(between(s, after(true, false), "RUS", "PRK")) - 0.1);
}

TEST_CASE("a guarantor lowers what a host's hold-up costs and the risk of a breach (S15)",
          "[S15][mechanism]") {
  const auto scene = [](const std::string& weight) {
    return scenes::load("permissive-world",
                        at_once("gas_line") + Overrides{"packages.gas_line.guarantee=" + weight});
  };
  const Scenario none = scene("0");
  const Scenario half = scene("0.5");
  const double bare = Look(none, "gas_line", 2009).part("KOR", "interruption");
  CHECK(bare < 0);
  CHECK(Look(half, "gas_line", 2009).part("KOR", "interruption") == Approx(0.5 * bare));
  const auto risk = [](const Scenario& s) {
    const auto worlds = play(s, 3, signing(s, "gas_line"));
    return at(worlds.back().packages, package(s, "gas_line")).breach_rate;
  };
  CHECK(risk(none) > 0);
  CHECK(risk(half) < 0.7 * risk(none));
}

TEST_CASE("Mongolia guards a forum and earns from transit by configuration alone (S15)",
          "[S15][mechanism]") {
  const Scenario s = scenes::load("twelve-agents");
  const Scenario off = scenes::load("twelve-agents", {"packages.gas_line.guarantee=0"});
  CHECK(s.model.countries.size() == 12);
  CHECK(at(s.model.packages, package(s, "gas_line")).guarantor == country(s, "MNG"));
  CHECK(Look(s, "siberia_2_by_mongolia", 2028).part("MNG", "received") > 0);
  CHECK(Look(s, "gas_line", 2027).part("KOR", "interruption") >
        Look(off, "gas_line", 2027).part("KOR", "interruption"));
}

TEST_CASE("development of the Far East waits for the political settlement (S16)",
          "[S16][mechanism]") {
  const Overrides ready = {"packages.far_east_development.needs_memorandum=false",
                           "packages.far_east_development.is_treaty=false"};
  const auto runs = [&ready](const Overrides& more, bool settles) {
    const Scenario s = scenes::load(undeclared, at_once("normalisation_kor_prk") + ready + more);
    const Id from = tick_of(s, 2006);
    // A seat that is driven all along settles nothing before.
    const Driver settlement = signing(s, "normalisation_kor_prk", settles ? from : 999) &
                              doing(s, "rok_closes_kaesong", 999);
    const auto worlds =
        play(s, from + 4, settlement & signing(s, "far_east_development", from + 2));
    return is_at(s, worlds.back(), "far_east_development", PackageStage::in_force);
  };
  CHECK(runs({}, true));
  CHECK_FALSE(runs({}, false));
  CHECK(runs({"packages.far_east_development.preconditions=[]"}, false));
}

TEST_CASE(
    "capital of the ROK, labour of the DPRK and power of Russia are worth more together (S16)",
    "[S16][mechanism]") {
  const std::string deal = "far_east_development";
  const auto scene = [&deal](const std::string& clause) {
    const Overrides off = {"packages." + deal + ".clauses." + clause + ".enabled=false"};
    return scenes::load(undeclared, at_once(deal) + (clause.empty() ? Overrides{} : off));
  };
  const Scenario whole = scene("");
  const Scenario no_labour = scene("labour");
  const Scenario no_power = scene("resources");
  const Look all(whole, deal, 2007);
  CHECK(all.joint_surplus() > 0);
  CHECK(all.part("PRK", "labour") > 0);
  CHECK(all.part("KOR", "fuel_value") > 0);
  CHECK(Look(no_labour, deal, 2007).part("PRK", "labour") == 0.0);
  CHECK(Look(no_labour, deal, 2007).joint_surplus() < all.joint_surplus());
  CHECK(Look(no_power, deal, 2007).joint_surplus() < all.joint_surplus());
  // Without its capital nothing is built.
  const auto progress = [&deal](const Scenario& s) {
    const Id from = tick_of(s, 2007);
    const auto worlds = play(s, from + 8, signing(s, deal, from));
    return at(worlds.back().corridors, corridor(s, "power_line")).progress;
  };
  CHECK(progress(whole) > 0.05);
  CHECK(progress(scene("capital")) == 0.0);
}
