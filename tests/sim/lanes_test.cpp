// The tick is written once. Lane k of a block is the run with number k, bit for bit, in every
// scenario of the tree: so the readable scalar source is the specification of the fast one.
#include "world/lanes.hpp"

#include "sim/widen.hpp"
#include "tests/support/scenes.hpp"

#include <cstring>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

constexpr int width = 4;

template <class Row>
bool same_bits(const std::vector<Row>& a, const std::vector<Row>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Row)) == 0);
}

/// Name of the first table in which two worlds differ, or an empty text. Floats are compared as the
/// doubles they are.
std::string first_difference(const World<double>& a, const World<double>& b) {
  const std::vector<std::pair<bool, const char*>> tables = {
      {same_bits(std::vector{a.market}, std::vector{b.market}), "market"},
      {same_bits(a.countries, b.countries), "countries"},
      {same_bits(a.pairs, b.pairs), "pairs"},
      {same_bits(a.fields, b.fields), "fields"},
      {same_bits(a.corridors, b.corridors), "corridors"},
      {same_bits(a.firms, b.firms), "firms"},
      {same_bits(a.debts, b.debts), "debts"},
      {same_bits(a.regimes, b.regimes), "regimes"},
      {same_bits(a.packages, b.packages), "packages"},
      {same_bits(a.parties, b.parties), "parties"},
      {same_bits(a.terms, b.terms), "terms"}};
  for (const auto& [same, name] : tables) {
    if (!same) {
      return name;
    }
  }
  return {};
}

template <class T>
void check_lanes(const Scenario& scenario) {
  BitsOf<Lanes<T, width>> numbers{};
  for (std::uint32_t k = 0; k < width; ++k) {
    numbers[k] = k;
  }
  Simulation<Lanes<T, width>> block(scenario, {7, numbers});
  block.start();
  std::vector<Simulation<T>> runs;
  for (std::uint32_t k = 0; k < width; ++k) {
    runs.emplace_back(scenario, RandomKey<T>{7, k});
    runs.back().start();
  }
  for (Id tick = 0; tick < scenario.model.ticks; ++tick) {
    block.step();
    for (int k = 0; k < width; ++k) {
      auto& run = runs[static_cast<std::size_t>(k)];
      run.step();
      INFO(scenario.name << ", tick " << tick << ", lane " << k);
      REQUIRE(first_difference(widen_world(block.world(), k), widen_world(run.world())).empty());
    }
  }
}

}  // namespace

TEST_CASE("a lane of floats equals its scalar run bit for bit in every scenario",
          "[sim][lanes][long]") {
  for (const std::string& name : scenes::all_names()) {
    check_lanes<float>(scenes::load(name));
  }
}

TEST_CASE("a lane of doubles equals its scalar run bit for bit in every scenario",
          "[sim][lanes][long]") {
  for (const std::string& name : scenes::all_names()) {
    check_lanes<double>(scenes::load(name));
  }
}

TEST_CASE("a lane equals its scalar run under every split rule and protocol",
          "[sim][lanes][long]") {
  for (const char* const setting :
       {"split_rule=kalai_smorodinsky", "split_rule=compromise", "split_rule=shapley",
        "protocol=mediated", "protocol=alternating_offers", "protocol=take_it_or_leave_it",
        "protocol=coin", "protocol=compromise"}) {
    INFO(setting);
    check_lanes<float>(scenes::load("permissive-world", {std::string("rules.") + setting}));
  }
}
