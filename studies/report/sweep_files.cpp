// The files of the folder `analysis` of a sweep.
#include "sim/csv.hpp"
#include "sim/document/scalar.hpp"
#include "studies/discovery/pairs_svg.hpp"
#include "studies/report/box_part.hpp"
#include "studies/report/convergence.hpp"
#include "studies/report/decision_part.hpp"
#include "studies/report/tornado.hpp"
#include "studies/sensitivity/bars.hpp"
#include "studies/sensitivity/series.hpp"

#include <fmt/format.h>

namespace tumen {
namespace {

std::string seeds_csv(const std::vector<OutcomeAnalysis>& outcomes) {
  CsvTable csv({"outcome", "replicates", "seed_share"});
  for (const OutcomeAnalysis& outcome : outcomes) {
    if (!outcome.replicates.is_known) {
      continue;
    }
    for (const ReplicateReport::Line& line : outcome.replicates.lines) {
      csv.add(outcome.name).add(fmt::format("{}", line.replicates));
      csv.add(format_real(line.seed_share));
    }
  }
  return csv.text();
}

/// Tornado and boxes: their tables, and a picture an outcome.
std::vector<AnalysisFile> spread_files(const SweepResults& sweep) {
  std::vector<Tornado> tornados;
  std::vector<SweepBox> boxes;
  std::vector<AnalysisFile> files;
  const std::vector<OutcomeSeries> series = series_of(sweep.outcomes);
  for (std::size_t k = 0; k < sweep.outcomes.size(); ++k) {
    if (is_member(series, k)) {
      continue;
    }
    const std::string name = outcome_file(sweep.outcomes[k].name);
    tornados.push_back(tornado_of(sweep, k));
    if (!tornados.back().bars.empty()) {
      files.push_back({name + "-tornado.svg", svg_file(tornado_svg(tornados.back()))});
    }
    if (std::optional<SweepBox> box = box_of(sweep, k)) {
      files.push_back({name + "-box.svg",
                       svg_file(pairs_svg(box->cases, box->box.choice().box, box->question))});
      boxes.push_back(std::move(*box));
    }
  }
  files.push_back({"tornado.csv", tornado_csv(tornados)});
  files.push_back({"boxes.csv", boxes_csv(boxes)});
  return files;
}

}  // namespace

std::string outcome_file(std::string name) {
  for (char& c : name) {
    c = c == ' ' ? '-' : c == '/' || c == '@' ? '_' : c;
  }
  return name;
}

std::vector<AnalysisFile> sweep_files(const SweepResults& sweep) {
  const std::vector<std::string> names = analysed_names(sweep.design);
  std::vector<AnalysisFile> files = {{"sensitivity.csv", index_csv(sweep.outcomes, names)},
                                     {"convergence.csv", convergence_csv(sweep.outcomes, names)},
                                     {"seeds.csv", seeds_csv(sweep.outcomes)}};
  const std::vector<OutcomeSeries> series = series_of(sweep.outcomes);
  if (!series.empty()) {
    files.push_back({"over_time.csv", series_csv(series, sweep.outcomes, names)});
  }
  for (const OutcomeSeries& s : series) {
    const std::vector<IndexOverTime> indices = indices_over_time(s, sweep.outcomes, names);
    files.push_back(
        {outcome_file(s.name) + "-over-time.svg", svg_file(series_svg(s, indices, names))});
  }
  for (std::size_t k = 0; k < sweep.outcomes.size(); ++k) {
    const OutcomeAnalysis& outcome = sweep.outcomes[k];
    if (is_member(series, k)) {
      continue;
    }
    const std::string name = outcome_file(outcome.name);
    files.push_back({name + ".svg", svg_file(index_bars(outcome, names))});
    for (const ConvergenceChart& chart : convergence_charts(outcome, names)) {
      files.push_back(
          {fmt::format("{}-{}-by-points.svg", name, chart.index), svg_file(chart.picture)});
    }
  }
  for (AnalysisFile& file : spread_files(sweep)) {
    files.push_back(std::move(file));
  }
  for (const report::Fan& fan : sweep.fans) {
    files.push_back({outcome_file(fan.name()) + "-over-years.svg", svg_file(report::fan_svg(fan))});
  }
  for (AnalysisFile& file : decision_files(sweep)) {
    files.push_back(std::move(file));
  }
  files.push_back({"page.html", sweep_page_html(sweep)});
  return files;
}

}  // namespace tumen
