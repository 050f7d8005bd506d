#include "studies/designs/constraints.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/scalar.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr const char* option = "--constraint";

/// Reads a constraint from left to right.
/// Invariant: `rest_` is what was not read yet, without blanks in front.
class Reader {
 public:
  Reader(const std::string& text, const std::vector<Factor>& factors)
      : factors_(factors), names_(names_of(factors)), rest_(text) {
    constraint_.text = text;
    skip_blanks();
  }

  FactorConstraint read() {
    read_sum(1);
    const bool is_less = rest_.starts_with('<');
    if (!is_less && !rest_.starts_with('>')) {
      refuse(rest_.empty() ? "no comparison" : "found " + in_quotes(rest_));
    }
    take(1);
    constraint_.is_strict = !rest_.starts_with('=');
    take(constraint_.is_strict ? 0 : 1);
    read_sum(-1);
    if (!rest_.empty()) {
      refuse("found " + in_quotes(rest_));
    }
    if (constraint_.terms.empty()) {
      refuse("no factor");
    }
    if (!is_less) {
      constraint_.constant *= -1;
      for (auto& [factor, times] : constraint_.terms) {
        times *= -1;
      }
    }
    return std::move(constraint_);
  }

 private:
  [[noreturn]] void refuse(const std::string& found, const std::string& nearest = "") const {
    refuse_line(option, 0, fmt::format("{}: {}", in_quotes(constraint_.text), found),
                fmt::format("a comparison of sums such as \"a <= b\" or \"a + 2 * b <= 1\", of "
                            "the factors {}",
                            join_names(names_)),
                nearest);
  }

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }
  void take(std::size_t n) {
    rest_.remove_prefix(n);
    skip_blanks();
  }

  void read_sum(double sign) {
    double times = sign;
    if (rest_.starts_with('-') || rest_.starts_with('+')) {
      times = rest_.starts_with('-') ? -sign : sign;
      take(1);
    }
    read_term(times);
    while (rest_.starts_with('+') || rest_.starts_with('-')) {
      times = rest_.starts_with('-') ? -sign : sign;
      take(1);
      read_term(times);
    }
  }

  /// A number, a factor, or one times the other.
  void read_term(double times) {
    std::optional<std::size_t> factor = read_factor();
    const std::optional<double> number = factor ? std::nullopt : read_number();
    if (!factor && !number) {
      refuse_name();
    }
    times *= number.value_or(1);
    if (rest_.starts_with('*')) {
      take(1);
      if (factor) {
        const std::optional<double> second = read_number();
        if (!second) {
          refuse("factors times each other");
        }
        times *= *second;
      } else if (factor = read_factor(); !factor) {
        refuse_name();
      }
    }
    if (factor) {
      constraint_.terms.emplace_back(*factor, times);
    } else {
      constraint_.constant += times;
    }
  }

  /// The longest name of a factor that stands here.
  std::optional<std::size_t> read_factor() {
    std::optional<std::size_t> found;
    for (std::size_t k = 0; k < names_.size(); ++k) {
      const bool is_here = rest_.starts_with(names_[k]) && ends_word(names_[k].size());
      if (is_here && (!found || names_[k].size() > names_[*found].size())) {
        found = k;
      }
    }
    if (found) {
      if (factors_[*found].distribution == Distribution::categorical) {
        refuse(fmt::format("factor {} has values without an order", in_quotes(names_[*found])));
      }
      take(names_[*found].size());
    }
    return found;
  }

  [[nodiscard]] bool ends_word(std::size_t n) const {
    return n == rest_.size() || std::string_view(" +-*<>=").find(rest_[n]) != std::string::npos;
  }

  std::optional<double> read_number() {
    double value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto size = static_cast<std::size_t>(end - rest_.data());
    if (error != std::errc() || !std::isfinite(value) || !ends_word(size)) {
      return std::nullopt;
    }
    take(size);
    return value;
  }

  [[noreturn]] void refuse_name() const {
    std::size_t end = 0;
    while (!ends_word(end)) {
      ++end;
    }
    const std::string word(rest_.substr(0, end));
    refuse(word.empty() ? "a sum that ends early" : "no factor " + in_quotes(word),
           nearest_name(word, names_));
  }

  const std::vector<Factor>& factors_;
  std::vector<std::string> names_;
  std::string_view rest_;
  FactorConstraint constraint_;
};

}  // namespace

FactorConstraint parse_constraint(const std::string& text, const std::vector<Factor>& factors) {
  return Reader(text, factors).read();
}

bool holds(const FactorConstraint& constraint, const std::vector<std::vector<double>>& columns,
           std::size_t k) {
  double sum = constraint.constant, size = std::abs(constraint.constant);
  for (const auto& [factor, times] : constraint.terms) {
    const double term = times * columns[factor][k];
    sum += term;
    size = std::max(size, std::abs(term));
  }
  return constraint.is_strict ? sum < -1e-12 * size : sum <= 1e-12 * size;
}

}  // namespace tumen
