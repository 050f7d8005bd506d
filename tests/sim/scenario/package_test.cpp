#include "tests/sim/scenario/support.hpp"
#include "world/clauses/clauses.hpp"
#include "world/rng.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

const Package& package(const Scenario& s, const char* name) {
  return at(s.model.packages, id(s.names.packages, name));
}

// Countries of a package's party rows, signatories marked by a star.
std::string parties(const Scenario& s, const char* name) {
  std::string out;
  const Package& p = package(s, name);
  for (Id row = p.parties.first; row < p.parties.end(); ++row) {
    const Party& party = at(s.model.parties, row);
    out += (out.empty() ? "" : " ") + at(s.names.countries, party.country);
    out += party.signs ? "*" : "";
  }
  return out;
}

}  // namespace

TEST_CASE("roles and things of a clause are bound to the package's countries and entities",
          "[scenario]") {
  const Scenario s = compile(toy());
  const Package& p = package(s, "line_deal");
  REQUIRE(p.clauses.count == 4);
  const Clause& supply = at(s.model.clauses, p.clauses.first);
  CHECK(supply.kind == ClauseKind::supply);
  CHECK(supply.who[0] == 0);   // RUS sells
  CHECK(supply.who[1] == 2);   // KOR buys
  CHECK(supply.what[0] == 0);  // over the line
  CHECK(p.corridors == std::vector<Id>{0});
  CHECK(package(s, "debt_deal").corridors.empty());
}

TEST_CASE("numbers of an instrument are copied for each package", "[scenario]") {
  const Scenario s = compile(toy(), {"packages.line_deal.clauses.gas.years=20"});
  CHECK(value(s, "packages.line_deal.clauses.gas.years") == 20);
  CHECK(value(s, "packages.bundle.clauses.gas.years") == 30);
  CHECK(value(s, "packages.line_deal.clauses.0.years") == 20);  // by position
  CHECK(s.names.clauses.at(2) == "line_deal.payment");
  CHECK(s.names.clauses.at(3) == "line_deal.payment_2");
  CHECK(value(s, "packages.line_deal.clauses.payment_2.issue") == 0);  // energy
  CHECK(value(s, "packages.line_deal.clauses.payment.issue") == 1);    // transit
}

TEST_CASE("amounts that name a term hold its row in the model", "[scenario]") {
  const Scenario s = compile(toy());
  const Package& p = package(s, "line_deal");
  const Clause& fee = at(s.model.clauses, p.clauses.first + 2);
  CHECK(fee.amount[0].term == p.terms.first);
  CHECK_FALSE(fee.amount[0].number.exists());
  CHECK(fee.amount[1].term == no_id);
  CHECK(at(s.names.terms, fee.amount[0].term) == "line_deal.fee");
}

TEST_CASE("a transfer has a payer and a payee and a quantity has its grid", "[scenario]") {
  const Scenario s = compile(toy());
  const Package& line = package(s, "line_deal");
  const Term& fee = at(s.model.terms, line.terms.first);
  CHECK(fee.payer == 0);
  CHECK(fee.payee == 1);
  CHECK(fee.grid.empty());
  CHECK(value(s, "packages.line_deal.terms.fee.upper") == 300);
  const Term& haircut = at(s.model.terms, package(s, "debt_deal").terms.first);
  CHECK(haircut.payer == no_id);
  REQUIRE(haircut.grid.size() == 4);
  CHECK(value(s, "packages.debt_deal.terms.haircut.grid.3") == 0.95);
}

TEST_CASE("several instruments in one package are the union of their roles and clauses",
          "[scenario]") {
  const Scenario s = compile(toy());
  const Package& p = package(s, "bundle");
  CHECK(p.clauses.count == 5);
  CHECK(p.terms.count == 3);
  CHECK(p.attention == Attention::summit);
  CHECK(p.needs_memorandum);
  CHECK(p.touches == std::array<bool, 3>{true, false, true});  // aid and project
  CHECK(p.guarantor == 0);                                     // the creditor, RUS
  CHECK(value(s, "packages.bundle.guarantee") == 0.5);
}

TEST_CASE("a term two instruments declare is prefixed with its instrument", "[scenario]") {
  const Scenario s = compile(toy(
      {{"{unit: share, lower: 0.5, upper: 0.95, start: 0.9, source: "
        "BOOK, grid: [0.5, 0.8, 0.9, 0.95]}",
        "{unit: share, lower: 0, upper: 1, start: 0.9, grid: [0.9]}\n"
        "      fee: {unit: share, lower: 0, upper: 0.5, start: 0.2, "
        "grid: [0.2]}"},
       {"haircut: $haircut", "haircut: $haircut, recycled: $fee"},
       {"things: {claim: debts}\n    touches: [aid]", "things: {claim: debts, into: corridors}"},
       {"{clause: debt_relief, debt: claim", "{clause: debt_relief, into: into, debt: claim"},
       {"    things: {claim: loan}\n", "    things: {claim: loan, into: line}\n"},
       {"things: {route: line, claim: loan}", "things: {route: line, claim: loan, into: line}"}}));
  CHECK(id(s.names.terms, "bundle.pipeline_fee") != no_id);
  CHECK(id(s.names.terms, "bundle.fee") == no_id);
  CHECK(id(s.names.terms, "debt_deal.fee") != no_id);
  const Package& p = package(s, "bundle");
  const Clause& relief = at(s.model.clauses, p.clauses.first + 4);
  CHECK(at(s.names.terms, relief.amount[2].term) == "bundle.write_off_fee");
  CHECK(value(s, "packages.bundle.terms.pipeline_fee.upper") == 300);
}

TEST_CASE("signatories come first and senders of regimes against them watch", "[scenario]") {
  const Scenario s = compile(toy());
  CHECK(parties(s, "line_deal") == "RUS* PRK* KOR* USA");
  CHECK(parties(s, "debt_deal") == "RUS* PRK* USA KOR");
  CHECK(parties(s, "waiver_deal") == "KOR* PRK* USA");
  const Package& p = package(s, "debt_deal");
  CHECK(p.signatories == 2);
  CHECK(p.row.at(3) == p.parties.first + 2);
  CHECK(package(s, "waiver_deal").row.at(0) == no_id);
  CHECK(p.consents == std::vector<Id>{0});
  CHECK(at(s.model.parties, p.parties.first).key == entity_key("parties/debt_deal/RUS"));
}

TEST_CASE("who plays a role that does not sign watches", "[scenario]") {
  const Scenario s = compile(toy(
      {{"target: \"who is relieved\"", "target: {meaning: \"who is relieved\", signs: false}"}}));
  CHECK(parties(s, "waiver_deal") == "KOR* PRK");
  CHECK(package(s, "waiver_deal").signatories == 1);
  CHECK(package(s, "waiver_deal").consents.empty());
}

TEST_CASE("conflicts hold both ways", "[scenario]") {
  const Scenario s = compile(toy());
  CHECK(package(s, "line_deal").conflicts == std::vector<Id>{2});
  CHECK(package(s, "bundle").conflicts == std::vector<Id>{0});
}

TEST_CASE("preconditions name a date or another package", "[scenario]") {
  const Scenario s = compile(toy());
  const auto& conditions = package(s, "line_deal").preconditions;
  REQUIRE(conditions.size() == 2);
  CHECK(conditions[0].kind == Precondition::Kind::year);
  CHECK(value(s, "packages.line_deal.preconditions.0.from") == 2000.5);
  CHECK(conditions[1].kind == Precondition::Kind::in_force);
  CHECK(conditions[1].entity == 1);
}

TEST_CASE("spare packages stand at the end without parties", "[scenario]") {
  const Scenario s = compile(toy());
  REQUIRE(s.model.packages.size() == 6);
  CHECK(s.names.packages.at(5) == "spare_2");
  CHECK(s.model.packages[5].is_spare);
  CHECK(s.model.packages[5].parties.count == 0);
  CHECK(s.model.packages[5].row == std::vector<Id>(4, no_id));
}

TEST_CASE("a disabled regime takes with it what cannot happen without it", "[scenario]") {
  const Scenario s = compile(toy(), {"regimes.measures.enabled=false"});
  CHECK(s.model.regimes.empty());
  CHECK(id(s.names.packages, "waiver_deal") == no_id);
  CHECK(s.names.acts == std::vector<std::string>{"prk_test"});
  CHECK(parties(s, "line_deal") == "RUS* PRK* KOR*");
  CHECK(std::find(s.notes.begin(), s.notes.end(),
                  "packages.waiver_deal is left out: its regime measures is disabled") !=
        s.notes.end());
}

TEST_CASE("a package that waits for a disabled one is left out with it", "[scenario]") {
  const Scenario s = compile(toy(), {"packages.debt_deal.enabled=false"});
  CHECK(s.names.packages ==
        std::vector<std::string>{"bundle", "waiver_deal", "spare_1", "spare_2"});
  CHECK(package(s, "bundle").conflicts.empty());
}

TEST_CASE("a disabled firm leaves its corridor", "[scenario]") {
  const Scenario s = compile(toy(), {"corridors.line.firms.pipeworks.enabled=false"});
  CHECK(s.names.firms.empty());
  CHECK(at(s.model.corridors, 0).firms.count == 0);
}
