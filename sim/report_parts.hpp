#pragma once
// The sections of a run's report. Each returns its HTML, empty where the run has nothing of it.
#include "sim/json_writer.hpp"
#include "sim/picture_chart.hpp"
#include "sim/report_html.hpp"
#include "sim/run_summary.hpp"

namespace tumen::report {

/// What the sections draw from.
struct Page {
  const Scenario& s;
  const Trace& trace;
  const JsonObject& manifest;
  RunSummary summary;

  /// A chart over the run's years without lines.
  [[nodiscard]] picture::Chart chart(std::string title, std::string unit) const;
};

/// The last tick of every calendar year, with the year.
struct YearEnd {
  int year = 0;
  Id first = 0, last = 0;  ///< ticks of the year, both included
};
[[nodiscard]] std::vector<YearEnd> year_ends(const Page& page);

/// Values of one quantity after every tick.
template <class Read>
[[nodiscard]] std::vector<double> by_tick(const Page& page, Read&& read) {
  std::vector<double> values;
  for (const World<double>& world : page.trace.after) {
    values.push_back(read(world));
  }
  return values;
}

/// The lines that are not zero throughout.
[[nodiscard]] std::vector<picture::ChartLine> moving(const std::vector<picture::ChartLine>& lines);

/// One row a year with the values at its last tick, as in the CSV files.
[[nodiscard]] HtmlTable yearly_table(const Page& page, std::string caption,
                                     const std::vector<picture::ChartLine>& lines);

/// Year as it is read: "2012", "-" where there is none.
[[nodiscard]] Cell year_cell(const std::optional<double>& year);

/// " --double --set A=B": the options of a manifest beside its seed, as words for a shell.
[[nodiscard]] std::string settings_words(const JsonObject& manifest);
/// A command on a line of its own.
[[nodiscard]] std::string command_html(const std::string& command);
/// Entries of a manifest and the files it lists.
[[nodiscard]] std::string manifest_tables(const JsonObject& manifest);

[[nodiscard]] std::string headline_part(const Page& page);
[[nodiscard]] std::string chronicle_part(const Page& page);
[[nodiscard]] std::string map_part(const Page& page);
[[nodiscard]] std::string corridors_part(const Page& page);
[[nodiscard]] std::string deals_part(const Page& page);
[[nodiscard]] std::string obstacles_part(const Page& page);
[[nodiscard]] std::string debts_part(const Page& page);
[[nodiscard]] std::string gains_part(const Page& page);
[[nodiscard]] std::string sanctions_part(const Page& page);
[[nodiscard]] std::string dependence_part(const Page& page);
[[nodiscard]] std::string prices_part(const Page& page);
[[nodiscard]] std::string origin_part(const Page& page);

}  // namespace tumen::report
