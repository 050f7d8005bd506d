// The nucleolus of games without structure, held against its definition.
#include "sim/coalition/nucleolus.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

namespace tumen {
namespace {

/// Complaints of all proper coalitions, from the largest down.
std::vector<double> complaints(const CoalitionTable<double>& game, const std::vector<double>& x) {
  std::vector<double> result;
  for (std::size_t s = 1; s + 1 < std::size_t{1} << x.size(); ++s) {
    double complaint = game.value[s];
    for (std::size_t i = 0; i < x.size(); ++i) {
      complaint -= ((s >> i) & 1) != 0 ? x[i] : 0;
    }
    result.push_back(complaint);
  }
  std::sort(result.begin(), result.end(), std::greater<>());
  return result;
}

/// Whether the complaints `a` come before `b`: smaller where they first differ by more than noise.
bool comes_before(const std::vector<double>& a, const std::vector<double>& b) {
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (std::abs(a[k] - b[k]) > 1e-10) {
      return a[k] < b[k];
    }
  }
  return false;
}

/// Games without structure, from whole random numbers (the raw generator is the same everywhere).
class RandomGames {
 public:
  explicit RandomGames(int players) : players_(players) {}

  CoalitionTable<double> next() {
    CoalitionTable<double> game;
    const std::size_t everybody = (std::size_t{1} << players_) - 1;
    for (std::size_t s = 1; s <= everybody; ++s) {
      game.value[s] = below(101);
    }
    double alone = 0;
    for (int i = 0; i < players_; ++i) {
      double& own = game.value[std::size_t{1} << i];
      own = std::floor(own / 5);
      alone += own;
    }
    game.value[everybody] = alone + below(120) + 1;
    return game;
  }
  /// A whole number of 0 to n - 1.
  double below(unsigned n) { return static_cast<double>(generator_() % n); }

 private:
  int players_;
  std::mt19937 generator_{20240607};
};

/// A random division that gives each player at least what it has alone, often no more than that.
std::vector<double> random_division(const CoalitionTable<double>& game, std::size_t players,
                                    RandomGames& random) {
  std::vector<double> weight(players);
  std::vector<double> division(players);
  double total = 0;
  double shared = game.value[(std::size_t{1} << players) - 1];
  for (std::size_t i = 0; i < players; ++i) {
    weight[i] = std::max(0.0, random.below(7) - 2);
    total += weight[i];
    shared -= game.value[std::size_t{1} << i];
  }
  for (std::size_t i = 0; i < players; ++i) {
    const double share = total > 0 ? weight[i] / total : 1 / static_cast<double>(players);
    division[i] = game.value[std::size_t{1} << i] + shared * share;
  }
  return division;
}

/// How many of 400 random steps from x make complaints smaller: steps of all sizes toward other
/// divisions. Were there a better division, the complaints would shrink all the way to it.
int improving_steps(const CoalitionTable<double>& game, const std::vector<double>& x,
                    RandomGames& random) {
  const std::vector<double> best = complaints(game, x);
  int improving = 0;
  for (int trial = 0; trial < 400; ++trial) {
    std::vector<double> y = random_division(game, x.size(), random);
    const double step = std::pow(10.0, -random.below(7));
    for (std::size_t i = 0; i < x.size(); ++i) {
      y[i] = x[i] + step * (y[i] - x[i]);
    }
    improving += comes_before(complaints(game, y), best) ? 1 : 0;
  }
  return improving;
}

}  // namespace

TEST_CASE("no division has smaller complaints than the nucleolus of a random game") {
  for (const std::size_t players : {3U, 4U, 5U, 6U}) {
    RandomGames games(static_cast<int>(players));
    int found_out = 0;
    for (int k = 0; k < 40; ++k) {
      const CoalitionTable<double> game = games.next();
      const std::vector<double> x = nucleolus(game, static_cast<int>(players));
      INFO("game " << k << " of " << players << " players");
      CHECK(std::accumulate(x.begin(), x.end(), 0.0) ==
            Approx(game.value[(std::size_t{1} << players) - 1]).epsilon(1e-12));
      CHECK(improving_steps(game, x, games) == 0);

      // The check itself: a thousandth of the way to another division is seen to be worse.
      std::vector<double> near = random_division(game, players, games);
      for (std::size_t i = 0; i < players; ++i) {
        near[i] = x[i] + 0.001 * (near[i] - x[i]);
      }
      found_out += improving_steps(game, near, games) > 0 ? 1 : 0;
    }
    INFO(players << " players");
    CHECK(found_out >= 38);  // the other division can be the nucleolus itself
  }
}

TEST_CASE("the nucleolus moves with the unit of money and with what each player has alone") {
  RandomGames games(5);
  for (int k = 0; k < 20; ++k) {
    const CoalitionTable<double> game = games.next();
    const std::vector<double> x = nucleolus(game, 5);
    for (const double unit : {1e-6, 1e9}) {
      CoalitionTable<double> other;
      std::vector<double> expected(5);
      for (std::size_t s = 1; s < 32; ++s) {
        for (std::size_t i = 0; i < 5; ++i) {
          other.value[s] += ((s >> i) & 1) != 0 ? 10.0 * static_cast<double>(i) : 0;
        }
        other.value[s] = unit * (other.value[s] + game.value[s]);
      }
      for (std::size_t i = 0; i < 5; ++i) {
        expected[i] = unit * (x[i] + 10.0 * static_cast<double>(i));
      }
      const std::vector<double> found = nucleolus(other, 5);
      for (std::size_t i = 0; i < 5; ++i) {
        CHECK(found[i] == Approx(expected[i]).epsilon(1e-12).margin(1e-12 * unit));
      }
    }
  }
}

}  // namespace tumen
