// Sanctions, dependence and prices over time.
#include "sim/chronicle.hpp"
#include "sim/report_parts.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen::report {
namespace {

std::string title_of(const Scenario& s, Id country) {
  const std::string& title = at(s.names.country_titles, country);
  return title.empty() ? at(s.names.countries, country) : title;
}

/// Lines of the regimes against a country, those that were ever in force.
std::vector<picture::ChartLine> regimes_against(const Page& page, Id target) {
  std::vector<picture::ChartLine> lines;
  for (Id k = 0; k < static_cast<Id>(page.s.model.regimes.size()); ++k) {
    if (at(page.s.model.regimes, k).target == target) {
      lines.push_back({regime_label(page.s, k),
                       by_tick(page, [k](const auto& w) { return at(w.regimes, k).level; }),
                       lines.size()});
    }
  }
  return moving(lines);
}

/// Trade with a partner as a share of a country's trade with all agents.
double trade_share(const World<double>& world, Id pair, Id country) {
  const auto& trade = at(world.pairs, pair);
  const double total = at(world.countries, country).trade_total;
  return total > 0 ? (trade.trade_ab + trade.trade_ba) / total : 0;
}

}  // namespace

std::string sanctions_part(const Page& page) {
  Figure f{"sanctions-levels",
           "Level of each sanction regime, share of its full strength, after easing by deals and "
           "widening by acts.",
           "state.csv, table regime, variable level",
           {},
           {},
           false};
  for (Id k = 0; k < static_cast<Id>(page.s.model.countries.size()); ++k) {
    auto lines = regimes_against(page, k);
    if (lines.empty()) {
      continue;
    }
    auto chart = page.chart("On " + country_name(page.s, k), "share of full strength");
    chart.lines = lines;
    chart.least_top = 1;
    f.pictures.push_back(picture::chart_svg(chart));
    f.numbers.push_back(
        yearly_table(page, "Levels of the regimes on " + country_name(page.s, k), lines));
  }
  HtmlTable t{"Regimes in force at the end",
              {"regime", "name in the files", "level", "share eased by deals"},
              {}};
  for (Id k = 0; k < static_cast<Id>(page.s.model.regimes.size()) && !page.trace.after.empty();
       ++k) {
    const auto& now = at(page.trace.after.back().regimes, k);
    if (now.level > 0) {
      t.rows.push_back({{capitalised(regime_name(page.s, k)), ""},
                        {at(page.s.names.regimes, k), ""},
                        number(now.level),
                        number(now.eased)});
    }
  }
  return f.pictures.empty() ? "" : figure(f) + table(t);
}

std::string dependence_part(const Page& page) {
  const Id china = find_name(page.s.names.countries, "CHN");
  if (china == no_id) {
    return {};
  }
  std::vector<picture::ChartLine> lines;
  for (Id k = 0; k < static_cast<Id>(page.s.model.pairs.size()); ++k) {
    const Pair& pair = at(page.s.model.pairs, k);
    if (pair.a != china && pair.b != china) {
      continue;
    }
    const Id country = pair.a == china ? pair.b : pair.a;
    lines.push_back({title_of(page.s, country),
                     by_tick(page, [=](const auto& w) { return trade_share(w, k, country); }),
                     lines.size()});
  }
  lines = moving(lines);
  if (lines.empty()) {
    return {};
  }
  auto chart = page.chart("China's share of trade", "share");
  chart.lines = lines;
  chart.least_top = 1;
  return figure(
      {"dependence-share",
       "Trade with China as a share of a country's trade with all countries of the "
       "scenario. Trade with the rest of the world is not modelled, so the share is no "
       "share of all foreign trade. A country whose trade with China is not modelled has no "
       "line.",
       "state.csv, table pair, variable trade, over table country, variable trade",
       {picture::chart_svg(chart)},
       {yearly_table(page, "China's share of trade", lines)},
       false});
}

std::string prices_part(const Page& page) {
  const std::vector<picture::ChartLine> brent = {
      {"Brent", by_tick(page, [](const auto& w) { return w.market.brent; }), 0}};
  const std::vector<picture::ChartLine> lng = {
      {"LNG", by_tick(page, [](const auto& w) { return w.market.lng; }), 1}};
  auto oil_chart = page.chart("Brent", "USD/bbl");
  oil_chart.lines = brent;
  auto gas_chart = page.chart("LNG", "USD/MMBtu");
  gas_chart.lines = lng;
  const Id recorded = page.s.model.market.history_ticks;
  const std::string history =
      recorded > 0 ? fmt::format(" Brent is the recorded series before {} and drawn from then on.",
                                 date_of_tick(page.s.model, recorded))
                   : "";
  return figure(
      {"prices-lines",
       "Price of oil (Brent, USD a barrel) and of LNG in Northeast Asia (USD a million BTU), "
       "nominal." +
           history,
       "state.csv, table market, variables brent and lng",
       {picture::chart_svg(oil_chart), picture::chart_svg(gas_chart)},
       {yearly_table(page,
                     "Brent [USD/bbl] and LNG [USD/MMBtu] in the last tick of the "
                     "year",
                     {brent.front(), lng.front()})},
       false});
}

}  // namespace tumen::report
