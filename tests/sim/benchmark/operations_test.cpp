// Operations are counted by running the core over a number type that counts. It must compute what
// it stands for, and count what the sources say.
#include "sim/benchmark/operations.hpp"

#include "sim/benchmark/counted.hpp"
#include "sim/widen.hpp"
#include "tests/support/scenes.hpp"

#include <cstring>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using Number1 = Counted<float>;

template <class Row>
bool same_bits(const std::vector<Row>& a, const std::vector<Row>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(Row)) == 0;
}

/// What `work` does, as {additions, multiplications, divisions, roots, comparisons, choices}.
template <class Work>
std::array<std::uint64_t, 6> counts(Work work) {
  operations() = {};
  work();
  const Operations o = operations();
  return {o.additions, o.multiplications, o.divisions, o.roots, o.comparisons, o.choices};
}

using Counts = std::array<std::uint64_t, 6>;

}  // namespace

TEST_CASE("a counting number computes the bits of a float", "[bench]") {
  const Scenario s = scenes::load("debt-only");
  Simulation<float> plain(s, {7, 3});
  Simulation<Number1> counted(s, {7, 3});
  plain.start();
  counted.start();
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    plain.step();
    counted.step();
    const World<double> a = widen_world(plain.world());
    const World<double> b = widen_world(counted.world());
    REQUIRE(same_bits(a.countries, b.countries));
    REQUIRE(same_bits(a.packages, b.packages));
    REQUIRE(same_bits(a.parties, b.parties));
    REQUIRE(same_bits(a.debts, b.debts));
    REQUIRE(same_bits(a.terms, b.terms));
  }
}

TEST_CASE("each operation counts once under its own name", "[bench]") {
  const Number1 a(3);
  const Number1 b(4);
  CHECK(counts([&] { return (a + b) - a * b / b; }) == Counts{2, 1, 1, 0, 0, 0});
  CHECK(counts([&] { return sqrt(-abs(a) + b); }) == Counts{1, 0, 0, 1, 0, 0});
  CHECK(counts([&] { return select(either(a < b, a == b), a, b); }) == Counts{0, 0, 0, 0, 2, 1});
  CHECK(counts([&] { return select(true, a, b); }) == Counts{});  // of the scenario, not the state
  CHECK(counts([&] { return max(a, 1); }) == Counts{0, 0, 0, 0, 1, 1});
  // exp by its source: 9 and 9 to reduce the argument and sum five coefficients, 4 additions and a
  // multiplication to scale, and four comparisons with choices to hold it in range.
  CHECK(counts([&] { return exp(a); }) == Counts{13, 10, 0, 0, 4, 4});
}

TEST_CASE("a draw counts as one block of Philox and no arithmetic", "[bench]") {
  const Random<Number1> random({1, 0});
  CHECK(counts([&] { return random.uniform(0, 1, 2); }) == Counts{});
  CHECK(operations().draws == 1);
  CHECK(lane(random.uniform(0, 1, 2), 0) == Random<float>({1, 0}).uniform(0, 1, 2));
}

TEST_CASE("the operations of a run do not depend on how often they are counted", "[bench]") {
  const Scenario s = scenes::load("debt-only");
  const OperationCount once = count_operations(s);
  CHECK(once.ticks == s.model.ticks);
  CHECK(once.arithmetic_per_tick() > 100);
  CHECK(once.draws_per_tick() > 1);
  CHECK(count_operations(s).all.arithmetic() == once.all.arithmetic());
}
