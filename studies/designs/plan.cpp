#include "studies/designs/plan.hpp"

#include "sim/document/nearest.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr const char* option = "--groups";

std::size_t factor_index(const std::string& name, const std::vector<Factor>& factors) {
  const std::vector<std::string> names = names_of(factors);
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) {
    refuse_line(option, 0, fmt::format("no factor {}", in_quotes(name)), join_names(names),
                nearest_name(name, names));
  }
  return static_cast<std::size_t>(it - names.begin());
}

/// Adds "prices=x1+x2" and marks its factors as used.
FactorGroup parse_group(std::string_view text, const std::vector<Factor>& factors,
                        std::vector<bool>& is_used) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    refuse_line(option, 0, in_quotes(text), "NAME=FACTOR+FACTOR...");
  }
  FactorGroup group{std::string(text.substr(0, equals)), {}};
  for (std::size_t from = equals + 1; from <= text.size();) {
    const std::size_t to = std::min(text.find('+', from), text.size());
    const std::string name(text.substr(from, to - from));
    const std::size_t k = factor_index(name, factors);
    if (is_used[k]) {
      refuse_line(option, 0, fmt::format("factor {} in two groups", in_quotes(name)),
                  "each factor once");
    }
    is_used[k] = true;
    group.members.push_back(k);
    from = to + 1;
  }
  return group;
}

}  // namespace

std::vector<FactorGroup> parse_groups(const std::string& text, const std::vector<Factor>& factors) {
  std::vector<FactorGroup> groups;
  std::vector<bool> is_used(factors.size(), false);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(',', from), text.size());
    groups.push_back(parse_group(std::string_view(text).substr(from, to - from), factors, is_used));
    from = to + 1;
  }
  for (std::size_t k = 0; k < factors.size(); ++k) {
    if (!is_used[k]) {
      groups.push_back({factors[k].name, {k}});
    }
  }
  std::vector<std::string> names;
  for (const FactorGroup& group : groups) {
    if (std::find(names.begin(), names.end(), group.name) != names.end()) {
      refuse_line(option, 0, fmt::format("two groups {}", in_quotes(group.name)),
                  "names that differ, from each other and from the factors outside of groups");
    }
    names.push_back(group.name);
  }
  return groups;
}

double rows_of_points(const DesignPlan& plan) {
  return static_cast<double>(plan.n);
}

void check_has_points(DesignPlan& plan) {
  check_n(plan, 1);
}

void check_n(const DesignPlan& plan, std::size_t least) {
  if (plan.n < least) {
    refuse_line("--n", 0, fmt::format("{}", plan.n),
                fmt::format("{} or more for the design {}", least, plan.kind));
  }
}

void check_power_of_two(const DesignPlan& plan, std::size_t parts) {
  if (plan.n % parts == 0 && is_power_of_two(plan.n / parts)) {
    return;
  }
  const std::size_t below = std::bit_floor(std::max<std::size_t>(plan.n / parts, 1)) * parts;
  const std::string what =
      parts == 1 ? "a power of two" : fmt::format("{} scrambles of a power of two each", parts);
  refuse_line(
      "--n", 0, fmt::format("{}", plan.n),
      fmt::format("{}, for Sobol' points are even only then: {} or {}", what, below, 2 * below));
}

}  // namespace tumen
