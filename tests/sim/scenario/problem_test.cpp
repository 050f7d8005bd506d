#include "tests/sim/scenario/support.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

/// A mistake made in the toy and all that is said of it.
struct Case {
  std::string from;
  std::string to;
  std::string said;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.to);
    CHECK(complaints(toy({{c.from, c.to}})) == c.said);
  }
}

}  // namespace

TEST_CASE("the toy has no problem", "[scenario]") {
  CHECK(complaints(toy()).empty());
}

TEST_CASE("an unknown name is told with the nearest known one", "[scenario]") {
  check({{"countries: [RUS, PRK, KOR]", "countries: [RUS, PKR, KOR]",
          "corridors.line.countries: unknown name \"PKR\"; allowed: RUS, PRK, KOR, USA; did you "
          "mean \"PRK\"?\n"},
         {"instrument: waiver\n", "instrument: waver\n",
          "packages.waiver_deal.instrument: unknown name \"waver\"; allowed: pipeline, write_off, "
          "waiver; did you mean \"waiver\"?\n"},
         {"touches: [aid]", "touches: [aids]",
          "instruments.write_off.touches: unknown name \"aids\"; allowed: aid, waiver, project; "
          "did you mean \"aid\"?\n"},
         {"kind: list", "kind: lists",
          "acts.usa_lists.kind: unknown name \"lists\"; allowed: test, suspend, cut_off, press, "
          "list, ease, refuse, close, slight, reprice; did "
          "you mean \"list\"?\n"},
         {"pair: KOR-PRK", "pair: KOR-PKR",
          "events.1.pair: unknown name \"KOR-PKR\"; allowed: RUS-PRK, KOR-RUS, PRK-KOR, "
          "USA-KOR\n"}});
}

TEST_CASE("an unknown key is told with the nearest known one", "[scenario]") {
  const std::string said =
      complaints(toy({{"title: A line with a host", "titel: A line with a host"}}));
  CHECK(said.starts_with("instruments.pipeline.titel: unknown key; allowed: "));
  CHECK(said.ends_with("; did you mean \"title\"?\n"));
}

TEST_CASE("a mistake in a default or a template is told once", "[scenario]") {
  check({{"      kappa: {value: 0.8, unit: index, source: BOOK}\n", "",
          "countries.RUS.strategy.kappa: missing\n"},
         {"energy: {value: 0.3,", "energy: {value: 0.4,",
          "countries.RUS.weights: the weights sum to 1.1; allowed: weights that sum to 1\n"},
         {"volume: {value: 1, unit: share, assumption: \"all of it\", range: [0.5, 1]}",
          "volume: {value: 1, unit: years, source: BOOK}",
          "instruments.pipeline.clauses.gas.volume.unit: unit \"years\" where \"share\" is "
          "expected; allowed: share, percent, %\n"}});
}

TEST_CASE("two keys missing in one default are both told", "[scenario]") {
  const std::string said =
      complaints(toy({{"      kappa: {value: 0.8, unit: index, source: BOOK}\n", ""},
                      {"      noise: {value: 0.2, unit: index, source: BOOK}\n", ""}}));
  CHECK(said == "countries.RUS.strategy.kappa: missing\ncountries.RUS.strategy.noise: missing\n");
}

TEST_CASE("a thing must be of the kind its clause is about", "[scenario]") {
  check(
      {{"    things: {route: line}\n    preconditions",
        "    things: {route: loan}\n    preconditions",
        "packages.line_deal.things.route: \"loan\" is one of debts; allowed: one of corridors: "
        "line, tanker\n"},
       {"things: {regime: regimes, route: corridors}", "things: {regime: debts, route: corridors}",
        "instruments.waiver.clauses.exemption.regime: \"regime\" is one of debts; allowed: a "
        "thing declared as regimes\n"
        "packages.waiver_deal.things.regime: \"measures\" is one of regimes; allowed: one of "
        "debts: loan\n"},
       {"debt: claim, haircut", "debt: claims, haircut",
        "instruments.write_off.clauses.debt_relief.debt: unknown name \"claims\"; allowed: "
        "claim; did you mean \"claim\"?\n"}});
}

TEST_CASE("every role of a package is bound to a country and no other is", "[scenario]") {
  check({{"roles: {creditor: RUS, debtor: PRK}", "roles: {creditor: RUS}",
          "packages.debt_deal.roles.debtor: missing\n"},
         {"roles: {creditor: RUS, debtor: PRK}", "roles: {creditor: RUS, debtor: PRK, third: KOR}",
          "packages.debt_deal.roles.third: unknown key; allowed: creditor, debtor\n"},
         {"roles: {creditor: RUS, debtor: PRK}", "roles: {creditor: RUS, debtor: KOR}",
          "packages.debt_deal.things: an end of loan does not sign; allowed: roles for its "
          "creditor and its debtor\n"},
         {"{clause: passage, host: host", "{clause: passage, host: supplier",
          "instruments.pipeline.clauses.passage.seller: the same country in two roles of the "
          "clause; allowed: different countries\n"}});
}

TEST_CASE("slots of a clause are those of its kind", "[scenario]") {
  const std::string said = complaints(toy({{"{clause: passage, host", "{clause: pasage, host"}}));
  CHECK(said.starts_with("instruments.pipeline.clauses.pasage.clause: unknown name \"pasage\"; "));
  CHECK(said.ends_with("; did you mean \"passage\"?\n"));
  check({{"{clause: passage, host: host, seller", "{clause: passage, host: host, seler",
          "instruments.pipeline.clauses.passage.seller: missing\n"
          "instruments.pipeline.clauses.passage.seler: unknown key; allowed: buyer, clause, "
          "enabled, host, "
          "name, of, seller; did you mean \"seller\"?\n"},
         {"amount: $fee, years: {value: 30, unit: years, source: BOOK}, ", "amount: $fee, ",
          "instruments.pipeline.clauses.payment.years: missing\n"},
         {"amount: $fee", "amount: $fees",
          "instruments.pipeline.clauses.payment.amount: unknown term \"$fees\"; allowed: fee, "
          "price; did you mean \"fee\"?\n"}});
}

TEST_CASE("a term has its bounds in order and within what its clause admits", "[scenario]") {
  const std::string bounds = "lower: 0, upper: 300, start: 100";
  check({{bounds, "lower: 400, upper: 300, start: 350",
          "instruments.pipeline.terms.fee.lower: 400 lies above upper, 300; allowed: at most "
          "upper\n"},
         {bounds, "lower: 0, upper: 300, start: 400",
          "instruments.pipeline.terms.fee.start: found 400; allowed: from 0 to 300\n"},
         {bounds, "lower: 0, upper: 30000, start: 100",
          "instruments.pipeline.clauses.payment.amount: a term that reaches 30000; allowed: from "
          "-20000 to 20000 musd/y\n"},
         {"grid: [0.5, 0.8, 0.9, 0.95]", "grid: [0.5, 1]",
          "instruments.write_off.terms.haircut.grid: found 1; allowed: from 0.5 to 0.95\n"}});
}

TEST_CASE("a term is a transfer between two roles or a quantity on a grid", "[scenario]") {
  const std::string ends = "from: supplier, to: host}";
  check({{ends, "from: supplier, to: guest}",
          "instruments.pipeline.terms.fee.to: unknown name \"guest\"; allowed: supplier, host, "
          "buyer\n"},
         {ends, "from: supplier}",
          "instruments.pipeline.terms.fee.from: one end of a transfer; allowed: both from and to, "
          "or neither\n"},
         {ends, "from: supplier, to: supplier}",
          "instruments.pipeline.terms.fee.to: the payer itself; allowed: a role of another "
          "country\n"},
         {ends, "note: x}",
          "instruments.pipeline.terms.fee: neither a transfer nor a quantity; allowed: from and "
          "to, or a grid of values to try\n"}});
}

TEST_CASE("transfers that run in a circle are refused", "[scenario]") {
  const std::string said = complaints(toy({{"      price:\n        unit: musd/y\n",
                                            "      back: {unit: musd/y, lower: 0, upper: 1, start: "
                                            "0, from: host, to: buyer}\n"
                                            "      price:\n        unit: musd/y\n"}}));
  const std::string circle =
      ".terms: the transfers are not listed leaf first, or run in a circle; allowed: each transfer "
      "with an end that no later transfer has\n";
  CHECK(said == "instruments.pipeline" + circle + "packages.bundle" + circle);
}

TEST_CASE("packages that wait for one another are refused", "[scenario]") {
  check({{"    things: {claim: loan}\n",
          "    preconditions: [{in_force: line_deal}]\n    things: {claim: loan}\n",
          "packages.line_deal.preconditions: packages wait for one another: line_deal -> debt_deal "
          "-> line_deal; allowed: an order in which they can enter into force\n"},
         {"[{from: 2000.5}, {in_force: debt_deal}]", "[{from: 2000.5, in_force: debt_deal}]",
          "packages.line_deal.preconditions.0: 2 conditions; allowed: exactly one of in_force, "
          "not_in_force, corridor, debt_settled, from\n"},
         {"conflicts: [bundle]", "conflicts: [line_deal]",
          "packages.line_deal.conflicts: the package itself; allowed: other packages\n"}});
}
