#include "sim/report_fans.hpp"

#include "sim/csv_reader.hpp"
#include "sim/picture_chart.hpp"
#include "sim/svg.hpp"
#include "sim/table.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace tumen::report {
namespace {

constexpr std::array<const char*, 5> quantile_columns = {"q05", "q25", "q50", "q75", "q95"};

double number_of(const std::string& cell) {
  return cell_number(cell).value_or(std::numeric_limits<double>::quiet_NaN());
}

/// Places of the columns by name.
class Columns {
 public:
  Columns(std::vector<std::string> names, std::string file)
      : names_(std::move(names)), file_(std::move(file)) {}

  [[nodiscard]] bool has(const char* name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
  }
  [[nodiscard]] std::size_t at(const char* name) const {
    if (!has(name)) {
      refuse_line(file_, 1, fmt::format("no column {}", name),
                  "by_tick.csv as tumen batch has written it");
    }
    return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  }

 private:
  std::vector<std::string> names_;
  std::string file_;
};

}  // namespace

bool Fan::is_moving() const {
  double first = std::numeric_limits<double>::quiet_NaN();
  const auto is_other = [&first](double value) {
    first = std::isnan(first) ? value : first;
    return !std::isnan(value) && value != first;
  };
  return std::any_of(mean.begin(), mean.end(), is_other) ||
         std::any_of(quantiles.begin(), quantiles.end(), [&](const std::vector<double>& q) {
           return std::any_of(q.begin(), q.end(), is_other);
         });
}

bool Fan::is_binary() const {
  return std::all_of(quantiles.begin(), quantiles.end(), [](const std::vector<double>& q) {
    return std::all_of(q.begin(), q.end(),
                       [](double v) { return v == 0 || v == 1 || std::isnan(v); });
  });
}

std::string Fan::name() const {
  return policy.empty() ? outcome : outcome + " under " + policy;
}

std::vector<Fan> read_fans(std::string_view csv, const std::string& file) {
  CsvReader reader(csv, file);
  std::vector<std::string> fields;
  static_cast<void>(reader.next(fields));
  const Columns columns(fields, file);
  const std::size_t outcome = columns.at("outcome"), unit = columns.at("unit"),
                    year = columns.at("year"), mean = columns.at("mean");
  std::array<std::size_t, 5> quantiles{};
  std::transform(quantile_columns.begin(), quantile_columns.end(), quantiles.begin(),
                 [&](const char* name) { return columns.at(name); });
  const bool has_policies = columns.has("policy");
  std::vector<Fan> fans;
  while (reader.next(fields)) {
    check_width(fields, quantiles.back() + 1, reader);
    const std::string policy = has_policies ? fields[columns.at("policy")] : std::string();
    if (fans.empty() || fans.back().outcome != fields[outcome] || fans.back().policy != policy) {
      fans.push_back({policy, fields[outcome], fields[unit], number_of(fields[year]), 1, {}, {}});
    } else if (fans.back().mean.size() == 1) {
      fans.back().years_a_tick = number_of(fields[year]) - fans.back().from_year;
    }
    fans.back().mean.push_back(number_of(fields[mean]));
    for (std::size_t k = 0; k < quantiles.size(); ++k) {
      fans.back().quantiles.at(k).push_back(number_of(fields[quantiles.at(k)]));
    }
  }
  return fans;
}

std::string fan_svg(const Fan& fan) {
  picture::Chart chart;
  chart.title = fitted(fan.name(), 13.5, 332);
  chart.from_year = fan.from_year;
  chart.years_a_tick = fan.years_a_tick;
  if (fan.is_binary()) {
    chart.unit = "share of runs";
    chart.lines = {{chart.title, fan.mean, 0}};
    chart.least_top = 1;
    return picture::chart_svg(chart);
  }
  chart.unit = printed_unit(fan.unit);
  chart.bands = {{fan.quantiles[0], fan.quantiles[4]}, {fan.quantiles[1], fan.quantiles[3]}};
  chart.lines = {{"median", fan.quantiles[2], 0}, {"mean", fan.mean, 1}};
  return picture::chart_svg(chart);
}

std::string fans_figure(const std::vector<Fan>& fans, const std::string& source, std::size_t most) {
  std::vector<std::string> pictures;
  std::size_t moving = 0;
  for (const Fan& fan : fans) {
    if (fan.is_moving() && ++moving <= most) {
      pictures.push_back(fan_svg(fan));
    }
  }
  if (pictures.empty()) {
    return "";
  }
  return figure(
      {"fans",
       fmt::format(
           "Where the runs are at the end of every tick: the middle half of them "
           "(dark), 5 to 95 % of them (light), median and mean. Of what a run "
           "has or has not: the share of runs that have it.{}",
           moving > most ? fmt::format(" The first {} of {} that move.", most, moving) : ""),
       source,
       pictures,
       {}});
}

}  // namespace tumen::report
