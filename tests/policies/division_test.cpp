// Who is due what in talks on the trans-Korean line, by split rule and protocol.
#include "policies/division.hpp"

#include "sim/simulation.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

constexpr std::size_t supplier = 0;
constexpr std::size_t host = 1;
constexpr std::size_t buyer = 2;

/// Packages that compete with the line but `gas_east`, the direct way.
const std::vector<std::string> one_rival = {
    "packages.gas_bypass.enabled=false", "packages.gas_line_in_kind.enabled=false",
    "packages.fund.enabled=false", "packages.debt_and_gas_line.enabled=false"};

std::vector<std::string> with(std::vector<std::string> all, const std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

/// Talks on a package of the permissive world, three years on.
class Talks {
  // First, as a deduced type must be seen before it is used.
  template <class Ask>
  auto ask(Ask&& ask) {
    const Step<double> step = simulation_.context();
    const Moves<double> nobody = Moves<double>::none(scenario_.model);
    const Table<double> table(step, nobody);
    const TermsRows<double> rows(scratch_.terms);
    note_worths(table, Spread{}, rows);
    return ask(table, rows);
  }

 public:
  explicit Talks(const std::vector<std::string>& overrides, const std::string& package = "gas_line")
      : scenario_(scenes::load("permissive-world", overrides)),
        simulation_(scenario_, RandomKey<double>{3, 1}),
        package_(find_name(scenario_.names.packages, package)),
        scratch_(make_scratch<double>(scenario_.model)) {
    simulation_.start();
    for (int tick = 0; tick < 12; ++tick) {
      simulation_.step();
    }
  }

  /// Puts the package into talks that signatory `opener` opened `years` ago.
  void open(Id opener, double years) {
    World<double> world = simulation_.world();
    auto& now = at(world.packages, package_);
    now.stage = code<double>(PackageStage::talks);
    now.proposer = convert<double>(at(scenario_.model.packages, package_).parties.first + opener);
    now.clock = years;
    simulation_.resume_from(world);
  }

  /// What the signatories are due on the terms as they stand, as shares of the joint surplus.
  [[nodiscard]] Shares<double> due() {
    return ask([&](const Table<double>& t, const TermsRows<double>& rows) {
      const double surplus = surplus_on_the_table(t, rows);
      REQUIRE(surplus > 0);
      Claims<double> claims = claims_on(t, package_, rows);
      Shares<double> shares = targets(t, claims, surplus);
      for (double& share : shares) {
        share /= surplus;
      }
      return shares;
    });
  }
  [[nodiscard]] PerSignatory<double> ideals() {
    return ask([&](const Table<double>& t, const TermsRows<double>& rows) {
      return claims_on(t, package_, rows).problem.ideal;
    });
  }
  [[nodiscard]] double worth(const std::string& package) {
    const Id id = find_name(scenario_.names.packages, package);
    return ask([&](const Table<double>& t, const TermsRows<double>&) { return worth_of(t, id); });
  }
  [[nodiscard]] double reservation(std::size_t k) {
    return ask([&](const Table<double>& t, const TermsRows<double>& rows) {
      const double surplus = surplus_on_the_table(t, rows);
      return claims_on(t, package_, rows).offer.reservation[k] / surplus;
    });
  }

 private:
  [[nodiscard]] double surplus_on_the_table(const Table<double>& t,
                                            const TermsRows<double>& rows) const {
    Trial<double> trial(t, package_, rows.trial);
    trial.value_open();
    return trial.gains().sum();
  }

  Scenario scenario_;
  Simulation<double> simulation_;
  Id package_;
  Scratch<double> scratch_;
};

}  // namespace

TEST_CASE("the egalitarian rule gives every signatory of the line the same money") {
  const Shares<double> due = Talks({"rules.split_rule=egalitarian"}).due();
  CHECK(due[supplier] == Approx(1 / 3.0));
  CHECK(due[host] == Approx(1 / 3.0));
  CHECK(due[buyer] == Approx(1 / 3.0));
}

TEST_CASE("the Nash rule divides the line by patience") {
  const Shares<double> due =
      Talks({"countries.RUS.discount_rate=0.1", "countries.PRK.discount_rate=0.2",
             "countries.KOR.discount_rate=0.05"})
          .due();
  // 1/r = 10, 5, 20 of 35
  CHECK(due[supplier] == Approx(10 / 35.0));
  CHECK(due[host] == Approx(5 / 35.0));
  CHECK(due[buyer] == Approx(20 / 35.0));
}

TEST_CASE("a country whose gain a bound holds down gets less by Kalai and Smorodinsky's rule") {
  const std::vector<std::string> rule = {"rules.split_rule=kalai_smorodinsky"};
  const Shares<double> free = Talks(rule).due();
  Talks bounded(with(
      rule, {"packages.gas_line.terms.fee.upper=100", "packages.gas_line.terms.fee.start=50"}));
  const Shares<double> held = bounded.due();
  CHECK(free[host] == Approx(1 / 3.0).epsilon(0.01));
  CHECK(held[host] < 0.9 * free[host]);
  // gains in proportion to the ideals
  const PerSignatory<double> ideal = bounded.ideals();
  CHECK(held[host] / held[buyer] == Approx(ideal[host] / ideal[buyer]).epsilon(0.02));
}

TEST_CASE("the compromise favours who has the means and little else to do") {
  const std::vector<std::string> rule = {"rules.split_rule=compromise"};
  const Shares<double> base = Talks(rule).due();
  const Shares<double> busy = Talks(with(rule, {"countries.KOR.attention.summit.menu=600"})).due();
  CHECK(busy[buyer] < base[buyer]);
  CHECK(busy[host] > base[host]);
}

TEST_CASE("by Shapley the host holds out for a third of what the land route adds") {
  // v(RK) = a by the direct line, v(RDK) = a + b: D is worth b/3, of a + b in all.
  Talks talks(with(one_rival, {"rules.split_rule=shapley", "corridors.gas_east.capex=500"}));
  const double direct = talks.worth("gas_east");
  const double line = talks.worth("gas_line");
  REQUIRE(direct > 0);
  REQUIRE(line > direct);
  const Shares<double> due = talks.due();
  CHECK(due[host] == Approx((line - direct) / 3 / line));
  CHECK(due[supplier] == Approx(due[buyer]));
}

TEST_CASE("without a rival Shapley gives a third each and with one the host loses") {
  const std::vector<std::string> alone =
      with(one_rival, {"rules.split_rule=shapley", "packages.gas_east.enabled=false"});
  CHECK(Talks(alone).due()[host] == Approx(1 / 3.0));
  CHECK(Talks({"rules.split_rule=shapley"}).due()[host] < 0.3);
}

TEST_CASE("a rival that cannot be signed yet does not count") {
  const std::vector<std::string> cheap =
      with(one_rival, {"rules.split_rule=shapley", "corridors.gas_east.capex=500"});
  Talks later(with(cheap, {"packages.gas_east.preconditions=[{from: 2030}]"}));
  CHECK(later.due()[host] == Approx(1 / 3.0));
}

TEST_CASE("a package may have a rule of its own") {
  const Shares<double> due = Talks({"packages.gas_line.split_rule=egalitarian"}).due();
  CHECK(due[host] == Approx(1 / 3.0));
  CHECK(Talks({}).due()[host] < 0.3);
}

TEST_CASE("who speaks has more by alternating offers and most by a last word") {
  Talks offers({"rules.protocol=alternating_offers"});
  Talks last({"rules.protocol=take_it_or_leave_it"});
  offers.open(host, 0.25);
  last.open(host, 0.25);
  const double speaking = offers.due()[host];
  CHECK(last.due()[host] > speaking);
  CHECK(last.due()[buyer] == Approx(last.reservation(buyer)));
  offers.open(buyer, 0.25);
  CHECK(offers.due()[host] < speaking);
}

TEST_CASE("the floor passes on during the talks") {
  Talks offers({"rules.protocol=alternating_offers"});
  offers.open(host, 0.25);
  const double first = offers.due()[host];
  offers.open(host, 0.75);  // the buyer's turn
  CHECK(offers.due()[host] < first);
  offers.open(host, 1.75);  // its own again
  CHECK(offers.due()[host] == Approx(first));
}
