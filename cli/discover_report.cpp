#include "cli/discover_report.hpp"

#include "sim/paired.hpp"
#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

std::string share(double value) {
  return fmt::format("{:.3f}", value);
}

std::string p_words(double p) {
  return p < 1e-4 ? "< .0001" : fmt::format("{:.4f}", p);
}

std::string trajectory_table(const DiscoverReport& r, const PrimBox& box, std::size_t width) {
  TextTable table({{"step", Align::right},
                   {"move"},
                   {"coverage", Align::right},
                   {"density", Align::right},
                   {"mass", Align::right},
                   {"inputs", Align::right},
                   {"limit that moved"}});
  for (std::size_t k = 0; k < box.steps.size(); ++k) {
    const PrimStep& s = box.steps[k];
    const bool is_moved = s.action != PrimAction::start;
    const Dimension& dimension = r.cases.dimensions[s.dimension];
    std::string limit = is_moved ? limit_words(dimension, s.box.limits[s.dimension]) : "";
    if (is_moved && limit.empty()) {
      limit = dimension.name + " is free";
    }
    table.add({fmt::format("{}{}", k == box.chosen ? "* " : "", k), action_name(s.action),
               share(s.measures.coverage), share(s.measures.density), share(s.measures.mass),
               fmt::format("{}", s.measures.restricted), limit});
  }
  return table.text(width);
}

std::string spread_words(const BoundSpread& spread) {
  return std::isnan(spread.median) ? "" : fmt::format("{:.3g} to {:.3g}", spread.low, spread.high);
}

/// One line a restriction; how it fared in samples is known of the first box.
std::string restrictions_table(const DiscoverReport& r, std::size_t k, std::size_t width) {
  const bool has_samples = k == 0 && r.again.has_value() && r.again->samples > 0;
  std::vector<TextTable::Column> columns = {{"limit"},
                                            {"quasi-p", Align::right},
                                            {"coverage without", Align::right},
                                            {"density without", Align::right}};
  if (has_samples) {
    columns.push_back({"in samples", Align::right});
    columns.push_back({"lower bound there"});
    columns.push_back({"upper bound there"});
  }
  TextTable table(columns);
  for (const Restriction& restriction : r.boxes[k].restrictions) {
    const std::size_t d = restriction.dimension;
    std::vector<std::string> row = {
        limit_words(r.cases.dimensions[d], r.boxes[k].choice().box.limits[d]),
        p_words(restriction.quasi_p), share(restriction.without.coverage),
        share(restriction.without.density)};
    if (has_samples) {
      const RestrictionShare& s = r.again->dimensions[d];
      row.push_back(fmt::format("{} of {}", s.restricted, r.again->samples));
      row.push_back(spread_words(s.low));
      row.push_back(spread_words(s.high));
    }
    table.add(std::move(row));
  }
  return table.is_empty() ? "" : table.text(width);
}

/// What the samples say beside the restrictions of the box.
std::string samples_words(const DiscoverReport& r, std::size_t width) {
  if (!r.again || r.again->samples == 0) {
    return "";
  }
  std::vector<std::string> others;
  for (std::size_t d = 0; d < r.cases.dimensions.size(); ++d) {
    const std::size_t times = r.again->dimensions[d].restricted;
    if (times > 0 && !r.boxes.front().choice().box.limits[d].is_restricted()) {
      others.push_back(
          fmt::format("{} ({} of {})", r.cases.dimensions[d].name, times, r.again->samples));
    }
  }
  const std::string words = fmt::format(
      "Boxes found in {} bootstrap samples hold {} of the cases left out of them, and {} of what "
      "they "
      "hold of the points left out are cases.{}",
      r.again->samples, per_cent(r.again->coverage), per_cent(r.again->density),
      others.empty() ? "" : " They also restrict " + join_and(others) + ".");
  return wrapped_text(words, width);
}

std::string box_text(const DiscoverReport& r, std::size_t k, std::size_t width) {
  const PrimBox& box = r.boxes[k];
  std::string text =
      fmt::format("\nSteps of box {} (* is the chosen one; --box takes another)\n", k + 1) +
      trajectory_table(r, box, width) + "\n";
  const std::string answer =
      fmt::format("Box {} (step {}): {}: {}.", k + 1, box.chosen,
                  box_words(r.cases, box.choice().box), measures_words(box.choice().measures));
  text += wrapped_text(answer, width);
  text += restrictions_table(r, k, width);
  return text + (k == 0 ? samples_words(r, width) : "");
}

JsonObject limit_json(const Dimension& dimension, const Limit& limit) {
  if (dimension.kind != DimensionKind::category) {
    return {{"low", json_number(limit.low)}, {"high", json_number(limit.high)}};
  }
  JsonArray kept;
  for (std::size_t word = 0; word < dimension.words.size(); ++word) {
    if (limit.excluded[word] == 0) {
      kept.push_back(Json(dimension.words[word]));
    }
  }
  return {{"words", std::move(kept)}};
}

JsonObject spread_json(const BoundSpread& spread) {
  return {{"low", json_number(spread.low)},
          {"median", json_number(spread.median)},
          {"high", json_number(spread.high)}};
}

JsonArray trajectory_json(const DiscoverReport& r, const PrimBox& box) {
  JsonArray steps;
  for (std::size_t k = 0; k < box.steps.size(); ++k) {
    const PrimStep& s = box.steps[k];
    JsonObject step = {{"step", k}, {"move", action_name(s.action)}};
    add_measures(step, s.measures);
    step["box"] = box_json(r.cases, s.box);
    steps.push_back(std::move(step));
  }
  return steps;
}

JsonObject prim_box_json(const DiscoverReport& r, const PrimBox& box) {
  JsonObject told = {{"step", box.chosen}, {"words", box_words(r.cases, box.choice().box)}};
  add_measures(told, box.choice().measures);
  told["limits"] = box_json(r.cases, box.choice().box);
  JsonArray restrictions;
  for (const Restriction& restriction : box.restrictions) {
    JsonObject one = {{"input", r.cases.dimensions[restriction.dimension].name},
                      {"quasi_p", rounded_p(restriction.quasi_p)},
                      {"coverage_without", restriction.without.coverage},
                      {"density_without", restriction.without.density}};
    restrictions.push_back(std::move(one));
  }
  told["restrictions"] = std::move(restrictions);
  told["trajectory"] = trajectory_json(r, box);
  return told;
}

JsonObject again_json(const DiscoverReport& r) {
  JsonArray inputs;
  for (std::size_t d = 0; d < r.cases.dimensions.size(); ++d) {
    const RestrictionShare& s = r.again->dimensions[d];
    inputs.push_back({{"input", r.cases.dimensions[d].name},
                      {"restricted", s.restricted},
                      {"low", spread_json(s.low)},
                      {"high", spread_json(s.high)}});
  }
  return {{"samples", r.again->samples},
          {"coverage_left_out", json_number(r.again->coverage)},
          {"density_left_out", json_number(r.again->density)},
          {"inputs", std::move(inputs)}};
}

}  // namespace

std::string per_cent(double value) {
  return std::isnan(value) ? "none" : fmt::format("{} %", rounded(100 * value));
}

std::string cases_words(const DiscoveryQuestion& q, const CaseTable& cases) {
  return fmt::format(
      "{}: {} points, {} cases ({}): {} {}\n", printable(q.table), cases.points(), cases.cases(),
      per_cent(static_cast<double>(cases.cases()) / static_cast<double>(cases.points())),
      printable(q.outcome), target_words(q.target));
}

std::string measures_words(const BoxMeasures& m) {
  return fmt::format(
      "holds {} of the cases, {} of what it holds are cases; {} of all points lie in "
      "it",
      per_cent(m.coverage), per_cent(m.density), per_cent(m.mass));
}

JsonObject box_json(const CaseTable& table, const Box& box) {
  JsonObject limits;
  for (std::size_t d = 0; d < box.limits.size(); ++d) {
    if (box.limits[d].is_restricted()) {
      limits[table.dimensions[d].name] = limit_json(table.dimensions[d], box.limits[d]);
    }
  }
  return limits;
}

void add_measures(JsonObject& object, const BoxMeasures& m) {
  object["points"] = m.points;
  object["cases"] = m.cases;
  object["coverage"] = m.coverage;
  object["density"] = m.density;
  object["mass"] = m.mass;
  object["restricted"] = m.restricted;
}

std::string discover_text(const DiscoverReport& r, std::size_t width) {
  std::string text = cases_words(r.question, r.cases);
  for (std::size_t k = 0; k < r.boxes.size(); ++k) {
    text += box_text(r, k, width);
  }
  return text;
}

Json discover_json(const DiscoverReport& r) {
  JsonArray boxes;
  for (const PrimBox& box : r.boxes) {
    boxes.push_back(prim_box_json(r, box));
  }
  JsonObject told = {{"table", r.question.table},
                     {"outcome", r.question.outcome},
                     {"target", target_words(r.question.target)},
                     {"points", r.cases.points()},
                     {"cases", r.cases.cases()},
                     {"method", "prim"},
                     {"alpha", r.settings.alpha},
                     {"boxes", std::move(boxes)}};
  if (r.again) {
    told["resampling"] = again_json(r);
  }
  return told;
}

}  // namespace tumen::cli
