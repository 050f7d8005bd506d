// The nucleolus by a sequence of linear programs.
//
// Program 1 makes the largest complaint e as small as possible:
//   min e  subject to  x(N) = v(N),  x_i >= v(i),  v(S) - x(S) <= e for every coalition S.
// A coalition whose constraint has a positive dual price complains by exactly e in every optimum,
// so its complaint is settled: from then on x(S) = v(S) - e. The next program does the same for the
// coalitions left over, until the settled ones determine x: at most n - 1 programs, since each adds
// a coalition that is independent of those before it. (A coalition whose indicator vector is a
// combination of settled ones can no longer change and drops out.) A bound x_i >= v(i) with a
// positive price holds with equality from then on.
// Kopelowitz (Hebrew University RM 31, 1967); Maschler, Peleg and Shapley, Mathematics of
// Operations Research 4 (1979) 303.
//
// The solver only tells which constraints bind. The numbers come from solving the binding equations
// for x and the levels e together, which duality makes uniquely solvable; so they are exact to
// rounding although the solver is not.
#include "sim/coalition/nucleolus.hpp"

#include "sim/coalition/linear_system.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>

#include <ClpSimplex.hpp>

namespace tumen {
namespace {

using Coalition = std::size_t;

constexpr double solver_tolerance = 1e-10;  // on values scaled to at most 1
constexpr double rounding_share = 1e-12;    // of the largest value; adding values up may cost this
// Dual prices at a vertex are ratios of determinants of 0-1 matrices of order 7 or less: if not 0,
// at least 1/32.
constexpr double positive_price = 1e-4;

struct Game {
  const CoalitionTable<double>& table;
  std::size_t players;

  [[nodiscard]] Coalition everybody() const { return (Coalition{1} << players) - 1; }
  [[nodiscard]] double value(Coalition s) const { return table.value[s]; }
  [[nodiscard]] double alone(std::size_t i) const { return value(Coalition{1} << i); }
  [[nodiscard]] std::vector<double> members(Coalition s) const {
    std::vector<double> indicator(players);
    for (std::size_t i = 0; i < players; ++i) {
      indicator[i] = static_cast<double>((s >> i) & 1);
    }
    return indicator;
  }
  /// v(S) less what its members have alone.
  [[nodiscard]] double gain(Coalition s) const {
    double total = value(s);
    for (std::size_t i = 0; i < players; ++i) {
      total -= ((s >> i) & 1) != 0 ? alone(i) : 0;
    }
    return total;
  }
  [[nodiscard]] double largest_value() const {
    double largest = 0;
    for (Coalition s = 1; s <= everybody(); ++s) {
      largest = std::max(largest, std::abs(value(s)));
    }
    return largest;
  }
  [[nodiscard]] double largest_gain() const {
    double largest = 0;
    for (Coalition s = 1; s <= everybody(); ++s) {
      largest = std::max(largest, std::abs(gain(s)));
    }
    return largest;
  }
};

/// What is known to hold in the nucleolus.
struct Settled {
  struct Binding {
    Coalition coalition;
    int level;  // the complaint it has; no_level: none, x(S) = v(S)
  };
  static constexpr int no_level = -1;

  std::vector<Binding> bindings;  // all, also dependent ones
  int levels = 0;
  // The independent ones again, as constraints of the next program: scaled gains of coalitions.
  Span span;
  struct Fixed {
    Coalition coalition;
    double gain;
  };
  std::vector<Fixed> fixed;

  void bind(const Game& game, Binding binding, double scaled_gain) {
    bindings.push_back(binding);
    const std::vector<double> members = game.members(binding.coalition);
    if (span.contains(members)) {
      return;
    }
    span.add(members);
    fixed.push_back({binding.coalition, scaled_gain});
  }
};

void check(const CoalitionTable<double>& table, int players) {
  if (players < 1 || players > max_players) {
    throw std::invalid_argument("the nucleolus takes games of 1 to " + std::to_string(max_players) +
                                " players, got " + std::to_string(players) +
                                "; split the cluster into smaller ones");
  }
  const Game game{table, static_cast<std::size_t>(players)};
  for (Coalition s = 0; s <= game.everybody(); ++s) {
    if (!std::isfinite(game.value(s))) {
      throw std::invalid_argument("the value of coalition " + std::to_string(s) +
                                  " is not a finite number");
    }
  }
  if (game.value(0) != 0) {
    throw std::invalid_argument("the value of the empty coalition must be 0, got " +
                                std::to_string(game.value(0)));
  }
}

/// One linear program. Columns: the gains x_i - v(i) >= 0 in units of `scale`, then e.
class LargestComplaint {
 public:
  LargestComplaint(const Game& game, const Settled& settled, double scale) {
    const int e = static_cast<int>(game.players);
    model_.setLogLevel(0);
    model_.setPrimalTolerance(solver_tolerance);
    model_.setDualTolerance(solver_tolerance);
    model_.resize(0, e + 1);
    model_.setColumnBounds(e, -COIN_DBL_MAX, COIN_DBL_MAX);
    model_.setObjectiveCoefficient(e, 1);
    for (const Settled::Fixed& fixed : settled.fixed) {
      add_row(game, fixed.coalition, false, fixed.gain, fixed.gain);
    }
    first_open_row_ = settled.fixed.size();
    for (Coalition s = 1; s < game.everybody(); ++s) {
      if (settled.span.contains(game.members(s))) {
        continue;
      }
      add_row(game, s, true, game.gain(s) / scale, COIN_DBL_MAX);
      open_.push_back(s);
    }
  }

  /// Solves the program and records what binds.
  void settle(const Game& game, double scale, Settled& settled) {
    if (model_.primal() != 0 || !model_.isProvenOptimal()) {
      throw std::runtime_error("the linear program of the nucleolus was not solved");
    }
    const double complaint = model_.objectiveValue();
    const int level = settled.levels++;
    const std::size_t rank = settled.span.rank();
    for (std::size_t k = 0; k < open_.size(); ++k) {
      if (std::abs(model_.dualRowSolution()[first_open_row_ + k]) < positive_price) {
        continue;
      }
      settled.bind(game, {open_[k], level}, game.gain(open_[k]) / scale - complaint);
    }
    for (std::size_t i = 0; i < game.players; ++i) {
      if (std::abs(model_.dualColumnSolution()[i]) < positive_price) {
        continue;
      }
      settled.bind(game, {Coalition{1} << i, Settled::no_level}, 0);
    }
    if (settled.span.rank() == rank) {
      throw std::logic_error("a linear program of the nucleolus settled no coalition");
    }
  }

 private:
  /// lower <= x(S), less v of each member alone, (+ e if it may complain) <= upper.
  void add_row(const Game& game, Coalition s, bool may_complain, double lower, double upper) {
    std::vector<int> columns;
    for (std::size_t i = 0; i < game.players; ++i) {
      if (((s >> i) & 1) != 0) {
        columns.push_back(static_cast<int>(i));
      }
    }
    if (may_complain) {
      columns.push_back(static_cast<int>(game.players));
    }
    const std::vector<double> ones(columns.size(), 1);
    model_.addRow(static_cast<int>(columns.size()), columns.data(), ones.data(), lower, upper);
  }

  ClpSimplex model_;
  std::vector<Coalition> open_;
  std::size_t first_open_row_ = 0;
};

/// x from the binding equations x(S) + e_level = v(S), in the values of the table itself.
std::vector<double> polish(const Game& game, const Settled& settled) {
  const std::size_t unknowns = game.players + static_cast<std::size_t>(settled.levels);
  std::vector<LinearEquation> equations;
  for (const Settled::Binding& binding : settled.bindings) {
    LinearEquation equation{game.members(binding.coalition), game.value(binding.coalition)};
    equation.coefficients.resize(unknowns);
    if (binding.level != Settled::no_level) {
      equation.coefficients[game.players + static_cast<std::size_t>(binding.level)] = 1;
    }
    equations.push_back(std::move(equation));
  }
  std::vector<double> solution = solve(std::move(equations), unknowns);
  solution.resize(game.players);
  return solution;
}

/// What each has alone and an equal part of the rest: the answer where that rest is nothing but
/// rounding, or too small beside the other coalitions for the solver to see.
std::vector<double> equal_gains(const Game& game) {
  const double part = game.gain(game.everybody()) / static_cast<double>(game.players);
  std::vector<double> payoff(game.players);
  for (std::size_t i = 0; i < game.players; ++i) {
    payoff[i] = game.alone(i) + part;
  }
  return payoff;
}

}  // namespace

std::vector<double> nucleolus(const CoalitionTable<double>& table, int players) {
  check(table, players);
  const Game game{table, static_cast<std::size_t>(players)};
  const double scale = game.largest_gain();
  const double shared = game.gain(game.everybody());
  const double rounding = rounding_share * game.largest_value();
  if (shared < -rounding) {
    throw std::invalid_argument(
        "the players have more alone than together: no division gives each what it has alone");
  }
  if (shared <= std::max(rounding, solver_tolerance * scale)) {
    return equal_gains(game);
  }
  Settled settled;
  settled.bind(game, {game.everybody(), Settled::no_level}, shared / scale);
  while (settled.span.rank() < game.players) {
    LargestComplaint(game, settled, scale).settle(game, scale, settled);
  }
  return polish(game, settled);
}

}  // namespace tumen
