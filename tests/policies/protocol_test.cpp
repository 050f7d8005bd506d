#include "policies/protocol/protocol.hpp"

#include "world/lanes.hpp"

#include <numeric>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// 300 M USD a year for n parties with rates .05, .10, .25 ...; the rule gives 200, 60, 40.
OfferProblem<double> problem(int n, double opener) {
  OfferProblem<double> o;
  o.n = n;
  o.surplus = 300;
  o.by_rule = {200, 60, n > 2 ? 40.0 : 0.0};
  o.discount_rate = {0.05, 0.10, 0.25};
  o.reservation = {30, 20, 10};
  o.opener = opener;
  o.interval = 0.5;
  return o;
}

double total(const Shares<double>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0.0);
}

template <class Ask>
void for_each_protocol(Ask&& ask) {
  for (const Protocol protocol : protocols) {
    INFO(protocol_name(protocol));
    static_cast<void>(ask_protocol(protocol, [&](auto rule) {
      ask(rule);
      return 0;
    }));
  }
}

}  // namespace

TEST_CASE("every protocol hands out the whole surplus whoever speaks") {
  for_each_protocol([](auto rule) {
    for (const double opener : {0.0, 1.0, 2.0}) {
      CHECK(total(rule.offer(problem(3, opener))) == Approx(300));
    }
  });
}

TEST_CASE("before talks are open every protocol's text is the split rule's") {
  for_each_protocol(
      [](auto rule) { CHECK(rule.offer(problem(3, -1)) == Shares<double>{200, 60, 40}); });
}

TEST_CASE("on a joint loss nobody proposes") {
  OfferProblem<double> o = problem(3, 1);
  o.surplus = 0;
  o.by_rule = {};
  for_each_protocol([&](auto rule) { CHECK(rule.offer(o) == Shares<double>{}); });
}

TEST_CASE("each lane has the offer of its own opener") {
  using Four = Lanes<double, 4>;
  OfferProblem<Four> wide;
  wide.n = 3;
  wide.surplus = Four(300);
  wide.interval = Four(0.5);
  for (std::size_t i = 0; i < 3; ++i) {
    const OfferProblem<double> one = problem(3, 0);
    wide.by_rule[i] = Four(one.by_rule[i]);
    wide.discount_rate[i] = Four(one.discount_rate[i]);
    wide.reservation[i] = Four(one.reservation[i]);
  }
  for (int k = 0; k < 4; ++k) {
    set_lane(wide.opener, k, k - 1);
    set_lane(wide.clock, k, 0.25 * k);
  }
  for_each_protocol([&](auto rule) {
    const Shares<Four> shares = rule.offer(wide);
    for (int k = 0; k < 4; ++k) {
      OfferProblem<double> one = problem(3, k - 1);
      one.clock = 0.25 * k;
      for (std::size_t i = 0; i < 3; ++i) {
        CHECK(lane(shares[i], k) == rule.offer(one)[i]);
      }
    }
  });
}

TEST_CASE("of two who alternate the speaker has Rubinstein's share") {
  // d = exp(-.05 x .5) = .9753099, exp(-.1 x .5) = .9512294. First speaker (1 - .9512294) /
  // (1 - .9277435) = .6749705; if the second speaks it keeps (1 - .9753099) / .0722565 = .3417015.
  const Shares<double> first = AlternatingOffers::offer(problem(2, 0));
  CHECK(first[0] == Approx(300 * 0.6749705).epsilon(1e-5));
  const Shares<double> second = AlternatingOffers::offer(problem(2, 1));
  CHECK(second[1] == Approx(300 * 0.3417015).epsilon(1e-5));
}

TEST_CASE("after each interval the next signatory speaks") {
  OfferProblem<double> o = problem(2, 1);
  o.clock = 0.49;
  CHECK(AlternatingOffers::offer(o) == AlternatingOffers::offer_by(o, 1));
  o.clock = 0.5;
  CHECK(AlternatingOffers::offer(o) == AlternatingOffers::offer_by(o, 0));
  o.clock = 1.1;
  CHECK(AlternatingOffers::offer(o) == AlternatingOffers::offer_by(o, 1));
}

TEST_CASE("of three who alternate each answerer has the discounted value of waiting") {
  // w = 1 / (1 - d) = 40.502, 20.504, 8.5104 for d = .9753099, .9512294, .8824969; v = w / 69.517.
  const Shares<double> offer = AlternatingOffers::offer(problem(3, 0));
  CHECK(offer[1] == Approx(300 * 0.9512294 * 20.504166 / 69.516862).epsilon(1e-5));
  CHECK(offer[2] == Approx(300 * 0.8824969 * 8.5104145 / 69.516862).epsilon(1e-5));
  CHECK(offer[0] == Approx(300 - offer[1] - offer[2]));
}

TEST_CASE("as offers follow each other without delay the floor is worth nothing") {
  OfferProblem<double> o = problem(3, 0);
  o.interval = 1e-3;
  // 1/r = 20, 10, 4 of 34.
  for (const double opener : {0.0, 2.0}) {
    o.opener = opener;
    const Shares<double> offer = AlternatingOffers::offer(o);
    CHECK(offer[0] == Approx(300 * 20 / 34.0).epsilon(1e-3));
    CHECK(offer[2] == Approx(300 * 4 / 34.0).epsilon(1e-3));
  }
}

TEST_CASE("a setter who cannot be answered leaves the others what they would just sign for") {
  CHECK(TakeItOrLeaveIt::offer(problem(3, 0)) == Shares<double>{270, 20, 10});
  CHECK(TakeItOrLeaveIt::offer(problem(3, 2)) == Shares<double>{30, 20, 250});
}

TEST_CASE(
    "what does not suffice for all reservations is divided by them and the setter has nothing") {
  OfferProblem<double> o = problem(3, 2);
  o.surplus = 25;  // half of 30 + 20
  CHECK(TakeItOrLeaveIt::offer(o) == Shares<double>{15, 10, 0});
}

TEST_CASE("a mediator closes its share of the gap between claim and goal and no more") {
  const Stand<double> stand{0.9, 0.3, 0.5};
  CHECK(SingleText::aspiration(stand) == 0.9);
  CHECK(Mediated::aspiration(stand) == Approx(0.6));
  CHECK(Mediated::aspiration(Stand<double>{0.9, 0.3, 0.0}) == Approx(0.9));
  CHECK(Mediated::aspiration(Stand<double>{0.9, 0.3, 1.0}) == Approx(0.3));
}

TEST_CASE("nobody holds out against a last word and it stands for one interval") {
  CHECK(TakeItOrLeaveIt::aspiration(Stand<double>{0.9, 0.3, 0.5}) == 0);
  CHECK(TakeItOrLeaveIt::years(TalksLength<double>{6, 0.5}) == 0.5);
  CHECK(AlternatingOffers::years(TalksLength<double>{6, 0.5}) == 6);
}

TEST_CASE("at the table all must say yes, and the rate is that of all accepting") {
  Voices<double> v{};
  v.n = 3;
  v.rate = 4;
  v.accepts = {0.5, 0.25, 1};
  v.gain = {0.1, 0.2, 0};
  for (const Protocol protocol : {Protocol::single_text, Protocol::mediated,
                                  Protocol::alternating_offers, Protocol::take_it_or_leave_it}) {
    const auto consent = ask_protocol(protocol, [&](auto rule) { return rule.consent(v); });
    CHECK(consent.rate == 0.5);  // 4 x .5 x .25 x 1
    CHECK(consent.possible == 1);
  }
  v.gain[1] = -0.01;
  CHECK(SingleText::consent(v).possible == 0);
}

TEST_CASE("a coin signs whatever the text is worth, but not for drivers") {
  Voices<double> v{};
  v.n = 2;
  v.rate = 4;
  v.accepts = {0.5, 0.5};
  v.gain = {-1, -1};
  CHECK(Coin::consent(v).rate == 4);
  CHECK(Coin::consent(v).possible == 1);
  v.is_driven[1] = 1;
  CHECK(Coin::consent(v).possible == 0);
  v.answer[1] = 1;
  CHECK(Coin::consent(v).possible == 1);
}

TEST_CASE("in the compromise model the stronger and keener side prevails") {
  Voices<double> v{};
  v.n = 3;
  v.rate = 4;
  v.weight = {1, 0.5, 0.3};
  v.gain = {-0.2, 0.3, 0.4};  // no: 1 x .2 = .2; yes: .5 x .3 + .3 x .4 = .27
  CHECK(Compromise::consent(v).possible == 1);
  CHECK(Compromise::consent(v).rate == 4);
  v.gain[0] = -0.3;  // no: .3 against .27
  CHECK(Compromise::consent(v).possible == 0);
  v.is_driven[2] = 1;
  v.answer[2] = 1;  // a driver's yes has full salience: .15 + .3 = .45
  CHECK(Compromise::consent(v).possible == 1);
}
