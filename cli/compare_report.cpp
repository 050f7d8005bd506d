#include "cli/compare_report.hpp"

#include "sim/compare_text.hpp"
#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

/// An override longer than this is named by its side's letter.
constexpr std::size_t longest_name = 60;

std::string setting_text(const ComparedSetting& setting) {
  std::string text;
  for (const std::string& assignment : setting.overrides) {
    text += (text.empty() ? "" : ", ") + assignment;
  }
  return text.empty() ? "the scenario as it is" : text;
}

/// The first words of a finding: what was done.
std::string opening(const ComparedSettings& settings) {
  if (settings.b.overrides.empty()) {
    return "As it is, ";
  }
  const std::string text = setting_text(settings.b);
  return "With " + (characters(text) <= longest_name ? text : std::string("B")) + ", ";
}

std::string sentence(const CompareReport& r, const ComparedOutcome& row) {
  return opening(r.settings) + finding_text(r.settings.b.scenario, row) + ".";
}

std::string paragraph(const std::string& text, std::size_t width) {
  std::string lines;
  for (const std::string& line : wrapped(text, width)) {
    lines += line + "\n";
  }
  return lines;
}

std::string findings(const CompareReport& r, std::size_t width) {
  const auto& rows = r.comparison.outcomes;
  std::string text;
  std::size_t shown = 0;
  for (const ComparedOutcome& row : rows) {
    if (is_finding(row) && shown < r.most_findings) {
      text += paragraph(sentence(r, row), width);
      ++shown;
    }
  }
  const auto found = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_finding));
  if (found == 0) {
    return "No difference is told from chance.\n";
  }
  return found == shown
             ? text
             : text + fmt::format("... and {} more findings (--top {}).\n", found - shown, found);
}

/// Outcomes that one setting has alone, told in numbers: their names are in the JSON.
std::string left_out(const Comparison& c) {
  return c.only_a.empty() && c.only_b.empty()
             ? ""
             : fmt::format(" Not compared: {} outcomes that A has alone and {} that B has alone.",
                           c.only_a.size(), c.only_b.size());
}

std::string calendar_note(const ComparedSettings& s) {
  const Model& a = s.a.scenario.model;
  const Model& b = s.b.scenario.model;
  const bool same = a.start_year == b.start_year && a.ticks == b.ticks && a.dt == b.dt;
  return same ? "" : " The two settings do not run over the same ticks: sums are not comparable.";
}

Json number_or_null(bool has, double value) {
  return has ? json_number(value) : Json(nullptr);
}

JsonObject row_json(const CompareReport& r, const ComparedOutcome& row) {
  const PairedTally& t = row.tally;
  const PairedDifference& d = row.difference;
  const bool has = d.method != PairedMethod::none;
  return {{"outcome", row.outcome.name},
          {"unit", unit_of(row.outcome)},
          {"is_finding", is_finding(row)},
          {"sentence", is_finding(row) ? Json(sentence(r, row)) : Json(nullptr)},
          {"method", method_name(d.method)},
          {"present_a", t.present_a},
          {"present_b", t.present_b},
          {"pairs", t.pairs},
          {"more", t.more},
          {"fewer", t.fewer},
          {"mean_a", number_or_null(t.pairs > 0, t.mean_a)},
          {"mean_b", number_or_null(t.pairs > 0, t.mean_b)},
          {"difference", number_or_null(t.pairs > 0, t.mean)},
          {"low", number_or_null(has, d.low)},
          {"high", number_or_null(has, d.high)},
          {"p", number_or_null(has, d.p)},
          {"adjusted_p", number_or_null(has, d.adjusted_p)}};
}

JsonArray names_json(const std::vector<std::string>& names) {
  JsonArray array;
  for (const std::string& name : names) {
    array.emplace_back(name);
  }
  return array;
}

}  // namespace

std::string compare_text(const CompareReport& r, std::size_t width) {
  const Scenario& s = r.settings.b.scenario;
  const Comparison& c = r.comparison;
  const std::string head = fmt::format("{}\n", s.title.empty() ? s.name : s.title) +
                           paragraph("A: " + setting_text(r.settings.a), width) +
                           paragraph("B: " + setting_text(r.settings.b), width) +
                           fmt::format("{} pairs of runs{}, seed {}\n\n", c.runs,
                                       c.interrupted ? ", interrupted" : "", r.seed);
  if (c.runs == 0) {
    return head;
  }
  const std::string method = fmt::format(
      "How it was judged: run k of both settings sees the same luck. Brackets are 95 % intervals "
      "of "
      "the mean difference, each of one outcome: Tango's score interval where every value is 0 or "
      "1, else Student's. A difference is told from chance where p < .05 after Holm's correction "
      "over {} outcomes (exact McNemar test, else paired t).",
      c.outcomes.size());
  return head + findings(r, width) + "\n" +
         paragraph(method + left_out(c) + calendar_note(r.settings), width);
}

Json compare_json(const CompareReport& r, const std::string& out) {
  const Comparison& c = r.comparison;
  JsonArray outcomes;
  for (const ComparedOutcome& row : c.outcomes) {
    outcomes.push_back(row_json(r, row));
  }
  return JsonObject{{"scenario", r.settings.b.scenario.name},
                    {"a", names_json(r.settings.a.overrides)},
                    {"b", names_json(r.settings.b.overrides)},
                    {"seed", r.seed},
                    {"runs", c.runs},
                    {"interrupted", c.interrupted},
                    {"out", out},
                    {"interval", 0.95},
                    {"adjustment", "holm"},
                    {"family", c.outcomes.size()},
                    {"only_a", names_json(c.only_a)},
                    {"only_b", names_json(c.only_b)},
                    {"outcomes", std::move(outcomes)}};
}

}  // namespace tumen::cli
