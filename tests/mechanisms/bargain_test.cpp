// The whole bargains over the programme: how long a freeze counts, what an assurance is worth, and
// talks that were under way.
#include "tests/mechanisms/kit.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

namespace {

const char* const framework = "agreed-framework-1994";
const std::string deal = "packages.agreed_framework";

Overrides with_whole(Overrides overrides) {
  overrides.push_back(deal + ".terms.freeze.grid=[1]");
  overrides.push_back(deal + ".terms.freeze.start=1");
  return overrides;
}

double part(const Overrides& overrides, const char* who, const char* reason, double year = 1994) {
  const Scenario s = scenes::load(framework, with_whole(overrides));
  return Look(s, "agreed_framework", year).part(who, reason);
}

}  // namespace

TEST_CASE("a freeze is worth no more than the years it is promised for (E5)", "[E5][mechanism]") {
  const auto owner = [](const char* years) {
    return part({deal + ".clauses.freeze.years=" + years}, "PRK", "programme");
  };
  // At 25 % a year: A(.25, 8) / A(.25, 4) = (1 - 1.25^-8) / (1 - 1.25^-4) = 1 + 1.25^-4.
  CHECK(owner("8") / owner("4") == Approx(1.4096));
  // Twenty years are the horizon: the same as the plain exchange, which gives it up for good.
  const Scenario s = scenes::load(framework, {"packages.us_fuel_for_freeze.enabled=true",
                                              "packages.us_fuel_for_freeze.terms.freeze.grid=[1]",
                                              "packages.us_fuel_for_freeze.terms.freeze.start=1"});
  const Look plain(s, "us_fuel_for_freeze", 1994);
  CHECK(owner("20") == Approx(plain.part("PRK", "programme")));
  // The other side counts it at 5 % a year and fears that it will be broken.
  const double full = plain.part("USA", "threat");
  const double eight = part({deal + ".clauses.freeze.years=8"}, "USA", "threat");
  CHECK(eight > 0.4 * full);
  CHECK(eight < 6.46321 / 12.46221 * full);  // A(.05, 8) / A(.05, 20) without that fear
}

TEST_CASE("an assurance is worth what it keeps off, and to him who is kept from it (E5)",
          "[E5][mechanism]") {
  const double usual = part({}, "PRK", "danger");
  CHECK(usual > 20);
  CHECK(part({deal + ".clauses.assurance.loss=20000"}, "PRK", "danger") == Approx(2 * usual));
  CHECK(part({deal + ".clauses.assurance.hazard=0.01"}, "PRK", "danger") == Approx(0.5 * usual));
  CHECK(part({}, "USA", "danger") == 0.0);
  CHECK(part({deal + ".clauses.assurance.enabled=false"}, "PRK", "danger") == 0.0);
  // It does not take the neighbour's war along.
  CHECK(part({deal + ".clauses.assurance.enabled=false"}, "KOR", "danger") ==
        Approx(part({}, "KOR", "danger")));
}

TEST_CASE("a bargain of which the reactors and assurances are left out is signed less often (E5)",
          "[E5][mechanism][long]") {
  const std::string signed_once = deal + ".signed";
  const Scenario whole = scenes::load(framework);
  const Scenario bare =
      scenes::load(framework, {deal + ".clauses.reactors.enabled=false",
                               deal + ".clauses.assurance.enabled=false",
                               deal + ".clauses.assurance_builder.enabled=false"});
  CHECK(difference("framework signed, whole -> bare", whole, bare, signed_once, 200).high < 0);
}
