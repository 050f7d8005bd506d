// Shapley values and the nucleolus of 500 random games, each against another definition.
#include "policies/split/shapley.hpp"
#include "sim/coalition/nucleolus.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

constexpr int games = 500;

CoalitionTable<double> random_game(int players, std::mt19937& random) {
  CoalitionTable<double> game;
  const std::size_t everybody = (std::size_t{1} << players) - 1;
  for (std::size_t s = 1; s <= everybody; ++s) {
    const bool is_single = (s & (s - 1)) == 0;
    game.value[s] = static_cast<double>(random() % (is_single ? 20U : 101U));
  }
  game.value[everybody] = 130 + static_cast<double>(random() % 100U);
  return game;
}

/// Mean marginal contribution over all orders, order by order.
std::vector<double> by_permutations(const CoalitionTable<double>& game, int players) {
  std::vector<std::size_t> order(static_cast<std::size_t>(players));
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> value(order.size());
  double orders = 0;
  do {
    std::size_t present = 0;
    for (const std::size_t i : order) {
      const std::size_t joined = present | std::size_t{1} << i;
      value[i] += game.value[joined] - game.value[present];
      present = joined;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& v : value) {
    v /= orders;
  }
  return value;
}

/// Largest c.x over A x <= b, x >= 0, where b >= 0, by the simplex method with Bland's rule.
class Simplex {
 public:
  Simplex(std::size_t variables, std::vector<double> objective)
      : n_(variables), cost_(std::move(objective)) {}

  void add(const std::vector<double>& row, double bound) {
    rows_.push_back(row);
    bounds_.push_back(bound);
  }

  [[nodiscard]] double largest() {
    start();
    for (std::size_t in = entering(); in < n_ + rows_.size(); in = entering()) {
      pivot(leaving(in), in);
    }
    return value_;
  }

 private:
  void start() {
    const std::size_t m = rows_.size();
    for (std::size_t r = 0; r < m; ++r) {
      rows_[r].resize(n_ + m);
      rows_[r][n_ + r] = 1;
      basis_.push_back(n_ + r);
    }
    cost_.resize(n_ + m);
  }
  [[nodiscard]] std::size_t entering() const {
    for (std::size_t k = 0; k < cost_.size(); ++k) {
      if (cost_[k] > 1e-9) {
        return k;
      }
    }
    return cost_.size();
  }
  [[nodiscard]] std::size_t leaving(std::size_t in) const {
    std::size_t best = rows_.size();
    double least = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r][in] <= 1e-9) {
        continue;
      }
      const double ratio = bounds_[r] / rows_[r][in];
      const bool first = best == rows_.size() || ratio < least - 1e-12;
      if (first || (ratio < least + 1e-12 && basis_[r] < basis_[best])) {
        best = r;
        least = ratio;
      }
    }
    REQUIRE(best < rows_.size());
    return best;
  }
  void pivot(std::size_t out, std::size_t in) {
    const double by = rows_[out][in];
    for (double& x : rows_[out]) {
      x /= by;
    }
    bounds_[out] /= by;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (r != out) {
        bounds_[r] -= rows_[r][in] * bounds_[out];
        subtract(rows_[r], rows_[r][in], rows_[out]);
      }
    }
    value_ += cost_[in] * bounds_[out];
    subtract(cost_, cost_[in], rows_[out]);
    basis_[out] = in;
  }
  static void subtract(std::vector<double>& from, double times, const std::vector<double>& row) {
    for (std::size_t k = 0; k < row.size(); ++k) {
      from[k] -= times * row[k];
    }
  }

  std::size_t n_;
  double value_ = 0;
  std::vector<double> cost_, bounds_;
  std::vector<std::vector<double>> rows_;
  std::vector<std::size_t> basis_;
};

/// Row of y(S) = sum over S of p_i - q_i.
std::vector<double> row_of(std::size_t coalition, std::size_t players, double sign) {
  std::vector<double> row(2 * players);
  for (std::size_t i = 0; i < players; ++i) {
    const double in = static_cast<double>((coalition >> i) & 1);
    row[i] = sign * in;
    row[players + i] = -sign * in;
  }
  return row;
}

/// Kohlberg's property of a collection: no transfer y with y(N) = 0 helps one of its coalitions
/// without hurting another, nor takes from a player that has no more than it has alone.
bool has_kohlberg_property(const std::vector<std::size_t>& collection,
                           const std::vector<std::size_t>& tight, std::size_t players) {
  std::vector<double> objective(2 * players);
  for (const std::size_t s : collection) {
    const std::vector<double> row = row_of(s, players, 1);
    std::transform(row.begin(), row.end(), objective.begin(), objective.begin(), std::plus<>());
  }
  Simplex program(2 * players, objective);
  const std::size_t everybody = (std::size_t{1} << players) - 1;
  program.add(row_of(everybody, players, 1), 0);
  program.add(row_of(everybody, players, -1), 0);
  for (const auto* list : {&collection, &tight}) {
    for (const std::size_t s : *list) {
      program.add(row_of(s, players, -1), 0);
    }
  }
  for (std::size_t k = 0; k < 2 * players; ++k) {
    std::vector<double> row(2 * players);
    row[k] = 1;
    program.add(row, 1);
  }
  return program.largest() < 1e-6;
}

/// Kohlberg, SIAM Journal on Applied Mathematics 20 (1971) 62: a division is the nucleolus exactly
/// if at every level the coalitions with at least that complaint have the property.
bool is_nucleolus(const CoalitionTable<double>& game, const std::vector<double>& x) {
  const std::size_t players = x.size();
  std::vector<std::pair<double, std::size_t>> complaints;
  std::vector<std::size_t> tight;
  for (std::size_t s = 1; s + 1 < std::size_t{1} << players; ++s) {
    double complaint = game.value[s];
    for (std::size_t i = 0; i < players; ++i) {
      complaint -= ((s >> i) & 1) != 0 ? x[i] : 0;
    }
    complaints.emplace_back(-complaint, s);
    if ((s & (s - 1)) == 0 && std::abs(complaint) < 1e-7) {
      tight.push_back(s);
    }
  }
  std::sort(complaints.begin(), complaints.end());
  std::vector<std::size_t> collection;
  for (std::size_t k = 0; k < complaints.size(); ++k) {
    collection.push_back(complaints[k].second);
    const bool level_ends =
        k + 1 == complaints.size() || complaints[k + 1].first > complaints[k].first + 1e-7;
    if (level_ends && !has_kohlberg_property(collection, tight, players)) {
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("Shapley values of 500 random games are means over all orders", "[power]") {
  std::mt19937 random(1953);
  for (int k = 0; k < games; ++k) {
    const int players = 1 + k % 6;
    const CoalitionTable<double> game = random_game(players, random);
    const std::vector<double> expected = by_permutations(game, players);
    const PerPlayer<double> value = shapley_values(game, players);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(value[i] == Approx(expected[i]).margin(1e-9));
    }
  }
}

TEST_CASE("the nucleolus of 500 random games meets Kohlberg's criterion", "[power]") {
  std::mt19937 random(1971);
  for (int k = 0; k < games; ++k) {
    const int players = 2 + k % 5;
    const CoalitionTable<double> game = random_game(players, random);
    INFO("game " << k << " of " << players);
    CHECK(is_nucleolus(game, nucleolus(game, players)));
  }
}

TEST_CASE("another division of a random game fails Kohlberg's criterion", "[power]") {
  std::mt19937 random(7);
  for (int k = 0; k < 50; ++k) {
    const CoalitionTable<double> game = random_game(4, random);
    std::vector<double> x = nucleolus(game, 4);
    const std::size_t from = x[0] > game.value[1] + 0.5 ? 0 : 1;
    x[from] -= 0.25;
    x[3] += 0.25;
    CHECK_FALSE(is_nucleolus(game, x));
  }
}
