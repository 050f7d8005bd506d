// A run in a few sentences.
#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

using Kind = TraceEvent::Kind;
using Names = std::vector<std::string>;

std::string year_text(double year) {
  return fmt::format("{:.0f}", std::floor(year + 1e-6));
}

void add(std::vector<ChronicleLine>& out, Tone tone, std::string_view start, const Names& names) {
  if (!names.empty()) {
    out.push_back({0, tone, fmt::format("{}: {}.", start, join_and(names))});
  }
}

/// "“Rajin pier” (Russia, 2022)": events of a kind, with who did it.
Names acted(const Scenario& s, const Trace& trace, Kind kind) {
  Names names;
  for (const TraceEvent& e : trace.events) {
    if (e.kind == kind) {
      names.push_back(fmt::format("{} ({}{})", in_marks(package_name(s, e.package)),
                                  e.who == no_id ? "" : country_name(s, e.who) + ", ",
                                  year_text(s.model.year(e.tick))));
    }
  }
  return names;
}

void add_deals(const Scenario& s, const Trace& trace, const RunSummary& summary,
               std::vector<ChronicleLine>& out) {
  Names standing, waiting;
  for (const DealSummary& deal : summary.deals) {
    const std::string name = in_marks(package_name(s, deal.package));
    if (deal.status == "in force") {
      standing.push_back(name);
    } else if (deal.status == "signed, not ratified" || deal.status == "blocked") {
      waiting.push_back(fmt::format("{} ({})", name, deal.status));
    }
  }
  add(out, Tone::deal, "In force at the end", standing);
  add(out, Tone::plain, "Signed, not in force", waiting);
  add(out, Tone::setback, "Blocked", acted(s, trace, Kind::blocked));
  add(out, Tone::setback, "Refused by a parliament", acted(s, trace, Kind::vote_failed));
  add(out, Tone::setback, "Broken", acted(s, trace, Kind::breached));
}

void add_corridors(const Scenario& s, const RunSummary& summary, std::vector<ChronicleLine>& out) {
  Names built, unfinished;
  for (const CorridorSummary& row : summary.corridors) {
    const std::string name = in_marks(corridor_name(s, row.corridor));
    if (row.built) {
      built.push_back(
          fmt::format("{} ({}, {:.0f} % used)", name, year_text(*row.built), 100 * row.mean_flow));
    } else if (row.progress > 0 && row.progress < 1 && row.spent > 0) {
      unfinished.push_back(fmt::format("{} ({:.0f} %{})", name, 100 * row.progress,
                                       row.stage == "building" ? ", building" : ", works stopped"));
    }
  }
  add(out, Tone::works, "Built", built);
  add(out, Tone::setback, "Begun and not finished", unfinished);
}

void add_debts(const Scenario& s, const RunSummary& summary, std::vector<ChronicleLine>& out) {
  Names settled;
  for (const DebtSummary& row : summary.debts) {
    const Debt& debt = at(s.model.debts, row.debt);
    if (row.settled) {
      settled.push_back(fmt::format(
          "{} forgave {} {} M USD of {} ({}; paid {}, missed {} M USD)",
          country_name(s, debt.creditor), country_name(s, debt.debtor), rounded(row.forgiven),
          rounded(row.at_start), year_text(*row.settled), rounded(row.paid), rounded(row.arrears)));
    }
  }
  add(out, Tone::deal, "Debts settled", settled);
}

}  // namespace

std::vector<ChronicleLine> headline(const Scenario& s, const Trace& trace) {
  const RunSummary summary = summarise_run(s, trace);
  int opened = 0, signatures = 0, tests = 0;
  for (const TraceEvent& e : trace.events) {
    opened += e.kind == Kind::opened ? 1 : 0;
    signatures += e.kind == Kind::signed_ ? 1 : 0;
    tests += e.kind == Kind::test ? 1 : 0;
  }
  const auto plural = [](int n, std::string_view noun) {
    return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
  };
  std::vector<ChronicleLine> out = {
      {0, Tone::plain,
       fmt::format("From {} to {}, {} led to {}; there {} {}.", year_text(s.model.start_year),
                   year_text(summary.end_year - 1e-3), plural(opened, "proposal"),
                   plural(signatures, "signature"), tests == 1 ? "was" : "were",
                   tests == 0 ? "no weapons tests" : plural(tests, "weapons test"))}};
  add_deals(s, trace, summary, out);
  add_corridors(s, summary, out);
  add_debts(s, summary, out);
  return out;
}

}  // namespace tumen
