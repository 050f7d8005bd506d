#include "sim/document/nearest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tumen {
namespace {

// Longer names are not typing errors of known ones; the limit keeps the quadratic search small.
constexpr std::size_t longest_name = 64;

// ASCII only and free of the locale.
char lower(char c) {
  return (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool is_same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (is_same ? 0U : 1U)});
      const bool is_swap = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (is_swap) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string nearest_name(std::string_view name, std::span<const std::string> candidates) {
  if (name.empty() || name.size() > longest_name) {
    return {};
  }
  std::string best;
  std::size_t best_distance = longest_name;
  for (const std::string& candidate : candidates) {
    if (candidate.empty() || candidate.size() > longest_name) {
      continue;
    }
    const std::size_t longer = std::max(name.size(), candidate.size());
    const std::size_t most = std::max<std::size_t>(1, longer / 3);
    const std::size_t distance = edit_distance(name, candidate);
    // A name of which nothing remains is not near: one-letter names would all match.
    if (distance > most || distance >= longer || distance >= best_distance) {
      continue;
    }
    best = candidate;
    best_distance = distance;
  }
  return best;
}

}  // namespace tumen
