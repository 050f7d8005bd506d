#include "sim/document/time_series.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace tumen {
namespace {

constexpr Bounds calendar = Bounds::between(1900.0, 2200.0);
constexpr double quarter = 0.25;  // years

std::string form(const Expected& expected) {
  return "{unit: " + expected.unit +
         ", source: KEY, quarterly: {start: 1990, values: [..]}} or, instead of quarterly, "
         "steps: [[1990, NUMBER], ..] or points: [[1990, NUMBER], ..]";
}

class SeriesReader {
 public:
  SeriesReader(MapReader& reader, const UnitReader& units, TimeSeries& series)
      : reader_(reader), units_(units), series_(series) {}

  void quarterly(const Node& node) {
    MapReader inner(node, reader_.problems(), reader_.path("quarterly"));
    const double start = inner.real("start", calendar);
    const Node* const values = inner.required("values");
    inner.finish();
    if (std::fmod(start, quarter) != 0.0) {
      inner.refuse("start", "found " + format_real(start),
                   "the beginning of a quarter: 1990, 1990.25, 1990.5, 1990.75");
    }
    if (values == nullptr) {
      return;
    }
    if (!values->is_list() || values->items().empty()) {
      inner.refuse("values", "found " + describe(*values), "a list of numbers");
    }
    for (std::size_t i = 0; i < values->items().size(); ++i) {
      add(start + quarter * static_cast<double>(i), values->items()[i], "quarterly.values");
    }
  }

  void pairs(const Node& list, std::string_view key) {
    if (!list.is_list() || list.items().empty()) {
      reader_.refuse(key, "found " + describe(list), "a list of pairs: [[DATE, NUMBER], ..]");
    }
    for (const Node& item : list.items()) {
      pair(item, key);
    }
  }

 private:
  void pair(const Node& item, std::string_view key) {
    const std::string path = reader_.path(key);
    if (item.items().size() != 2) {
      reader_.problems().add({item.place(), path, "found " + describe(item) + " that is no pair",
                              "[DATE, NUMBER]", ""});
      return;
    }
    const Node& date_node = item.items()[0];
    const std::optional<double> date = read_real(date_node, path, calendar, reader_.problems());
    if (!date) {
      return;
    }
    if (last_date_ && *date <= *last_date_) {
      reader_.problems().add({date_node.place(), path, "found the date " + format_real(*date),
                              "dates after " + format_real(*last_date_) + ", the one before it",
                              ""});
      return;
    }
    last_date_ = date;
    add(*date, item.items()[1], key);
  }

  void add(double date, const Node& node, std::string_view key) {
    const std::optional<double> value = units_.read(node, key);
    if (!value) {
      return;
    }
    if (series_.has_range && (*value < series_.low || *value > series_.high)) {
      reader_.problems().add({node.place(), reader_.path(key),
                              "found " + format_real(*value) + " outside the series' own range",
                              Bounds::between(series_.low, series_.high).text(), ""});
      return;
    }
    series_.dates.push_back(date);
    series_.values.push_back(*value);
  }

  MapReader& reader_;
  const UnitReader& units_;
  TimeSeries& series_;
  std::optional<double> last_date_;
};

void read_values(MapReader& reader, const UnitReader& units, TimeSeries& series) {
  const Node* const quarterly = reader.optional("quarterly");
  const Node* const steps = reader.optional("steps");
  const Node* const points = reader.optional("points");
  const std::array all = {quarterly, steps, points};
  const auto forms = 3 - std::count(all.begin(), all.end(), nullptr);
  if (forms != 1) {
    reader.refuse("", forms == 0 ? "no values" : "more than one form of values",
                  "exactly one of quarterly, steps, points");
    return;
  }
  SeriesReader values(reader, units, series);
  series.shape = points != nullptr ? TimeSeries::Shape::points : TimeSeries::Shape::steps;
  if (quarterly != nullptr) {
    values.quarterly(*quarterly);
  }
  if (steps != nullptr) {
    values.pairs(*steps, "steps");
  }
  if (points != nullptr) {
    values.pairs(*points, "points");
  }
}

}  // namespace

double TimeSeries::at(double date) const {
  if (values.empty()) {
    return 0.0;
  }
  const auto next = std::upper_bound(dates.begin(), dates.end(), date);
  if (next == dates.begin()) {
    return values.front();
  }
  const auto last = static_cast<std::size_t>(next - dates.begin()) - 1;
  if (shape == Shape::steps || next == dates.end()) {
    return values[last];
  }
  const double share = (date - dates[last]) / (dates[last + 1] - dates[last]);
  return values[last] + share * (values[last + 1] - values[last]);
}

TimeSeries read_series(const Node& node, const Expected& expected, Problems& problems,
                       const Provenance& provenance) {
  TimeSeries series;
  series.unit = expected.unit;
  series.place = node.place();
  if (!node.is_map()) {
    problems.add({node.place(), expected.key, "found " + describe(node), form(expected), ""});
    return series;
  }
  MapReader reader(node, problems, expected.key);
  const UnitReader units(reader, expected);
  static_cast<Backing&>(series) = read_backing(reader, units, expected, provenance);
  read_values(reader, units, series);
  reader.finish();
  return series;
}

TimeSeries take_series(MapReader& reader, const Expected& expected, const Provenance& provenance) {
  const Expected full{reader.path(expected.key), expected.unit, expected.bounds};
  const Node* const node = reader.required(expected.key);
  return node == nullptr ? TimeSeries{} : read_series(*node, full, reader.problems(), provenance);
}

std::optional<TimeSeries> take_optional_series(MapReader& reader, const Expected& expected,
                                               const Provenance& provenance) {
  const Node* const node = reader.optional(expected.key);
  if (node == nullptr) {
    return std::nullopt;
  }
  const Expected full{reader.path(expected.key), expected.unit, expected.bounds};
  return read_series(*node, full, reader.problems(), provenance);
}

}  // namespace tumen
