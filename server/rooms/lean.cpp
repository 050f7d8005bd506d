#include "server/rooms/lean.hpp"

#include "agents/reasons.hpp"

#include <algorithm>
#include <array>

namespace tumen::server::rooms {
namespace {

/// Sink that sums what each reason is worth to one country.
struct ReasonSink {
  Id who = no_id;
  std::array<double, reason_catalog.size()> worth{};

  void add(Id country, Issue, Reason reason, const double& amount) {
    worth[static_cast<std::size_t>(reason)] += country == who ? amount : 0;
  }
};

Leaning leaning_of(const Table<double>& t, Id package, Id row) {
  const auto& party = at(t.w.parties, row);
  const Id country = at(t.m.parties, row).country;
  const Strategy& strategy = t.strategy(country);
  if (is_ruled_out(t, package, country) > 0) {
    return Leaning::ruled_out;
  }
  const double seen = party.total / std::max(party.stake, 1e-6) - t.x(strategy.margin, 0);
  if (seen < 0) {
    return Leaning::loses;
  }
  return seen < final_goal(t, strategy, party.share) ? Leaning::holds_out : Leaning::would_sign;
}

}  // namespace

Lean lean_of(const Table<double>& t, Id package, Id row) {
  Lean lean{leaning_of(t, package, row), {}};
  if (lean.leaning == Leaning::ruled_out) {
    return lean;
  }
  ReasonSink sink{at(t.m.parties, row).country, {}};
  const View<double> view = t.view();
  appraise(view, package, sink);
  if (lean.leaning == Leaning::would_sign) {
    const auto* const best = std::max_element(sink.worth.begin(), sink.worth.end());
    lean.reason =
        *best > 0 ? reason_catalog[static_cast<std::size_t>(best - sink.worth.begin())].text : "";
    return lean;
  }
  const auto* const worst = std::min_element(sink.worth.begin(), sink.worth.end());
  if (at(t.w.parties, row).pressure > -*worst) {
    lean.reason = "pressure of third parties";
  } else if (*worst < 0) {
    lean.reason = reason_catalog[static_cast<std::size_t>(worst - sink.worth.begin())].text;
  }
  return lean;
}

}  // namespace tumen::server::rooms
