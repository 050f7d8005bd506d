#include "studies/sensitivity/replicates.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

double share_of(const ReplicateReport& report, std::size_t replicates) {
  const double noise = report.seed_variance / static_cast<double>(replicates);
  return noise / (noise + report.factor_variance);
}

std::string enough_words(const ReplicateReport& r) {
  return r.enough > 0
             ? fmt::format("{} replicates would bring it to {:.0f} %.", r.enough,
                           100 * enough_share)
             : "No number of replicates brings it down: what the factors do is lost in luck.";
}

std::vector<std::string> independent_words(const ReplicateReport& r) {
  const std::string of_mean = r.fewest > 1 ? fmt::format(", of a mean of {} {:.1f} %", r.fewest,
                                                         100 * share_of(r, r.fewest))
                                           : "";
  std::vector<std::string> words = {
      fmt::format("Seeds: {} replicates a line; seed share of a single run {:.1f} %{}.",
                  r.fewest == r.most ? fmt::format("{}", r.most)
                                     : fmt::format("{} to {}", r.fewest, r.most),
                  100 * share_of(r, 1), of_mean),
      enough_words(r), "It is taken out of the figures."};
  if (r.best > 0) {
    words.push_back(fmt::format(
        "Of a given number of runs, about {} a line make the intervals narrowest.", r.best));
  }
  return words;
}

std::vector<std::string> common_words(const ReplicateReport& r) {
  const TwoWay& l = r.layout;
  const double all = l.factor_variance + l.luck_variance + l.rest_variance;
  std::vector<std::string> words = {
      fmt::format("Seeds: {} replicates, each with the same luck at all lines.", l.replicates),
      fmt::format("Of the variance of a single run {:.1f} % is the factors', {:.1f} % luck that "
                  "moves all lines alike, {:.1f} % luck that acts differently from line to line.",
                  100 * l.factor_variance / all, 100 * l.luck_variance / all,
                  100 * l.rest_variance / all),
      fmt::format("The indices are those of the mean over these {} replicates; the last kind of "
                  "luck is {:.1f} % of that mean's variance over the lines.",
                  l.replicates, 100 * share_at_hand(r)),
      enough_words(r)};
  if (l.left_out > 0) {
    words.push_back(
        fmt::format("These shares come from the {} of {} lines that have a value in "
                    "every replicate.",
                    l.points, l.points + l.left_out));
  }
  return words;
}

}  // namespace

ReplicateReport replicate_report(double seed_variance, double factor_variance, std::size_t fewest,
                                 std::size_t most) {
  ReplicateReport report;
  report.fewest = fewest;
  report.most = most;
  report.seed_variance = seed_variance;
  report.factor_variance = std::max(0.0, factor_variance);
  report.is_known = most > 1 && seed_variance + report.factor_variance > 0;
  if (!report.is_known) {
    return report;
  }
  std::vector<std::size_t> counts = {fewest};
  for (std::size_t r = 1; r <= 1024; r *= 2) {
    counts.push_back(r);
  }
  std::sort(counts.begin(), counts.end());
  counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
  for (const std::size_t r : counts) {
    report.lines.push_back({r, share_of(report, r)});
  }
  if (report.factor_variance > 0) {
    const double needed =
        seed_variance * (1 - enough_share) / (enough_share * report.factor_variance);
    const double ratio = seed_variance / report.factor_variance;
    report.best = ratio < 1e15 ? static_cast<std::size_t>(std::max(2.0, std::round(ratio))) : 0;
    report.enough = needed < 1e15 ? static_cast<std::size_t>(std::max(1.0, std::ceil(needed))) : 0;
  }
  return report;
}

ReplicateReport common_luck_report(const TwoWay& layout, std::size_t fewest, std::size_t most) {
  ReplicateReport report =
      replicate_report(layout.rest_variance, layout.factor_variance, fewest, most);
  report.is_known = report.is_known && layout.is_known;
  report.is_common = true;
  report.best = 0;
  report.layout = layout;
  return report;
}

double share_at_hand(const ReplicateReport& report) {
  return report.is_known
             ? share_of(report, report.is_common ? report.layout.replicates : report.fewest)
             : 0;
}

std::vector<std::string> replicate_words(const ReplicateReport& r) {
  if (r.is_common && r.most > 1 && !r.layout.is_known) {
    return {"Seeds: too few lines have a value in every replicate to tell luck from the factors."};
  }
  return !r.is_known ? std::vector<std::string>{}
                     : (r.is_common ? common_words(r) : independent_words(r));
}

}  // namespace tumen
