#include "studies/designs/design.hpp"

#include "sim/csv.hpp"
#include "sim/document/nearest.hpp"
#include "studies/designs/constraints.hpp"
#include "studies/designs/members.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

bool has_groups(const DesignPlan& plan) {
  return plan.kind == "saltelli" || plan.kind == "morris";
}

void check_options(const DesignPlan& plan) {
  const bool is_saltelli = plan.kind == "saltelli";
  const auto refuse = [&plan](const char* option, const char* kinds) {
    refuse_line(option, 0, fmt::format("with the design {}", plan.kind),
                fmt::format("only with {}", kinds));
  };
  if (!plan.groups_text.empty() && !has_groups(plan)) {
    refuse("--groups", "saltelli and morris");
  }
  if (plan.has_second_order && !is_saltelli) {
    refuse("--second-order", "saltelli");
  }
  if (plan.is_random_base && !is_saltelli) {
    refuse("--base", "saltelli");
  }
  if (plan.scrambles > 0 && !is_saltelli) {
    refuse("--scrambles", "saltelli");
  }
  if (!plan.constraints.empty() && (has_groups(plan) || plan.kind == "one-at-a-time")) {
    refuse_line("--constraint", 0, fmt::format("with the design {}", plan.kind),
                "random, latin-hypercube, sobol and grid: the others move one factor while the "
                "rest stay, which constraints forbid; write a factor as a share of another to keep "
                "a " +
                    plan.kind + " design");
  }
}

/// Groups of digits: "1,000,000"; 1e+20 where there are too many.
std::string size_text(double size) {
  if (size >= 1e18) {
    return fmt::format("{:.3g}", size);
  }
  std::string text = fmt::format("{:.0f}", size);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

void check_size(const DesignPlan& plan, double rows) {
  const double cells = rows * static_cast<double>(plan.factors.size());
  if (cells <= most_design_cells) {
    return;
  }
  const char* remedy =
      plan.kind == "grid" ? "fewer values a factor (--n), or sobol or latin-hypercube, whose size "
                            "does not grow with the factors"
      : has_groups(plan)  ? "a smaller --n, or factors in groups (--groups); morris finds the "
                            "factors that do nothing with some 10 runs a factor"
                          : "a smaller --n";
  refuse_line(
      "--n", 0,
      fmt::format("a design of {} runs of {} factors", size_text(rows), plan.factors.size()),
      fmt::format("at most {} numbers; try {}", size_text(most_design_cells), remedy));
}

std::vector<std::vector<double>> all_values(const DesignPlan& plan) {
  UnitPoints values = design_kind(plan.kind).points(plan);
  for (std::size_t d = 0; d < values.size(); ++d) {
    for (double& value : values[d]) {
      value = value_at(plan.factors[d], value);
    }
  }
  return values;
}

/// The lines that keep all constraints.
std::vector<std::vector<double>> kept_values(const DesignPlan& plan) {
  std::vector<FactorConstraint> constraints;
  for (const std::string& text : plan.constraints) {
    constraints.push_back(parse_constraint(text, plan.factors));
  }
  const std::vector<std::vector<double>> all = all_values(plan);
  std::vector<std::vector<double>> kept(all.size());
  for (std::size_t k = 0; k < all.front().size(); ++k) {
    const bool is_kept = std::all_of(constraints.begin(), constraints.end(),
                                     [&](const FactorConstraint& c) { return holds(c, all, k); });
    for (std::size_t d = 0; is_kept && d < all.size(); ++d) {
      kept[d].push_back(all[d][k]);
    }
  }
  return kept;
}

}  // namespace

const std::vector<DesignKind>& design_kinds() {
  static const std::vector<DesignKind> kinds = {
#define TUMEN_DESIGN(name) designs::name(),
#include "studies/designs/catalog.inc"
#undef TUMEN_DESIGN
  };
  return kinds;
}

const DesignKind& design_kind(const std::string& name) {
  std::vector<std::string> names;
  for (const DesignKind& kind : design_kinds()) {
    if (name == kind.name) {
      return kind;
    }
    names.emplace_back(kind.name);
  }
  refuse_line("KIND", 0, in_quotes(name), join_names(names), nearest_name(name, names));
}

void complete(DesignPlan& plan) {
  const DesignKind& kind = design_kind(plan.kind);
  check_options(plan);
  plan.groups = parse_groups(plan.groups_text, plan.factors);
  for (const std::string& text : plan.constraints) {
    static_cast<void>(parse_constraint(text, plan.factors));
  }
  check_size(plan, kind.rows(plan));
  kind.check(plan);
}

std::size_t rows_of(const DesignPlan& plan) {
  if (plan.kind == "grid" && !plan.constraints.empty()) {
    return design_values(plan).front().size();
  }
  return static_cast<std::size_t>(design_kind(plan.kind).rows(plan));
}

std::vector<std::vector<double>> design_values(const DesignPlan& plan) {
  if (plan.constraints.empty()) {
    return all_values(plan);
  }
  DesignPlan larger = plan;
  for (std::size_t times = 1;; times *= 2) {
    larger.n = plan.n * times;
    const bool is_last =
        plan.kind == "grid" || times == most_tries ||
        2 * design_kind(plan.kind).rows(larger) * static_cast<double>(plan.factors.size()) >
            most_design_cells;
    std::vector<std::vector<double>> values = kept_values(larger);
    if (plan.kind == "grid" ? !values.front().empty() : values.front().size() >= plan.n) {
      for (std::vector<double>& column : values) {
        column.resize(plan.kind == "grid" ? column.size() : plan.n);
      }
      return values;
    }
    if (is_last) {
      refuse_line("--constraint", 0,
                  fmt::format("{} of {} points keep all constraints", values.front().size(),
                              design_kind(plan.kind).rows(larger)),
                  plan.kind == "grid" ? std::string("one or more")
                                      : fmt::format("{}, the points of the design", plan.n));
    }
  }
}

std::string design_csv(const DesignPlan& plan) {
  const std::vector<std::vector<double>> values = design_values(plan);
  CsvTable csv(names_of(plan.factors));
  for (std::size_t k = 0; k < values.front().size(); ++k) {
    for (std::size_t d = 0; d < values.size(); ++d) {
      csv.add(value_text(plan.factors[d], values[d][k]));
    }
  }
  std::string text = csv.text();
  std::erase(text, '\r');
  return text;
}

}  // namespace tumen
