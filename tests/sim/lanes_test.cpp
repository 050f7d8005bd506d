// The tick is written once. Lane k of a block is the run with number k, bit for bit, in every scenario
// of the tree: so the readable scalar source is the specification of the fast one.
#include <catch2/catch.hpp>
#include <cstring>

#include "tests/support/scenes.hpp"
#include "world/lanes.hpp"

namespace {

using namespace tumen;

constexpr int width = 4;

/// Every Real of lane k of `wide`, one after the other.
template <class T, class Wide>
void append_lane(std::vector<T>& out, const std::vector<Wide>& wide, int k) {
  constexpr std::size_t n = sizeof(Wide) / sizeof(Lanes<T, width>);
  for (const Wide& w : wide) {
    std::array<Lanes<T, width>, n> fields;
    std::memcpy(&fields, &w, sizeof(w));
    for (const auto& f : fields) {
      out.push_back(lane(f, k));
    }
  }
}

template <class T, class Narrow>
void append_scalar(std::vector<T>& out, const std::vector<Narrow>& rows) {
  constexpr std::size_t n = sizeof(Narrow) / sizeof(T);
  for (const Narrow& r : rows) {
    std::array<T, n> fields;
    std::memcpy(&fields, &r, sizeof(r));
    out.insert(out.end(), fields.begin(), fields.end());
  }
}

template <class T>
std::vector<T> state_of_lane(const World<Lanes<T, width>>& w, int k) {
  std::vector<T> all;
  append_lane<T>(all, std::vector{w.market}, k);
  append_lane<T>(all, w.countries, k);
  append_lane<T>(all, w.pairs, k);
  append_lane<T>(all, w.corridors, k);
  append_lane<T>(all, w.debts, k);
  append_lane<T>(all, w.regimes, k);
  append_lane<T>(all, w.packages, k);
  append_lane<T>(all, w.parties, k);
  append_lane<T>(all, w.terms, k);
  return all;
}

template <class T>
std::vector<T> state_of_run(const World<T>& w) {
  std::vector<T> all;
  append_scalar<T>(all, std::vector{w.market});
  append_scalar<T>(all, w.countries);
  append_scalar<T>(all, w.pairs);
  append_scalar<T>(all, w.corridors);
  append_scalar<T>(all, w.debts);
  append_scalar<T>(all, w.regimes);
  append_scalar<T>(all, w.packages);
  append_scalar<T>(all, w.parties);
  append_scalar<T>(all, w.terms);
  return all;
}

/// First place at which lane k differs from run k, or -1.
template <class T>
long first_difference(const World<Lanes<T, width>>& block, const World<T>& run, int k) {
  const auto a = state_of_lane<T>(block, k);
  const auto b = state_of_run<T>(run);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::memcmp(&a[i], &b[i], sizeof(T)) != 0) {
      return static_cast<long>(i);
    }
  }
  return -1;
}

template <class T>
void check_lanes(const Scenario& scenario) {
  RandomKey<Lanes<T, width>> key{7, {}};
  for (std::uint32_t k = 0; k < width; ++k) {
    key.run[k] = k;
  }
  Simulation<Lanes<T, width>> block(scenario, key);
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
      const long where = first_difference<T>(block.world(), run.world(), k);
      INFO(scenario.name << ", tick " << tick << ", lane " << k);
      REQUIRE(where == -1);
    }
  }
}

}  // namespace

TEST_CASE("a lane of floats equals its scalar run bit for bit in every scenario", "[sim][lanes]") {
  for (const std::string& name : scenes::all_names()) {
    check_lanes<float>(scenes::load(name));
  }
}

TEST_CASE("a lane of doubles equals its scalar run bit for bit in every scenario",
          "[sim][lanes]") {
  for (const std::string& name : scenes::all_names()) {
    check_lanes<double>(scenes::load(name));
  }
}
