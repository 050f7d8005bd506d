#include "studies/factors.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/scalar.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr const char* option = "--factors";

struct DistributionForm {
  const char* name;
  const char* parameters;  ///< as a message names them
  std::size_t count;       ///< 0: any number of values
};

/// In the order of Distribution.
constexpr std::array<DistributionForm, 7> forms = {{{"uniform", "LOW:HIGH", 2},
                                                    {"triangular", "LOW:MODE:HIGH", 3},
                                                    {"normal", "MEAN:SD", 2},
                                                    {"lognormal", "MEAN_OF_LOG:SD_OF_LOG", 2},
                                                    {"beta", "A:B:LOW:HIGH", 4},
                                                    {"integer", "LOW:HIGH", 2},
                                                    {"categorical", "VALUE|VALUE...", 0}}};

const DistributionForm& form_of(Distribution distribution) {
  return forms.at(static_cast<std::size_t>(distribution));
}

[[noreturn]] void refuse(const Factor& factor, std::string found, std::string allowed,
                         std::string nearest = {}) {
  refuse_line(option, 0, fmt::format("{}: {}", printable(factor.text), found), std::move(allowed),
              std::move(nearest));
}

std::string allowed_form(const Factor& factor) {
  const DistributionForm& form = form_of(factor.distribution);
  return fmt::format("NAME:{}:{}", form.name, form.parameters);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(separator, from), text.size());
    std::string_view part = text.substr(from, to - from);
    while (part.starts_with(' ')) {
      part.remove_prefix(1);
    }
    while (part.ends_with(' ')) {
      part.remove_suffix(1);
    }
    parts.emplace_back(part);
    from = to + 1;
  }
  return parts;
}

Distribution read_distribution(const Factor& factor, const std::string& word) {
  std::vector<std::string> names;
  for (const DistributionForm& form : forms) {
    names.emplace_back(form.name);
  }
  const auto it = std::find(names.begin(), names.end(), word);
  if (it == names.end()) {
    refuse(factor, fmt::format("{} is no distribution", in_quotes(word)), join_names(names),
           nearest_name(word, names));
  }
  return static_cast<Distribution>(it - names.begin());
}

void read_values(Factor& factor, const std::string& text) {
  factor.values = split(text, '|');
  for (std::size_t k = 0; k < factor.values.size(); ++k) {
    const auto end = factor.values.begin() + static_cast<std::ptrdiff_t>(k);
    if (factor.values[k].empty() || std::find(factor.values.begin(), end, *end) != end) {
      refuse(factor, "an empty value or one that stands twice", allowed_form(factor));
    }
  }
  if (factor.values.size() < 2) {
    refuse(factor, "one value", "two values or more: " + allowed_form(factor));
  }
}

void read_parameters(Factor& factor, const std::vector<std::string>& parts) {
  for (std::size_t k = 2; k < parts.size(); ++k) {
    const std::optional<double> number = parse_real(parts[k]);
    if (!number) {
      refuse(factor, in_quotes(parts[k]) + " is no finite number", allowed_form(factor));
    }
    factor.parameters.push_back(*number);
  }
}

void check_bounds(const Factor& factor, double low, double high) {
  if (!(low < high)) {
    refuse(factor, fmt::format("low {} is not below high {}", format_real(low), format_real(high)),
           "the smaller bound first: " + allowed_form(factor));
  }
  if (!std::isfinite(high - low)) {
    refuse(factor, "a range that is no finite number", "bounds nearer to each other");
  }
}

void check_above_zero(const Factor& factor, double value, const char* what) {
  if (!(value > 0)) {
    refuse(factor, fmt::format("{} {}", what, format_real(value)),
           fmt::format("a {} above 0: {}", what, allowed_form(factor)));
  }
}

void check_whole(const Factor& factor) {
  for (const double p : factor.parameters) {
    if (p != std::floor(p) || std::abs(p) > 1e15) {
      refuse(factor, format_real(p) + " is no whole number", allowed_form(factor));
    }
  }
}

void check_parameters(const Factor& factor) {
  const std::vector<double>& p = factor.parameters;
  switch (factor.distribution) {
    case Distribution::integer:
      check_whole(factor);
      [[fallthrough]];
    case Distribution::uniform:
      return check_bounds(factor, p[0], p[1]);
    case Distribution::triangular:
      check_bounds(factor, p[0], p[2]);
      if (p[1] < p[0] || p[1] > p[2]) {
        refuse(factor, fmt::format("mode {} outside the bounds", format_real(p[1])),
               allowed_form(factor));
      }
      return;
    case Distribution::normal:
    case Distribution::lognormal:
      return check_above_zero(factor, p[1], "standard deviation");
    case Distribution::beta:
      check_above_zero(factor, p[0], "shape");
      check_above_zero(factor, p[1], "shape");
      return check_bounds(factor, p[2], p[3]);
    case Distribution::categorical:
      return;
  }
}

Factor parse_factor(const std::string& text) {
  Factor factor;
  factor.text = text;
  const std::vector<std::string> parts = split(text, ':');
  if (parts.size() < 3 || parts[0].empty()) {
    refuse_line(option, 0, in_quotes(text),
                "NAME:DISTRIBUTION:PARAMETERS, for example x1:uniform:0:1");
  }
  factor.name = parts[0];
  factor.distribution = read_distribution(factor, parts[1]);
  const std::size_t count = form_of(factor.distribution).count;
  if (parts.size() - 2 != std::max<std::size_t>(count, 1)) {
    refuse(factor, fmt::format("{} parameters", parts.size() - 2), allowed_form(factor));
  }
  if (count == 0) {
    read_values(factor, parts[2]);
  } else {
    read_parameters(factor, parts);
  }
  check_parameters(factor);
  return factor;
}

}  // namespace

std::vector<Factor> parse_factors(std::string_view text) {
  std::vector<Factor> factors;
  for (const std::string& part : split(text, ',')) {
    Factor factor = parse_factor(part);
    const std::vector<std::string> names = names_of(factors);
    if (std::find(names.begin(), names.end(), factor.name) != names.end()) {
      refuse_line(option, 0, fmt::format("two factors {}", in_quotes(factor.name)),
                  "names that differ");
    }
    factors.push_back(std::move(factor));
  }
  return factors;
}

std::vector<std::string> names_of(const std::vector<Factor>& factors) {
  std::vector<std::string> names;
  for (const Factor& factor : factors) {
    names.push_back(factor.name);
  }
  return names;
}

}  // namespace tumen
