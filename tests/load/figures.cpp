#include "tests/load/figures.hpp"

#include <algorithm>
#include <cstdio>

namespace tumen::load {
namespace {

constexpr std::size_t most_errors = 5;  // printed

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.empty()
             ? 0
             : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void print_line(const std::string& kind, const std::vector<double>& waits) {
  std::printf("%-10s %8zu %8.1f %8.1f %8.1f\n", kind.c_str(), waits.size(), quantile(waits, 0.5),
              quantile(waits, 0.99), quantile(waits, 1));
}

}  // namespace

void Figures::add(const std::string& kind, double milliseconds) {
  const std::scoped_lock lock(guard_);
  waits_[kind].push_back(milliseconds);
}

void Figures::fail(const std::string& what) {
  const std::scoped_lock lock(guard_);
  errors_.push_back(what);
}

int Figures::errors() const {
  const std::scoped_lock lock(guard_);
  return static_cast<int>(errors_.size());
}

void Figures::print() const {
  const std::scoped_lock lock(guard_);
  std::printf("command to answer, ms\n%-10s %8s %8s %8s %8s\n", "", "count", "50 %", "99 %",
              "most");
  std::vector<double> all;
  for (const auto& [kind, waits] : waits_) {
    print_line(kind, waits);
    all.insert(all.end(), waits.begin(), waits.end());
  }
  print_line("all", all);
  for (std::size_t k = 0; k < std::min(errors_.size(), most_errors); ++k) {
    std::printf("error: %s\n", errors_[k].c_str());
  }
}

double Figures::longest_wait() const {
  const std::scoped_lock lock(guard_);
  double longest = 0;
  for (const auto& [kind, waits] : waits_) {
    longest = std::max(longest, quantile(waits, 0.99));
  }
  return longest;
}

}  // namespace tumen::load
