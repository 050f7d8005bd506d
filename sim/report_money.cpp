// Debts and gains.
#include "sim/chronicle.hpp"
#include "sim/report_parts.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen::report {
namespace {

std::string claim_name(const Scenario& s, Id debt) {
  const Debt& d = at(s.model.debts, debt);
  return fmt::format("Claim of {} on {}", country_name(s, d.creditor), country_name(s, d.debtor));
}

/// Stock and what became of it, running sums over the run.
std::vector<picture::ChartLine> debt_lines(const Page& page, Id k) {
  double sum = 0;
  std::vector<double> paid;
  for (const World<double>& world : page.trace.after) {
    paid.push_back(sum += at(world.debts, k).paid);
  }
  const auto state = [&](double DebtState<double>::* field) {
    return by_tick(page, [=](const auto& w) { return at(w.debts, k).*field; });
  };
  using State = DebtState<double>;
  return {{"old claim", state(&State::face), 0},
          {"rescheduled", state(&State::residual), 1},
          {"forgiven", state(&State::relieved), 2},
          {"paid", paid, 3},
          {"missed", state(&State::arrears), 4}};
}

/// The ledger of a claim: one row a year.
HtmlTable debt_ledger(const Page& page, Id k, const std::vector<picture::ChartLine>& lines) {
  HtmlTable t{claim_name(page.s, k) + ", M USD; stocks at the end of the year",
              {"year", "old claim", "rescheduled", "instalments due a year", "paid in the year",
               "paid so far", "forgiven so far", "missed so far"},
              {}};
  for (const YearEnd& year : year_ends(page)) {
    const auto& now = at(at(page.trace.after, year.last).debts, k);
    double paid = 0;
    for (Id tick = year.first; tick <= year.last; ++tick) {
      paid += at(at(page.trace.after, tick).debts, k).paid;
    }
    t.rows.push_back({{std::to_string(year.year), ""},
                      exact(now.face),
                      exact(now.residual),
                      exact(now.instalment),
                      exact(paid),
                      exact(lines[3].values[static_cast<std::size_t>(year.last)]),
                      exact(now.relieved),
                      exact(now.arrears)});
  }
  return t;
}

std::vector<picture::ChartLine> gain_lines(const Page& page, Id country) {
  std::vector<picture::ChartLine> lines;
  for (std::size_t issue = 0; issue < issue_count; ++issue) {
    lines.push_back(
        {std::string(issue_names[issue]),
         by_tick(page, [=](const auto& w) { return at(w.countries, country).utility[issue]; }),
         issue});
  }
  return lines;
}

HtmlTable mean_gains(const Page& page) {
  HtmlTable t{"Mean gain over the run, M USD a year", {"country"}, {}};
  for (const std::string_view issue : issue_names) {
    t.columns.push_back(capitalised(std::string(issue)));
  }
  for (const char* title : {"All", "% of GDP", "Sum, M USD", "Cash balance, M USD"}) {
    t.columns.emplace_back(title);
  }
  for (const GainSummary& row : page.summary.gains) {
    std::vector<Cell> cells = {{capitalised(country_name(page.s, row.country)), ""}};
    for (const double part : row.mean) {
      cells.push_back(number(part));
    }
    for (const double value : {row.total, 100 * row.share_of_gdp, row.cumulated, row.cash}) {
      cells.push_back(number(value));
    }
    t.rows.push_back(std::move(cells));
  }
  return t;
}

}  // namespace

std::string debts_part(const Page& page) {
  Figure f{
      "debts-stocks",
      "Each claim, M USD: what is left of it, and what was forgiven, paid and missed since the "
      "start.",
      "state.csv, table debt, variables face, residual, relieved, paid (summed) and arrears",
      {},
      {},
      false};
  HtmlTable t{"What became of the claims, M USD",
              {"claim", "at the start", "settled", "forgiven", "paid", "missed", "left"},
              {}};
  for (const DebtSummary& row : page.summary.debts) {
    const auto lines = debt_lines(page, row.debt);
    auto chart = page.chart(claim_name(page.s, row.debt), "M USD");
    chart.lines = moving(lines);
    f.pictures.push_back(picture::chart_svg(chart));
    f.numbers.push_back(debt_ledger(page, row.debt, lines));
    t.rows.push_back({{claim_name(page.s, row.debt), ""},
                      number(row.at_start),
                      year_cell(row.settled),
                      number(row.forgiven),
                      number(row.paid),
                      number(row.arrears),
                      number(row.face + row.residual)});
  }
  return f.pictures.empty() ? "" : table(t) + figure(f);
}

std::string gains_part(const Page& page) {
  Figure f{"gains-issues",
           "Gain of each country under the agreements in force, by issue, less the cost of "
           "sanctions, M USD a year. Each chart has its own scale; an issue that stays at zero "
           "has no line.",
           "state.csv, table country, variables gain_energy, gain_transit, gain_debt, "
           "gain_sanctions, gain_security",
           {},
           {},
           false};
  for (Id k = 0; k < static_cast<Id>(page.s.model.countries.size()); ++k) {
    const auto lines = gain_lines(page, k);
    auto chart = page.chart(capitalised(country_name(page.s, k)), "M USD/y");
    chart.lines = moving(lines);
    f.pictures.push_back(picture::chart_svg(chart));
    f.numbers.push_back(yearly_table(
        page, capitalised(country_name(page.s, k)) + ", M USD a year, last tick of the year",
        lines));
  }
  return table(mean_gains(page)) + figure(f);
}

}  // namespace tumen::report
