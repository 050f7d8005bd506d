// The page of an ensemble.
#include "sim/json_reader.hpp"
#include "sim/picture_chances.hpp"
#include "sim/report.hpp"
#include "sim/report_parts.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace tumen {
namespace report {
namespace {

using Names = std::vector<std::string>;
using NameOf = std::string (*)(const Scenario&, Id);

struct BatchPage {
  const RecordedBatch& batch;
  std::map<std::string, const OutcomeRow*> rows;

  /// The outcome TABLE.NAME.MEASURE, or null.
  [[nodiscard]] const OutcomeRow* find(std::string_view table, const std::string& name,
                                       std::string_view measure) const {
    const auto found = rows.find(fmt::format("{}.{}.{}", table, name, measure));
    return found == rows.end() || found->second->present == 0 ? nullptr : found->second;
  }
};

/// A share in percent with its exact value; "-" where nothing was counted.
Cell percent(const OutcomeRow* row) {
  return row == nullptr ? Cell{"-", ""}
                        : Cell{fmt::format("{:.1f} %", 100 * row->mean), number(row->mean).exact};
}

/// "2016 (2014-2020)": median and 5 to 95 %.
Cell years(const OutcomeRow* row) {
  return row == nullptr
             ? Cell{"-", ""}
             : Cell{fmt::format("{:.0f} ({:.0f}–{:.0f})", std::floor(row->quantile[2]),
                                std::floor(row->quantile[0]), std::floor(row->quantile[4])),
                    ""};
}

void add_spread(std::vector<Cell>& cells, const OutcomeRow* row) {
  for (const double value :
       {row == nullptr ? std::nan("") : row->mean, row == nullptr ? std::nan("") : row->quantile[0],
        row == nullptr ? std::nan("") : row->quantile[4]}) {
    cells.push_back(number(value));
  }
}

/// Chances above zero of a measure over a table, the likeliest first.
Figure chances(const BatchPage& p, std::string_view table, const Names& names,
               std::string_view measure, NameOf name_of, std::string title) {
  std::vector<picture::Chance> all;
  for (Id k = 0; k < static_cast<Id>(names.size()); ++k) {
    const OutcomeRow* row = p.find(table, at(names, k), measure);
    if (row != nullptr && row->mean > 0) {
      all.push_back({name_of(p.batch.scenario, k), row->mean, row->low, row->high});
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.mean > b.mean; });
  Figure f{fmt::format("chances-{}", table),
           "Share of runs, with the 90 % interval that the number of runs leaves; what came about "
           "in no run is left out.",
           fmt::format("outcomes.csv, {}.NAME.{}, columns mean, low and high", table, measure),
           {},
           {},
           true};
  if (!all.empty()) {
    f.pictures.push_back(picture::chances_svg(std::move(title), all));
  }
  return f;
}

std::string deals_of(const BatchPage& p) {
  const Scenario& s = p.batch.scenario;
  HtmlTable t{"Deals: share of runs in which they were",
              {"deal", "proposed, times a run", "signed", "in force", "vetoed", "broken",
               "share of time in force", "year signed, median (5–95 %)"},
              {}};
  for (Id k = 0; k < static_cast<Id>(s.names.packages.size()); ++k) {
    const std::string& name = at(s.names.packages, k);
    const auto find = [&](std::string_view measure) { return p.find("packages", name, measure); };
    const OutcomeRow* opened = find("opened");
    if (opened != nullptr && opened->mean > 0) {
      t.rows.push_back({{package_name(s, k), ""},
                        number(opened->mean),
                        percent(find("signed")),
                        percent(find("entered")),
                        percent(find("blocked")),
                        percent(find("breached")),
                        percent(find("in_force")),
                        years(find("signed_year"))});
    }
  }
  const Figure f =
      chances(p, "packages", s.names.packages, "signed", package_name, "Signed at least once");
  return (f.pictures.empty() ? paragraph("No deal was signed in any run.") : figure(f)) + table(t);
}

std::string corridors_of(const BatchPage& p) {
  const Scenario& s = p.batch.scenario;
  HtmlTable t{"Corridors that were completed in some run",
              {"corridor", "completed", "idle though it stood", "used, share of capacity",
               "year completed, median (5–95 %)"},
              {}};
  for (Id k = 0; k < static_cast<Id>(s.names.corridors.size()); ++k) {
    const std::string& name = at(s.names.corridors, k);
    const auto find = [&](std::string_view measure) { return p.find("corridors", name, measure); };
    const OutcomeRow* built = find("built");
    if (built != nullptr && built->mean > 0) {
      t.rows.push_back({{corridor_name(s, k), ""},
                        percent(built),
                        percent(find("idle")),
                        percent(find("flow")),
                        years(find("built_year"))});
    }
  }
  const Figure f = chances(p, "corridors", s.names.corridors, "built", corridor_name, "Completed");
  return f.pictures.empty() ? paragraph("No corridor was completed in any run.")
                            : figure(f) + table(t);
}

std::string countries_of(const BatchPage& p) {
  const Scenario& s = p.batch.scenario;
  HtmlTable t{"Countries: mean and 5 to 95 % of runs",
              {"country", "gain, M USD/y", "5 %", "95 %", "cash, M USD", "5 %", "95 %",
               "deals signed", "5 %", "95 %", "largest partner's share of trade"},
              {}};
  for (Id k = 0; k < static_cast<Id>(s.names.countries.size()); ++k) {
    const std::string& name = at(s.names.countries, k);
    std::vector<Cell> row = {{capitalised(country_name(s, k)), ""}};
    for (const char* measure : {"utility", "cash", "signatures"}) {
      add_spread(row, p.find("countries", name, measure));
    }
    row.push_back(percent(p.find("countries", name, "dependence")));
    t.rows.push_back(std::move(row));
  }
  return table(t);
}

std::string debts_of(const BatchPage& p) {
  const Scenario& s = p.batch.scenario;
  HtmlTable t{"Claims", {"claim", "rescheduled", "paid, M USD", "5 %", "95 %"}, {}};
  for (Id k = 0; k < static_cast<Id>(s.names.debts.size()); ++k) {
    const Debt& debt = at(s.model.debts, k);
    std::vector<Cell> row = {{fmt::format("Claim of {} on {}", country_name(s, debt.creditor),
                                          country_name(s, debt.debtor)),
                              ""},
                             percent(p.find("debts", at(s.names.debts, k), "settled"))};
    add_spread(row, p.find("debts", at(s.names.debts, k), "paid"));
    t.rows.push_back(std::move(row));
  }
  return table(t);
}

/// Gains, cash, prices as fans, then traffic and trust, then the deals and corridors that most runs
/// have in the end.
std::string fans_of(const BatchPage& p) {
  constexpr std::size_t most = 36;
  std::vector<Fan> fans, shares;
  for (const Fan& fan : p.batch.fans) {
    if (fan.is_moving()) {
      (fan.is_binary() ? shares : fans).push_back(fan);
    }
  }
  std::stable_partition(fans.begin(), fans.end(),
                        [](const Fan& fan) { return fan.unit != "share"; });
  std::stable_sort(shares.begin(), shares.end(),
                   [](const Fan& a, const Fan& b) { return a.mean.back() > b.mean.back(); });
  fans.insert(fans.end(), shares.begin(), shares.end());
  return fans_figure(fans, "by_tick.csv, columns q05, q25, q50, q75, q95 and mean", most);
}

std::string all_outcomes(const BatchPage& p) {
  HtmlTable t{"Every outcome, as in outcomes.csv",
              {"outcome", "unit", "present in", "mean", "sd", "low", "high", "5 %", "25 %", "50 %",
               "75 %", "95 %"},
              {}};
  for (const OutcomeRow& o : p.batch.outcomes) {
    if (o.present == 0) {
      continue;
    }
    std::vector<Cell> row = {{o.name, ""}, {o.unit, ""}, exact(static_cast<double>(o.present))};
    for (const double value : {o.mean, o.sd, o.low, o.high}) {
      row.push_back(exact(value));
    }
    for (const double value : o.quantile) {
      row.push_back(exact(value));
    }
    t.rows.push_back(std::move(row));
  }
  return "<p>Low and high bound the 90 % interval of the mean. Outcomes that came about in no run "
         "are "
         "left out.</p>\n<details><summary>The numbers</summary>\n" +
         table(t) + "</details>\n";
}

std::string origin_of(const BatchPage& p) {
  const JsonObject& m = p.batch.manifest;
  const std::string command =
      fmt::format("tumen batch {} --runs {} --seed {}{}", p.batch.scenario.name, text_at(m, "runs"),
                  text_at(m, "seed"), settings_words(m));
  return "<p>The page was made from the folder's outcomes.csv, which has the hash of its manifest; "
         "nothing was run again. The same numbers come from</p>\n" +
         command_html(command) +
         "<p>with the same version and the same configuration. One of the runs as a story: "
         "<code>tumen run</code> with the same seed and <code>--run N</code>.</p>\n" +
         manifest_tables(m);
}

}  // namespace
}  // namespace report

std::string batch_report_html(const RecordedBatch& batch) {
  using namespace report;
  BatchPage p{batch, {}};
  std::size_t runs = 0;
  for (const OutcomeRow& row : batch.outcomes) {
    p.rows[row.name] = &row;
    runs = std::max(runs, row.runs);
  }
  const Scenario& s = batch.scenario;
  const std::string title = s.title.empty() ? s.name : s.title;
  const std::string lead = fmt::format(
      "{} runs of the scenario {}, seed {}{}", runs, s.name, text_at(batch.manifest, "seed"),
      text_at(batch.manifest, "interrupted") == "true" ? ", interrupted" : "");
  std::string links, body;
  const auto add = [&](const char* id, const char* heading, const std::string& html) {
    links += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, heading);
    body += section(id, heading, html);
  };
  add("deals", "Deals", deals_of(p));
  add("corridors", "Corridors", corridors_of(p));
  add("gains", "Countries", countries_of(p));
  add("debts", "Debts", debts_of(p));
  if (const std::string fans = fans_of(p); !fans.empty()) {
    add("years", "Over the years", fans);
  }
  add("outcomes", "All outcomes", all_outcomes(p));
  add("origin", "Making it again", origin_of(p));
  return page({title, lead, "",
               fmt::format("<p class=\"lead\">{}. The frequencies are the model's, not a "
                           "forecast.</p>\n",
                           xml_text(lead)),
               links, body});
}

}  // namespace tumen
