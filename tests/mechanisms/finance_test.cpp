// Who pays for works: each mechanism by its effect, and the effect gone when it is switched off.
#include "tests/mechanisms/sealed.hpp"

#include <cstdio>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const std::string story_2011 = "debt-for-pipeline-2011";
const std::string round_the_dollar = "barter-2008";
const std::string the_record = "hindcast-1990-2024";

}  // namespace

TEST_CASE("a fund of several lenders builds faster, is repaid, and its escrow halves hold-up (D7)",
          "[D7][mechanism]") {
  const auto built = [](const Overrides& overrides) {
    Overrides all = {"packages.rail_fund.touches=[]", "corridors.trans_korean_rail.capex=1000"};
    all.insert(all.end(), overrides.begin(), overrides.end());
    const Scenario s = sealable(round_the_dollar, {"rail_fund"}, all);
    const std::vector<Offer> offers = {
        {"fee", 50}, {"return", 60}, {"second_return", 60}, {"freight", 450}};
    Ledger ledger = seal(s, {{"rail_fund", 2008, offers}}, 64);
    REQUIRE(entry_of(ledger, package(s, "rail_fund")) > 0);
    return std::pair(s, std::move(ledger));
  };
  const auto years = [](const std::pair<Scenario, Ledger>& run) {
    const Id line = corridor(run.first, "trans_korean_rail");
    double standing = 0;
    for (const auto& w : run.second.after) {
      standing += at(w.corridors, line).progress < 1 ? 0.25 : 0;
    }
    return standing;
  };
  const auto with = built({});
  const auto without = built({"packages.rail_fund.clauses.works_lender.enabled=false",
                              "packages.rail_fund.clauses.works_second_lender.enabled=false"});
  const Scenario& s = with.first;
  const Ledger& ledger = with.second;
  std::printf("D7 years to build: %.2f with lenders, %.2f without\n", years(with), years(without));
  CHECK(years(with) < years(without) - 1);
  for (const char* const lender : {"CHN", "JPN"}) {
    CHECK(ledger.sent(country(s, lender), no_id, Commodity::money) > 50.0);
    CHECK(ledger.sent(country(s, "RUS"), country(s, lender), Commodity::money) > 0.0);
    CHECK(without.second.sent(country(s, lender), no_id, Commodity::money) == 0.0);
  }
  // The guarantee of the account: half of what Russia and Seoul fear of the host.
  const Scenario escrow = scenes::load(round_the_dollar);
  const Scenario open = scenes::load(round_the_dollar, {"packages.rail_fund.guarantee=0"});
  const Look safe(escrow, "rail_fund", 2009);
  const Look bare(open, "rail_fund", 2009);
  CHECK(safe.part("RUS", "stranded") == Approx(bare.part("RUS", "stranded") / 2));
  CHECK(safe.part("KOR", "interruption") == Approx(bare.part("KOR", "interruption") / 2));
}

TEST_CASE("Seoul pays, Russian engineers repair, the DPRK gets the plants (D13)",
          "[D13][mechanism]") {
  const Scenario s = sealable(the_record, {"plant_repair"});
  const Ledger ledger = seal(s, {{"plant_repair", 2000, {{"margin", 20}}}}, 72);
  REQUIRE(entry_of(ledger, package(s, "plant_repair")) > 0);
  const Id kor = country(s, "KOR");
  const Id rus = country(s, "RUS");
  const Id prk = country(s, "PRK");
  // 50 M USD a year for five years as works, 20 as Russia's margin, nothing from the host; the deal
  // is renewed where its term ends inside the run.
  const double works = ledger.sent(kor, prk, Commodity::aid);
  CHECK(works >= 250.0 - 12.5);
  CHECK(ledger.sent(kor, rus, Commodity::money) == Approx(works * 20 / 50));
  CHECK(ledger.sent(prk, rus, Commodity::money) == 0.0);
  const Scenario record = scenes::load(the_record);
  const Look look(record, "plant_repair", 2004.5);
  CHECK(look.part("RUS", "received") > 0.0);
  CHECK(look.part("PRK", "aid") > 0.0);
  // Switched off: without the payer's clauses builder and host are left with good will.
  const Scenario off =
      scenes::load(the_record, {"packages.plant_repair.clauses.plants.enabled=false",
                                "packages.plant_repair.clauses.margin.enabled=false"});
  const Look nothing(off, "plant_repair", 2004.5);
  CHECK(nothing.part("RUS", "received") == 0.0);
  CHECK(nothing.part("PRK", "aid") == 0.0);
}

TEST_CASE("a line that is signed and not paid for waits, until instalments or a fund move it (D14)",
          "[D14][mechanism]") {
  const std::vector<std::string_view> deals = {"gas_line", "debt_for_pipeline", "fund"};
  const Overrides poor = {"packages.gas_line.clauses.works.budget=0", "packages.fund.touches=[]"};
  const auto progress = [&](const std::vector<Sealing>& sealed, Overrides more = {}) {
    Overrides all = poor;
    all.insert(all.end(), more.begin(), more.end());
    const Scenario s = sealable(story_2011, deals, all);
    const Ledger ledger = seal(s, sealed, 32);
    REQUIRE(entry_of(ledger, package(s, sealed.back().package)) > 0);
    const auto& line = at(ledger.end().corridors, corridor(s, "trans_korean_gas"));
    REQUIRE(line.stage == code<double>(CorridorStage::building));
    return line.progress;
  };
  const Sealing instalments = {
      "debt_for_pipeline", 2008, {{"haircut", 0.9}, {"tenor", 20}, {"recycled", 1}}};
  const double waiting = progress({{"gas_line", 2008}});
  const double recycled = progress({instalments, {"gas_line", 2008}});
  const double geared = progress({instalments, {"gas_line", 2008}}, {"rules.gearing=4"});
  const double fund = progress({{"fund", 2008}});
  std::printf("D14 progress by 2016: %.3f alone, %.3f recycled, %.3f geared, %.3f by a fund\n",
              waiting, recycled, geared, fund);
  CHECK(waiting == 0.0);
  CHECK(recycled > 0.05);
  CHECK(geared > 1.5 * recycled);
  CHECK(fund > 0.1);
  CHECK(progress({instalments, {"gas_line", 2008}}, {"rules.gearing=0"}) == 0.0);
}

TEST_CASE("a fund brings others to the table and takes of Russia's rent (D16)",
          "[D16][mechanism]") {
  const Scenario s = scenes::load("permissive-world");
  const Look own(s, "gas_line", 2009.5);
  const Look common(s, "fund", 2009.5);
  std::printf("D16 Russia gains %.0f by its own line, %.0f by the fund's; Japan %.0f\n",
              own.total("RUS"), common.total("RUS"), common.total("JPN"));
  CHECK(common.joint_surplus() > own.joint_surplus());
  CHECK(common.total("RUS") < 0.75 * own.total("RUS"));
  CHECK(common.total("JPN") > 0.0);
  // Switched off: contributors that ask for nothing back leave Russia its rent.
  const Scenario grant =
      scenes::load("permissive-world", {"packages.fund.clauses.return.enabled=false"});
  CHECK(Look(grant, "fund", 2009.5).total("RUS") > common.total("RUS"));
}

TEST_CASE("Russia signs a fund that leaves it a share and not one that leaves it none (D16)",
          "[D16][mechanism]") {
  const Scenario s = sealable("permissive-world", {"fund"}, {"packages.fund.touches=[]"});
  const Id deal = package(s, "fund");
  const Package& p = at(s.model.packages, deal);
  const auto signs = [&](double price) {
    const auto driver = [&](const World<double>&, Moves<double>& moves) {
      for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
        const Id who = at(s.model.parties, row).country;
        at(moves.driven, who) = who == country(s, "RUS") ? 0 : 1;
        at(moves.opens, row) = at(moves.answers, row) = 1;
      }
      for (Id k = p.terms.first; k < p.terms.end(); ++k) {
        const std::string& name = at(s.names.terms, k);
        at(moves.offered, k) = 1;
        at(moves.offers, k) = name == "fund.price" ? price : name == "fund.return" ? 150 : 50;
      }
    };
    const auto worlds = play(s, 24, driver);
    return at(worlds.back().packages, deal).stage >= code<double>(PackageStage::signed_);
  };
  CHECK(signs(2600));
  CHECK_FALSE(signs(1500));
}
