#include "studies/backtest/patterns.hpp"

#include "studies/backtest/watch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double trade_1990 = 1970;  // M USD, TRADE_RUS_PRK
constexpr std::size_t most_watched = 200;

// Means of outcomes over the runs, computed once each.
class Means {
 public:
  Means(const std::vector<Outcome>& outcomes, const std::vector<std::vector<double>>& values) {
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
      double sum = 0;
      double present = 0;
      for (const std::vector<double>& run : values) {
        if (!std::isnan(run[o])) {
          sum += run[o];
          present += 1;
        }
      }
      means_[outcomes[o].name] = present > 0 ? sum / present : 0;
    }
  }
  double operator()(const std::string& name) const { return means_.at(name); }

 private:
  std::map<std::string, double> means_;
};

const std::vector<std::string>& outcome_names() {
  static const std::vector<std::string> names = {"pairs.RUS-PRK.trade@1992-1998",
                                                 "pairs.RUS-PRK.trade@2008-2020",
                                                 "countries.PRK.dependence@1998-2003",
                                                 "countries.PRK.dependence@2008-2020",
                                                 "debts.dprk_to_russia.settled@1990-2008",
                                                 "debts.dprk_to_russia.settled@1990-2017",
                                                 "packages.gas_line.memoranda@2000-2020",
                                                 "packages.gas_line.signed@1990-2025",
                                                 "corridors.trans_korean_gas.built@1990-2025",
                                                 "packages.china_gas.signed@1990-2025",
                                                 "packages.daqing.signed@1990-2025",
                                                 "corridors.khasan_rajin.built@1990-2025",
                                                 "corridors.khasan_rajin.idle@2016-2025",
                                                 "packages.normalisation_usa_prk.opened@2008-2016",
                                                 "packages.normalisation_usa_prk.opened@2016-2025",
                                                 "packages.normalisation_kor_prk.opened@2008-2016",
                                                 "packages.normalisation_kor_prk.opened@2016-2025"};
  return names;
}

std::vector<double> gathered(const std::vector<Watched>& watched,
                             std::vector<double> Watched::* list) {
  std::vector<double> all;
  for (const Watched& w : watched) {
    all.insert(all.end(), (w.*list).begin(), (w.*list).end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

double median(const std::vector<double>& sorted) {
  return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}

bool within(double x, double low, double high) {
  return x >= low && x <= high;
}

class PatternList {
 public:
  PatternList(const Means& mean, const std::vector<Watched>& watched, bool is_conditional)
      : mean_(mean), watched_(watched), is_conditional_(is_conditional) {}

  [[nodiscard]] std::vector<Pattern> all() {
    trade();
    deals();
    rajin_and_sanctions();
    talks_and_tests();
    return std::move(out_);
  }

 private:
  void add(Pattern pattern) {
    pattern.number = static_cast<int>(out_.size()) + 1;
    pattern.is_implied = pattern.is_implied && is_conditional_;
    out_.push_back(std::move(pattern));
  }

  void trade() {
    const double before = mean_("pairs.RUS-PRK.trade@1992-1998") / trade_1990;
    const double after = mean_("pairs.RUS-PRK.trade@2008-2020");
    add({0, "Trade of Russia and the DPRK collapses in 1991 and stays low",
         fmt::format("{:.2f} of 1990 in 1992-97, {:.0f} M USD a year in 2008-19", before, after),
         "at most .35, then 20 to 250 M USD (record: 34 to 112)", true,
         before <= 0.35 && within(after, 20, 250)});
    const double early = mean_("countries.PRK.dependence@1998-2003");
    const double late = mean_("countries.PRK.dependence@2008-2020");
    add({0, "China's share of the DPRK's trade rises",
         fmt::format("share of the largest partner {:.2f} in 1998-2002, {:.2f} in 2008-19", early,
                     late),
         "a rise of .1 or more, to at least .6 (record: .42 in 2007, .57 in 2010, above .9 later)",
         true, late >= early + 0.1 && late >= 0.6});
  }

  void deals() {
    const double old = mean_("debts.dprk_to_russia.settled@1990-2008");
    const double settled = mean_("debts.dprk_to_russia.settled@1990-2017") - old;
    const double lost = median(gathered(watched_, &Watched::haircuts));
    add({0, "The debt is open for twenty years, then nine tenths are cut",
         fmt::format("settled before 2008 in {:.2f}, in 2008-16 in {:.2f} of the runs; median loss "
                     "of a write-off {:.3f} of its value",
                     old, settled, lost),
         "at most .1, at least .5, .94 to .96", false,
         old <= 0.1 && settled >= 0.5 && within(lost, 0.94, 0.96)});
    const double memoranda = mean_("packages.gas_line.memoranda@2000-2020");
    const double built = mean_("corridors.trans_korean_gas.built@1990-2025");
    const double gas_signed = mean_("packages.gas_line.signed@1990-2025");
    add({0, "The gas line: memoranda, never built",
         fmt::format("{:.2f} memoranda in 2000-19, signed in {:.3f}, built in {:.3f} of the runs",
                     memoranda, gas_signed, built),
         "at least 1, at most .1, at most .03", false,
         memoranda >= 1 && gas_signed <= 0.1 && built <= 0.03});
    const std::vector<double> fees = gathered(watched_, &Watched::fees);
    add({0, "The fee that is talked about is that of other lines",
         fmt::format("median {:.2f} USD/1000 m3/100 km over {} quarters of talks", median(fees),
                     fees.size()),
         "1.4 to 2.6", false, !fees.empty() && within(median(fees), 1.4, 2.6)});
    const double china = std::max(mean_("packages.china_gas.signed@1990-2025"),
                                  mean_("packages.daqing.signed@1990-2025"));
    add({0, "Russian gas and oil go to China first",
         fmt::format("a line to China signed in {:.2f}, to the ROK in {:.3f} of the runs", china,
                     gas_signed),
         "at least .6, and more than to the ROK", false, china >= 0.6 && china > gas_signed});
  }

  void rajin_and_sanctions() {
    const double built = mean_("corridors.khasan_rajin.built@1990-2025");
    const double idle = mean_("corridors.khasan_rajin.idle@2016-2025");
    add({0, "Khasan - Rajin is built, then idle though exempt",
         fmt::format("built in {:.2f} of the runs, idle from 2016 on in {:.2f} of those", built,
                     idle),
         "at least .5 each", false, built >= 0.5 && idle >= 0.5});
    double rises = 0;
    double falls = 0;
    for (const Watched& w : watched_) {
      rises += w.level_after >= w.level_before + 0.2 ? 1 : 0;
      falls += w.eased > 0 ? 1 : 0;
    }
    const auto n = static_cast<double>(std::max<std::size_t>(watched_.size(), 1));
    add({0, "Sanctions go up and do not come down",
         fmt::format("the Council's level is .2 higher at the end in {:.2f}, fell at some time in "
                     "{:.2f} of the runs",
                     rises / n, falls / n),
         "at least .5, at most .25", true, rises / n >= 0.5 && falls / n <= 0.25});
  }

  void talks_and_tests() {
    const auto share = [&](const char* years) {
      const double usa = mean_(std::string("packages.normalisation_usa_prk.opened@") + years);
      const double korea = mean_(std::string("packages.normalisation_kor_prk.opened@") + years);
      return usa / std::max(usa + korea, 1e-9);
    };
    const double before = share("2008-2016");
    const double after = share("2016-2025");
    add({0, "From 2016 on Pyongyang turns from Seoul to Washington",
         fmt::format("Washington's share of talks on normalisation {:.2f} in 2008-15, {:.2f} from "
                     "2016 on",
                     before, after),
         "a rise of .1 or more", false, after >= before + 0.1});
    double soon = 0;
    double quarters_soon = 0;
    double other = 0;
    double quarters_other = 0;
    for (const Watched& w : watched_) {
      soon += w.tests_after_test;
      quarters_soon += w.quarters_after_test;
      other += w.tests_else;
      quarters_other += w.quarters_else;
    }
    const double ratio = (soon / std::max(quarters_soon, 1.0)) /
                         std::max(other / std::max(quarters_other, 1.0), 1e-9);
    add({0, "Tests come in series",
         fmt::format("a quarter within a year of a test has {:.2f} times the tests of another",
                     ratio),
         "at least 1.2 (record of 2008-24: 7 tests in 32 such quarters, 4 in 36 others)", true,
         ratio >= 1.2});
    const std::vector<double> freezes = gathered(watched_, &Watched::freezes);
    add({0, "Freezes are short-lived",
         fmt::format("median of {:.1f} years in force, {} that ended", median(freezes),
                     freezes.size()),
         "at most 5 (record: 8 and 2)", false, !freezes.empty() && median(freezes) <= 5});
  }

  const Means& mean_;
  const std::vector<Watched>& watched_;
  bool is_conditional_;
  std::vector<Pattern> out_;
};

}  // namespace

std::vector<Pattern> find_patterns(const Scenario& scenario, const Points& points,
                                   const std::vector<ChosenRun>& runs, double until,
                                   bool is_conditional, const FuturesSettings& settings) {
  std::vector<Outcome> outcomes;
  for (const std::string& name : outcome_names()) {
    outcomes.push_back(find_outcome(scenario, name));
  }
  const Means means(outcomes, run_chosen(scenario, points, runs, outcomes, settings));
  const std::vector<ChosenRun> few(
      runs.begin(),
      runs.begin() + static_cast<std::ptrdiff_t>(std::min(runs.size(), most_watched)));
  const std::vector<Watched> watched = watch_runs(scenario, points, few, until, settings);
  return PatternList(means, watched, is_conditional).all();
}

}  // namespace tumen
