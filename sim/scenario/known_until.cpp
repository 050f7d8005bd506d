#include "sim/scenario/known_until.hpp"

#include "sim/document/scalar.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace tumen {
namespace {

constexpr double trend_years = 10.0;
constexpr double kept_a_year = 0.933;  // half is left after ten years
constexpr double most_growth = 0.2;
constexpr int years_ahead = 60;

struct Point {
  double date = 0, value = 0;
};

class Forgetter {
 public:
  Forgetter(double until, Problems& problems) : until_(until), problems_(problems) {}

  // The tree with every series cut.
  [[nodiscard]] Node forget(const Node& node) const {
    if (is_number_form(node)) {
      return cut_series(node);
    }
    if (node.is_map()) {
      std::vector<MapEntry> entries = node.entries();
      for (MapEntry& entry : entries) {
        entry.value = forget(entry.value);
      }
      return Node::make_map(std::move(entries), node.place());
    }
    if (node.is_list()) {
      std::vector<Node> items = node.items();
      for (Node& item : items) {
        item = forget(item);
      }
      return Node::make_list(std::move(items), node.place());
    }
    return node;
  }

  // A list whose items have their date at `date_of(item)`, without those from the date on.
  template <class DateOf>
  [[nodiscard]] Node cut_list(const Node& list, const DateOf& date_of) const {
    std::vector<Node> kept;
    for (const Node& item : list.items()) {
      const Node* const date = date_of(item);
      if (date == nullptr || parse_real(date->text()).value_or(0.0) < until_) {
        kept.push_back(item);
      }
    }
    return Node::make_list(std::move(kept), list.place());
  }

  // The map with the number at `key`, if any, at most the date.
  [[nodiscard]] Node no_later(const Node& map, const char* key) const {
    const Node* const now = child(map, key);
    return now == nullptr || parse_real(now->text()).value_or(0.0) > until_
               ? with_key(map, key, number(until_, map.place()))
               : map;
  }

 private:
  static Node number(double value, const Place& place) {
    return Node::make_scalar(format_real(value), false, place);
  }

  static const Node* first_of_pair(const Node& item) {
    return item.is_list() && item.items().size() == 2 ? &item.items()[0] : nullptr;
  }

  [[nodiscard]] Node cut_series(const Node& node) const {
    if (const Node* const steps = child(node, "steps")) {
      return with_key(node, "steps", cut_pairs(*steps));
    }
    if (const Node* const points = child(node, "points")) {
      const Node known = cut_pairs(*points);
      return known.items().size() == points->items().size()
                 ? node
                 : with_key(node, "points", continued(known, node));
    }
    if (const Node* const quarterly = child(node, "quarterly")) {
      return with_key(node, "quarterly", cut_quarters(*quarterly));
    }
    return node;
  }

  [[nodiscard]] Node cut_pairs(const Node& list) const {
    Node known = cut_list(list, first_of_pair);
    if (known.items().empty() && !list.items().empty()) {
      problems_.add({list.place(), "known_until",
                     "a series with no value before " + format_real(until_),
                     "a value that was known then", ""});
      return list;
    }
    return known;
  }

  [[nodiscard]] Node cut_quarters(const Node& quarterly) const {
    const Node* const start = child(quarterly, "start");
    const Node* const values = child(quarterly, "values");
    const auto first = start == nullptr ? std::nullopt : parse_real(start->text());
    if (!first || values == nullptr || !values->is_list()) {
      return quarterly;  // told when the series is read
    }
    const double quarters = std::max(1.0, std::floor((until_ - *first) * 4.0 + 1e-9));
    std::vector<Node> known = values->items();
    known.resize(std::min(known.size(), static_cast<std::size_t>(quarters)));
    return with_key(quarterly, "values", Node::make_list(std::move(known), values->place()));
  }

  // Known points with those of their trend behind them.
  [[nodiscard]] static Node continued(const Node& known, const Node& series) {
    std::vector<Point> points;
    for (const Node& item : known.items()) {
      points.push_back({parse_real(item.items()[0].text()).value_or(0.0),
                        parse_real(item.items()[1].text()).value_or(0.0)});
    }
    const double growth = trend(points);
    if (growth == 0.0) {
      return known;
    }
    const auto [low, high] = range_of(series);
    std::vector<Node> out = known.items();
    double sum = 0.0;
    double step = growth;
    for (int year = 1; year <= years_ahead; ++year) {
      step *= kept_a_year;
      sum += step;
      const double value = std::clamp(points.back().value * std::exp(sum), low, high);
      out.push_back(Node::make_list(
          {number(points.back().date + year, known.place()), number(value, known.place())},
          known.place()));
    }
    return Node::make_list(std::move(out), known.place());
  }

  // Growth of the log a year over the last ten years; 0 where there is no log or one point alone.
  [[nodiscard]] static double trend(const std::vector<Point>& points) {
    const Point& last = points.back();
    const auto from = std::find_if(points.begin(), points.end(), [&](const Point& p) {
      return p.date >= last.date - trend_years;
    });
    if (from->date >= last.date || from->value <= 0.0 || last.value <= 0.0) {
      return 0.0;
    }
    const double growth = std::log(last.value / from->value) / (last.date - from->date);
    return std::clamp(growth, -most_growth, most_growth);
  }

  [[nodiscard]] static std::pair<double, double> range_of(const Node& series) {
    const Node* const range = child(series, "range");
    if (range != nullptr && range->items().size() == 2) {
      const auto low = parse_real(range->items()[0].text());
      const auto high = parse_real(range->items()[1].text());
      if (low && high && *low <= *high) {
        return {*low, *high};
      }
    }
    return {0.0, child_text(series, "unit") == "share" ? 1.0 : 1e300};
  }

  double until_;
  Problems& problems_;
};

bool waits_for_later(const Node& package, double until) {
  const Node* const preconditions = child(package, "preconditions");
  return preconditions != nullptr &&
         std::any_of(preconditions->items().begin(), preconditions->items().end(),
                     [until](const Node& item) {
                       const Node* const from = item.is_map() ? child(item, "from") : nullptr;
                       return from != nullptr && parse_real(from->text()).value_or(0.0) >= until;
                     });
}

Node forget_projects(const Node& packages, double until) {
  Node out = packages;
  for (const MapEntry& package : packages.entries()) {
    if (waits_for_later(package.value, until)) {
      out = with_key(out, package.key,
                     with_key(package.value, "enabled",
                              Node::make_scalar("false", false, package.value.place())));
    }
  }
  return out;
}

Node forget_governments(const Node& countries, const Forgetter& forgetter) {
  Node out = countries;
  for (const MapEntry& country : countries.entries()) {
    const Node* const governments = child(country.value, "governments");
    const Node* const calendar = governments == nullptr ? nullptr : child(*governments, "calendar");
    if (calendar == nullptr) {
      continue;
    }
    const auto date_of = [](const Node& item) {
      return item.items().empty() ? nullptr : &item.items()[0];
    };
    Node known = with_key(*governments, "calendar", forgetter.cut_list(*calendar, date_of));
    if (child(known, "term") != nullptr || child(known, "turnover") != nullptr) {
      known = forgetter.no_later(known, "known_until");
    }
    out = with_key(out, country.key, with_key(country.value, "governments", std::move(known)));
  }
  return out;
}

}  // namespace

Node forget_after(const Node& root, Problems& problems) {
  const Node* const date = child(root, "known_until");
  const auto until = date == nullptr ? std::nullopt : parse_real(date->text());
  if (!until) {
    return root;  // a mistake is told when the document's head is read
  }
  const Forgetter forgetter(*until, problems);
  Node out = forgetter.forget(root);
  if (const Node* const events = child(out, "events")) {
    const auto date_of = [](const Node& item) { return child(item, "date"); };
    out = with_key(out, "events", forgetter.cut_list(*events, date_of));
  }
  if (const Node* const countries = child(out, "countries")) {
    out = with_key(out, "countries", forget_governments(*countries, forgetter));
  }
  if (const Node* const packages = child(out, "packages")) {
    out = with_key(out, "packages", forget_projects(*packages, *until));
  }
  const Node* const market = child(out, "market");
  if (market != nullptr && child(*market, "history_until") != nullptr) {
    out = with_key(out, "market", forgetter.no_later(*market, "history_until"));
  }
  return out;
}

}  // namespace tumen
