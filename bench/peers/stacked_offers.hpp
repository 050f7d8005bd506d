#pragma once
// Stacked alternating offers over a menu of outcomes, with the core's aspiration and protocol.
//
// Parties are asked in a fixed order, round after round: whoever is asked accepts what lies on the
// table if it is worth at least its aspiration, else puts down an outcome of its own, the one worth
// least to it of those worth at least its aspiration. An offer all others have accepted is agreed
// (Aydogan, Festen, Hindriks and Jonker 2017). Utilities are additive over the issues. One lane is
// one negotiation.
#include "bench/peers/lane_questions.hpp"
#include "policies/bargaining.hpp"

#include <array>
#include <cstddef>

namespace tumen::peers {

inline constexpr std::size_t party_count = 6;
inline constexpr std::size_t issue_count = 3;
inline constexpr std::size_t value_count = 10;  // outcomes: 10^3
inline constexpr int round_limit = 100;

template <class T>
using ByValue = std::array<T, value_count>;

/// One party's preferences: what each value of each issue adds to its utility, and what it has
/// without a deal. The best outcome is worth 1.
template <class T>
struct Likes {
  T reserved{};
  std::array<ByValue<T>, issue_count> worth{};
};

/// An outcome, by the number of the value in each issue.
template <class Real>
using Choice = std::array<Real, issue_count>;

/// A party: its preferences, the same sorted from best to worst, and its last proposal.
template <class Real>
struct Negotiator {
  Likes<Real> likes{};
  std::array<ByValue<Real>, issue_count> sorted{};
  Choice<Real> proposes{};
  Choice<Real> worth{};  ///< what its proposal is worth to it, by issue
};

/// Sorts by exchanging neighbours: what is exchanged does not depend on the lane.
template <class Real>
void sort_from_best(ByValue<Real>& v) {
  for (std::size_t pass = 0; pass < value_count; ++pass) {
    for (std::size_t k = pass % 2; k + 1 < value_count; k += 2) {
      const Real better = max(v[k], v[k + 1]);
      v[k + 1] = min(v[k], v[k + 1]);
      v[k] = better;
    }
  }
}

/// More than any outcome is worth.
template <class Real>
inline const Real nothing_here = Real(4);

/// The least of the sorted values that is at least `needed`, nothing_here where none is.
template <class Real>
[[nodiscard]] Real least_sufficient(const ByValue<Real>& sorted, const Real& needed) {
  Real found = nothing_here<Real>;
  for (const Real& value : sorted) {
    found = select(value >= needed, value, found);
  }
  return found;
}

/// Finds, by issue, the worth of the outcome that is worth least of those worth at least `level`.
/// Where even the best values of the issues to come do not suffice in any lane, worse values of
/// this one need not be tried.
template <class Real>
[[nodiscard]] Choice<Real> least_worth(const Negotiator<Real>& n, const Real& level) {
  const auto& [first, second, third] = n.sorted;
  Choice<Real> best{first[0], second[0], third[0]};  // stays where rounding lets nothing suffice
  Real least = nothing_here<Real>;
  for (const Real& a : first) {
    Choice<Real> here{a};
    Real least_here = nothing_here<Real>;
    for (const Real& b : second) {
      const Real needed = level - (a + b);
      if (where_it_holds(third[0] >= needed) == Holds::nowhere) {
        break;
      }
      const Real c = least_sufficient(third, needed);
      const Real total = (a + b) + c;
      const auto better = total < least_here;
      least_here = select(better, total, least_here);
      here[1] = select(better, b, here[1]);
      here[2] = select(better, c, here[2]);
    }
    const auto better = least_here < least;
    least = select(better, least_here, least);
    for (std::size_t k = 0; k < issue_count; ++k) {
      best[k] = select(better, here[k], best[k]);
    }
  }
  return best;
}

/// The party's proposal at `level`; looked up by value only where it is another than before.
template <class Real>
void propose(Negotiator<Real>& n, const Real& level) {
  const Choice<Real> worth = least_worth(n, level);
  for (std::size_t k = 0; k < issue_count; ++k) {
    if (where_it_holds(worth[k] != n.worth[k]) == Holds::nowhere) {
      continue;
    }
    n.worth[k] = worth[k];
    for (std::size_t v = 0; v < value_count; ++v) {
      n.proposes[k] =
          select(n.likes.worth[k][v] == worth[k], Real(static_cast<float>(v)), n.proposes[k]);
    }
  }
}

template <class Real>
[[nodiscard]] Real utility(const Likes<Real>& likes, const Choice<Real>& outcome) {
  Real sum(0);
  for (std::size_t k = 0; k < issue_count; ++k) {
    Real worth = likes.worth[k][0];
    for (std::size_t v = 1; v < value_count; ++v) {
      worth = select(outcome[k] == Real(static_cast<float>(v)), likes.worth[k][v], worth);
    }
    sum = k == 0 ? worth : sum + worth;
  }
  return sum;
}

/// What lies on the table, how many stand behind it, and what was agreed in which round (-1: none).
template <class Real>
struct Talks {
  std::array<Negotiator<Real>, party_count> parties{};
  Choice<Real> offer{};
  Real behind_it{};  ///< 0 before the first offer
  Choice<Real> agreed{};
  Real round = Real(-1);
};

/// The next party is asked.
template <class Real>
void ask(Talks<Real>& talks, std::size_t who, const Real& level, int round) {
  Negotiator<Real>& n = talks.parties[who];
  const auto accepts = both(talks.behind_it > Real(0), utility(n.likes, talks.offer) >= level);
  talks.behind_it = select(accepts, talks.behind_it + Real(1), Real(1));
  const auto struck = both(accepts, talks.round < Real(0),
                           talks.behind_it == Real(static_cast<float>(party_count)));
  talks.round = select(struck, Real(static_cast<float>(round)), talks.round);
  propose(n, level);
  for (std::size_t k = 0; k < issue_count; ++k) {
    talks.agreed[k] = select(struck, talks.offer[k], talks.agreed[k]);
    talks.offer[k] = select(accepts, talks.offer[k], n.proposes[k]);
  }
}

/// Runs the talks to agreement in every lane or to the last round. The strategy is `s` of the table
/// (concession, deadline in rounds, kappa 1), so that a party's aspiration ends at what it has
/// without a deal; how it holds out and for how long is the protocol's.
template <class Real>
void negotiate(const Table<Real>& t, const Strategy& s, Talks<Real>& talks) {
  for (auto& n : talks.parties) {
    n.sorted = n.likes.worth;
    for (auto& values : n.sorted) {
      sort_from_best(values);
    }
    n.worth.fill(Real(-1));
  }
  for (int round = 0; round < round_limit; ++round) {
    const Real time = convert<Real>(round + 1);
    for (std::size_t who = 0; who < party_count; ++who) {
      const Real& goal = talks.parties[who].likes.reserved;
      const Stand<Real> stand{aspiration(t, s, goal, time, Real(0)), final_goal(t, s, goal),
                              Real(0)};
      const Real level = ask_protocol(Protocol::alternating_offers,
                                      [&](auto rule) { return rule.aspiration(stand); });
      ask(talks, who, level, round);
    }
    if (where_it_holds(talks.round >= Real(0)) == Holds::everywhere) {
      return;
    }
  }
}

}  // namespace tumen::peers
