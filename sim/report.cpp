// The page as a whole: its order, its head, and what the sections share.
#include "sim/report.hpp"

#include "sim/picture.hpp"
#include "sim/report_parts.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace report {

picture::Chart Page::chart(std::string title, std::string unit) const {
  return {std::move(title), std::move(unit), s.model.start_year, s.model.dt, {}, 0};
}

std::vector<YearEnd> year_ends(const Page& page) {
  std::vector<YearEnd> years;
  for (Id tick = 0; tick < static_cast<Id>(page.trace.after.size()); ++tick) {
    const int year = static_cast<int>(std::floor(page.s.model.year(tick) + 1e-6));
    if (years.empty() || years.back().year != year) {
      years.push_back({year, tick, tick});
    }
    years.back().last = tick;
  }
  return years;
}

std::vector<picture::ChartLine> moving(const std::vector<picture::ChartLine>& lines) {
  std::vector<picture::ChartLine> out;
  for (const picture::ChartLine& line : lines) {
    if (std::any_of(line.values.begin(), line.values.end(), [](double v) { return v != 0; })) {
      out.push_back(line);
    }
  }
  return out;
}

HtmlTable yearly_table(const Page& page, std::string caption,
                       const std::vector<picture::ChartLine>& lines) {
  HtmlTable t{std::move(caption), {"end of"}, {}};
  for (const picture::ChartLine& line : lines) {
    t.columns.push_back(line.name);
  }
  for (const YearEnd& year : year_ends(page)) {
    std::vector<Cell> row = {{std::to_string(year.year), ""}};
    for (const picture::ChartLine& line : lines) {
      row.push_back(exact(line.values[static_cast<std::size_t>(year.last)]));
    }
    t.rows.push_back(std::move(row));
  }
  return t;
}

Cell year_cell(const std::optional<double>& year) {
  return {year ? fmt::format("{:.0f}", std::floor(*year + 1e-6)) : "-", ""};
}

namespace {

struct Part {
  std::string_view id, title;
  std::string (*write)(const Page& page);
};

constexpr std::array<Part, 11> parts = {{{"chronicle", "What happened", chronicle_part},
                                         {"map", "Corridors on the map", map_part},
                                         {"corridors", "Corridors over time", corridors_part},
                                         {"deals", "Deals", deals_part},
                                         {"obstacles", "Who stood in the way", obstacles_part},
                                         {"debts", "Debts", debts_part},
                                         {"gains", "Who gained what", gains_part},
                                         {"sanctions", "Sanctions", sanctions_part},
                                         {"dependence", "Dependence on China", dependence_part},
                                         {"prices", "Prices", prices_part},
                                         {"origin", "Making it again", origin_part}}};

}  // namespace
}  // namespace report

std::string run_report_html(const Scenario& s, const Trace& trace, const JsonObject& manifest) {
  const report::Page page{s, trace, manifest, summarise_run(s, trace)};
  const std::string title = s.title.empty() ? s.name : s.title;
  const std::string lead =
      fmt::format("One run of the scenario {}, {:.0f}-{:.0f}, seed {}{}{}", s.name,
                  std::floor(s.model.start_year), std::floor(page.summary.end_year - 1e-6),
                  trace.seed, trace.run > 0 ? fmt::format(", run {}", trace.run) : "",
                  trace.interrupted ? ", interrupted" : "");
  std::string menu;
  std::string body;
  for (const report::Part& part : report::parts) {
    const std::string html = part.write(page);
    if (!html.empty()) {
      menu += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", part.id, part.title);
      body += report::section(part.id, part.title, html);
    }
  }
  const std::string top = fmt::format(
      "<p class=\"lead\">{}. One history of many: how often a thing happens is a question for "
      "<code>tumen batch</code>.</p>\n{}",
      xml_text(lead), report::headline_part(page));
  return report::page({title, lead, timeline_definitions_svg(), top, menu, body});
}

}  // namespace tumen
