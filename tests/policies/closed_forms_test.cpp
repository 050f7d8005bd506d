// Results known in closed form: what theory says about two routes for gas, patience and haircuts.
#include "policies/protocol/rubinstein.hpp"
#include "policies/split/split.hpp"
#include "sim/coalition/coalition.hpp"
#include "world/haircut.hpp"
#include "world/lanes.hpp"
#include "world/math.hpp"

#include <array>
#include <cstddef>

#include <catch2/catch.hpp>

namespace tumen {
namespace {

constexpr std::size_t supplier = 0;
constexpr std::size_t transit = 1;
constexpr std::size_t buyer = 2;

PerPlayer<double> route_power(const GasRoute& route) {
  return shapley_values(gas_route_game(route), 3 + route.veto_players);
}

/// Equal to 1e-12 of the expected number.
Approx exactly(double expected) {
  return Approx(expected).epsilon(1e-12).scale(0);
}

}  // namespace

TEST_CASE("with both routes worth having the transit country is worth a third of the land route") {
  // Orders of arrival RDK: D adds b only when R and K are there before it, in 2 of 6 orders: b/3.
  // R and K are alike and share the rest: (a + b - b/3)/2 = a/2 + b/3.
  const PerPlayer<double> power = route_power({.sea_value = 300, .land_extra = 390});
  CHECK(power[supplier] == exactly(280));  // 150 + 130
  CHECK(power[transit] == exactly(130));
  CHECK(power[buyer] == exactly(280));

  const PerPlayer<double> poor_sea = route_power({.sea_value = 100, .land_extra = 390});
  CHECK(poor_sea[supplier] == exactly(180));  // 50 + 130
  CHECK(poor_sea[transit] == exactly(130));
  CHECK(poor_sea[buyer] == exactly(180));
}

TEST_CASE("where only the land route pays all three are needed and worth the same") {
  // a = -100, b = 250: v is 150 for RDK and 0 for everything smaller: (a + b)/3 = 50.
  const PerPlayer<double> power = route_power({.sea_value = -100, .land_extra = 250});
  CHECK(power[supplier] == exactly(50));
  CHECK(power[transit] == exactly(50));
  CHECK(power[buyer] == exactly(50));
}

TEST_CASE("where no route pays nobody is worth anything") {
  const GasRoute lossmaking = {.sea_value = -300, .land_extra = 250};
  const GasRoute just_not = {.sea_value = -250, .land_extra = 250};
  CHECK(route_power(lossmaking) == PerPlayer<double>{});
  CHECK(route_power(just_not) == PerPlayer<double>{});
}

TEST_CASE("a land route that costs more than it brings gives the transit country nothing") {
  // a = 300, b = -50: gas goes by sea, R and K share 300.
  CHECK(route_power({.sea_value = 300, .land_extra = -50}) ==
        PerPlayer<double>{150, 0, 150, 0, 0, 0});
}

TEST_CASE("a veto player is worth as much as the transit country and a second lowers both") {
  // D adds b only as the last of R, D, K and the veto players: 1 in 4 orders, 1 in 5 with two.
  const PerPlayer<double> one =
      route_power({.sea_value = 300, .land_extra = 390, .veto_players = 1});
  CHECK(one[transit] == exactly(97.5));  // 390/4
  CHECK(one[3] == exactly(97.5));
  CHECK(one[supplier] == exactly(247.5));  // (690 - 195)/2
  CHECK(one[buyer] == exactly(247.5));

  const PerPlayer<double> two =
      route_power({.sea_value = 300, .land_extra = 390, .veto_players = 2});
  CHECK(two[transit] == exactly(78));  // 390/5
  CHECK(two[3] == exactly(78));
  CHECK(two[4] == exactly(78));
  CHECK(two[supplier] == exactly(228));  // (690 - 234)/2
}

TEST_CASE("the Shapley split of the gas line is the Shapley value of each signatory") {
  const CoalitionTable<double> game = gas_route_game({.sea_value = 300, .land_extra = 390});
  BargainingProblem<double> deal;
  deal.n = 3;
  deal.surplus = 690;
  deal.game = {&game, 3};
  const Shares<double> payoff = split(SplitRule::shapley, deal);
  CHECK(payoff[supplier] == exactly(280));
  CHECK(payoff[transit] == exactly(130));
  CHECK(payoff[buyer] == exactly(280));
}

TEST_CASE(
    "the asymmetric Nash solution adds its share of the surplus to each disagreement payoff") {
  // Powers 1 : 2 : 5 of a surplus of 80: 10 + 10, -5 + 20, 0 + 50.
  BargainingProblem<double> deal;
  deal.n = 3;
  deal.surplus = 80;
  deal.disagreement = {10, -5, 0};
  deal.power = {1, 2, 5};
  const Shares<double> payoff = split(SplitRule::nash, deal);
  CHECK(payoff[0] == exactly(20));
  CHECK(payoff[1] == exactly(15));
  CHECK(payoff[2] == exactly(50));
}

TEST_CASE("the first of two equally patient proposers keeps 1 / (1 + d)") {
  CHECK(rubinstein_proposer_share(0.9, 0.9) == exactly(0.526315789473684));  // 1/1.9
  CHECK(rubinstein_proposer_share(0.9, 0.9) == exactly(1 / 1.9));
}

TEST_CASE("the more patient proposer keeps more and patience without end keeps all") {
  CHECK(rubinstein_proposer_share(0.9, 0.5) == exactly(0.5 / 0.55));
  CHECK(rubinstein_proposer_share(0.5, 0.9) == exactly(0.1 / 0.55));
  CHECK(rubinstein_proposer_share(1.0, 0.8) == exactly(1));
  CHECK(rubinstein_proposer_share(0.8, 1.0) == 0);
  CHECK(rubinstein_proposer_share(0.0, 0.0) == 1);  // take it or leave it
  CHECK(rubinstein_proposer_share(1.0, 1.0) == 0.5);
}

TEST_CASE("a lane of a Rubinstein share has the bits of the scalar share") {
  Lanes<double, 4> own;
  Lanes<double, 4> other;
  const std::array<double, 4> own_discounts = {0.9, 1.0, 0.3, 1.0};
  const std::array<double, 4> other_discounts = {0.9, 0.8, 0.95, 1.0};
  for (int k = 0; k < 4; ++k) {
    set_lane(own, k, own_discounts[static_cast<std::size_t>(k)]);
    set_lane(other, k, other_discounts[static_cast<std::size_t>(k)]);
  }
  const Lanes<double, 4> share = rubinstein_proposer_share(own, other);
  for (int k = 0; k < 4; ++k) {
    CHECK(share[k] == rubinstein_proposer_share(own[k], other[k]));
  }
}

TEST_CASE("bargaining power is inversely proportional to the discount rate") {
  // 1/.1 : 1/.25 = 10 : 4.
  const PerSignatory<double> power =
      bargaining_power_from_patience(PerSignatory<double>{0.10, 0.25}, 2);
  CHECK(power[0] == exactly(10.0 / 14));
  CHECK(power[1] == exactly(4.0 / 14));
  CHECK(power[2] == 0);
  // Three parties: 10 : 5 : 4.
  const PerSignatory<double> three =
      bargaining_power_from_patience(PerSignatory<double>{0.10, 0.20, 0.25}, 3);
  CHECK(three[0] == exactly(10.0 / 19));
  CHECK(three[1] == exactly(5.0 / 19));
  CHECK(three[2] == exactly(4.0 / 19));
}

TEST_CASE("as offers follow faster Rubinstein's share nears the power that patience gives") {
  const double power = bargaining_power_from_patience(PerSignatory<double>{0.10, 0.25}, 2)[0];
  double last_distance = 1;
  for (const double years_between : {1.0, 0.1, 0.01, 0.001}) {
    const double share =
        rubinstein_proposer_share(exp(-0.10 * years_between), exp(-0.25 * years_between));
    // The advantage of speaking first is power (1 - power) (r1 + r2) dt / 2 to first order.
    const double distance = share - power;
    CHECK(distance > 0);
    CHECK(distance < last_distance / 9);
    last_distance = distance;
  }
  CHECK(last_distance < 4e-5);
}

// Present values of equal half-yearly instalments at an effective yearly rate, summed instalment by
// instalment with 60 digits. The claims were due, so they count at face.
TEST_CASE("the 2012 cut of the DPRK's debt to Russia gave up .957 of the claim at 10 percent") {
  // 40 x 27.25 M USD over 20 years on 10,940 M USD.
  const double value = 27.25 * annuity_payments(0.10, 20.0, 2.0);
  CHECK(value == exactly(475.3126124891722137));
  CHECK(haircut(value, 10940.0) == exactly(0.956552777651812412));
  CHECK(value == Approx(475).margin(0.5));
  CHECK(haircut(value, 10940.0) == Approx(0.957).margin(0.0005));
}

TEST_CASE("the DPRK's haircut is smaller the lower the rate, and .9 where waiting costs nothing") {
  const auto at = [](double rate) {
    return haircut(27.25 * annuity_payments(rate, 20.0, 2.0), 10940.0);
  };
  CHECK(at(0.05) == exactly(0.937150201651718656));
  CHECK(at(0.05) == Approx(0.937).margin(0.0005));
  CHECK(at(0.08) == exactly(0.950129347830118435));
  CHECK(at(0.08) == Approx(0.950).margin(0.0005));
  CHECK(at(0.00) == exactly(1 - 1090.0 / 10940));  // 40 x 27.25 = 1,090: .900
}

TEST_CASE("the cut of Cuba's debt to Russia gave up .936 of the claim at 10 percent") {
  // 3,200 M USD in 20 half-yearly instalments of 160 over 10 years, on 31,700 M USD.
  const auto at = [](double rate) {
    return haircut(160 * annuity_payments(rate, 10.0, 2.0), 31700.0);
  };
  CHECK(160 * annuity_payments(0.10, 10.0, 2.0) == exactly(2014.246952694881989));
  CHECK(at(0.10) == exactly(0.936459086665776593));
  CHECK(at(0.10) == Approx(0.936).margin(0.0005));
  CHECK(at(0.08) == exactly(0.930935507672049959));
  CHECK(at(0.05) == exactly(0.921089419841516505));
}

TEST_CASE("the cut of Vietnam's debt, in yearly instalments, gave up .942 at 10 percent") {
  // 11,000 to 1,650 M USD in 23 yearly instalments.
  const double value = 1650.0 / 23 * annuity_payments(0.10, 23.0, 1.0);
  CHECK(value == exactly(637.2743650606483904));
  CHECK(haircut(value, 11000.0) == exactly(0.942065966812668328));
}

TEST_CASE("against the market value of the claim the same residual is a gain to the creditor") {
  // Bought at the market the claim was worth some 238 M USD: 1 - 475.31/238 = -.997.
  CHECK(haircut(27.25 * annuity_payments(0.10, 20.0, 2.0), 238.0) == Approx(-0.997).margin(0.0005));
}

TEST_CASE(
    "a claim given up entirely is a haircut of one and where nothing was owed there is none") {
  CHECK(haircut(0.0, 11400.0) == 1);
  CHECK(haircut(0.0, 0.0) == 0);
}

}  // namespace tumen
