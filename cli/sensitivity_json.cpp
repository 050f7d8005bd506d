// The analysis of a design for machines.
#include "cli/sensitivity_report.hpp"

#include <algorithm>

namespace tumen::cli {
namespace {

Json estimate_json(const IndexRow& row) {
  JsonObject told{{"value", json_number(row.estimate.value)}};
  if (row.has_interval) {
    told["low"] = json_number(row.estimate.interval.low);
    told["high"] = json_number(row.estimate.interval.high);
  }
  if (!row.estimator.empty()) {
    told["estimator"] = row.estimator;
  }
  return told;
}

/// "S1", and "S1_other" for the estimator that is not recommended; "mu_star", "rank_correlation".
std::string key_of(const IndexRow& row) {
  std::string key = row.index == "mu*" ? "mu_star" : row.index;
  std::replace(key.begin(), key.end(), ' ', '_');
  return key + (row.is_recommended ? "" : "_other");
}

/// One object a factor (or pair), with its indices as keys.
JsonArray by_factor(const std::vector<IndexRow>& rows, std::size_t factors) {
  JsonArray list;
  const std::vector<std::string>* last = nullptr;
  for (const IndexRow& row : rows) {
    if (row.factors.size() != factors) {
      continue;
    }
    if (last == nullptr || *last != row.factors) {
      JsonObject told;
      if (factors == 1) {
        told["factor"] = row.factors.front();
      } else {
        told["factors"] = JsonArray{Json(row.factors[0]), Json(row.factors[1])};
      }
      list.push_back(std::move(told));
      last = &row.factors;
    }
    list.back().as_object()[key_of(row)] = estimate_json(row);
  }
  return list;
}

JsonArray convergence_json(const SobolIndices& s, const std::vector<std::string>& names) {
  JsonArray parts;
  for (const SobolIndices::Part& part : s.convergence) {
    JsonArray factors;
    for (std::size_t g = 0; g < names.size(); ++g) {
      factors.push_back({{"factor", names[g]},
                         {"S1", json_number(part.first[g])},
                         {"ST", json_number(part.total[g])}});
    }
    parts.push_back({{"base_points", part.points}, {"indices", std::move(factors)}});
  }
  return parts;
}

Json replicates_json(const ReplicateReport& r) {
  if (!r.is_known) {
    return nullptr;
  }
  JsonArray lines;
  for (const ReplicateReport::Line& line : r.lines) {
    lines.push_back(
        {{"replicates", line.replicates}, {"seed_share", json_number(line.seed_share)}});
  }
  JsonObject told{{"fewest", r.fewest},
                  {"most", r.most},
                  {"common_luck", r.is_common},
                  {"seed_variance", json_number(r.seed_variance)},
                  {"factor_variance", json_number(r.factor_variance)},
                  {"seed_share", std::move(lines)},
                  {"enough", r.enough > 0 ? Json(r.enough) : Json(nullptr)},
                  {"enough_share", enough_share},
                  {"best_for_budget", r.best > 0 ? Json(r.best) : Json(nullptr)}};
  if (r.is_common) {
    told["luck_variance"] = json_number(r.layout.luck_variance);
    told["share_at_hand"] = json_number(share_at_hand(r));
    told["whole_lines"] = r.layout.points;
    told["lines_left_out"] = r.layout.left_out;
  }
  return told;
}

void add_sobol(JsonObject& told, const SobolIndices& s, const std::vector<std::string>& names) {
  told["base_points"] = s.points;
  told["dropped"] = s.dropped;
  told["mean"] = json_number(s.mean);
  told["variance"] = json_number(s.variance);
  told["noise"] = json_number(s.noise);
  told["convergence"] = convergence_json(s, names);
}

void add_data(JsonObject& told, const DataSensitivity& d) {
  told["lines"] = d.lines;
  told["dropped"] = d.dropped;
  told["mean"] = json_number(d.mean);
  told["variance"] = json_number(d.variance);
  told["bins"] = d.bins;
  told["r_squared"] = d.has_regression ? json_number(d.r_squared) : Json(nullptr);
}

Json outcome_json(const SensitivityReport& r, const OutcomeAnalysis& a) {
  const std::vector<std::string> names = analysed_names(r.design);
  const std::string reason = reason_of(a);
  const std::vector<IndexRow> rows = index_rows(a, names);
  JsonObject told{{"outcome", a.name}, {"method", method_of(a)}, {"runs", a.runs}};
  told["interval"] =
      interval_words(a, r.design).empty() ? Json(nullptr) : Json(interval_words(a, r.design));
  told["indices"] = reason.empty() ? Json(by_factor(rows, 1)) : Json(nullptr);
  if (!reason.empty()) {
    told["reason"] = reason;
  }
  if (a.sobol) {
    told["pairs"] = reason.empty() ? Json(by_factor(rows, 2)) : Json(nullptr);
    add_sobol(told, *a.sobol, names);
  } else if (a.morris) {
    told["trajectories"] = a.morris->trajectories;
    told["dropped"] = a.morris->dropped;
  } else if (a.swings) {
    told["base"] = json_number(a.swings->base);
  } else {
    add_data(told, *a.data);
  }
  told["replicates"] = replicates_json(a.replicates);
  JsonArray cautions;
  for (const std::string& caution : cautions_of(a, r.design)) {
    cautions.push_back(Json(caution));
  }
  told["cautions"] = std::move(cautions);
  return told;
}

}  // namespace

Json sensitivity_json(const SensitivityReport& report) {
  JsonArray outcomes;
  for (const OutcomeAnalysis& outcome : report.outcomes) {
    outcomes.push_back(outcome_json(report, outcome));
  }
  const auto& plan = report.design.plan;
  return JsonObject{{"design", report.design_file},
                    {"kind", plan ? Json(plan->kind) : Json(nullptr)},
                    {"outcomes_file", report.outcomes_file},
                    {"level", report.settings.level},
                    {"outcomes", std::move(outcomes)}};
}

}  // namespace tumen::cli
