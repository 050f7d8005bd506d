#include "studies/backtest/cases.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double skill_level = 0.9;

bool comes(const std::vector<DatedFact>& facts, double from, double to) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const DatedFact& f) { return f.date >= from && f.date < to; });
}

bool comes(const std::vector<double>& dates, double from, double to) {
  return std::any_of(dates.begin(), dates.end(),
                     [&](double date) { return date >= from && date < to; });
}

void add_windows(const HistoricalRecord& r, const std::vector<RecordedEntity>& entities,
                 const char* kind, const char* pattern, std::vector<EventCase>& out) {
  for (const RecordedEntity& e : entities) {
    for (std::size_t w = 0; w + 1 < r.windows.size(); ++w) {
      const std::string name =
          fmt::format(fmt::runtime(pattern), e.name, r.windows[w], r.windows[w + 1]);
      out.push_back({kind, name, name, e.block, comes(e.dates, r.windows[w], r.windows[w + 1])});
    }
  }
}

// Dates before the calibration ends.
std::vector<double> known_dates(const HistoricalRecord& r,
                                const std::vector<RecordedEntity>& entities) {
  std::vector<double> dates;
  for (const RecordedEntity& e : entities) {
    for (const DatedFact& f : e.dates) {
      if (f.date >= r.from && f.date < r.until) {
        dates.push_back(f.date);
      }
    }
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

std::vector<double> known_tests(const HistoricalRecord& r) {
  std::vector<double> dates;
  for (const double date : r.tests) {
    if (date >= r.from && date < r.until) {
      dates.push_back(date);
    }
  }
  return dates;
}

// Whether something happened, by periods of `length` years that end where the calibration does.
template <class Dates>
std::vector<bool> periods_of(const HistoricalRecord& r, const Dates& dates, double length) {
  const auto count = static_cast<std::size_t>((r.until - r.from) / length + 1e-9);
  std::vector<bool> out;
  for (std::size_t k = count; k > 0; --k) {
    const double start = r.until - static_cast<double>(k) * length;
    out.push_back(comes(dates, start, start + length));
  }
  return out;
}

// One kind of entities (deals or lines) by the three baselines, window by window.
class EntityBaselines {
 public:
  EntityBaselines(const HistoricalRecord& r, const std::vector<RecordedEntity>& entities)
      : r_(r), entities_(entities), dates_(known_dates(r, entities)) {
    std::vector<std::vector<bool>> sequences;
    for (const RecordedEntity& e : entities_) {
      sequences.push_back(periods_of(r_, e.dates, r_.windows[1] - r_.windows[0]));
    }
    persistence_ = Persistence::fit(sequences);
    hawkes_ = Hawkes::fit(dates_, r_.from, r_.until);
  }

  void add(std::vector<BaselineChances>& out) const {
    const auto many = static_cast<double>(entities_.size());
    for (const RecordedEntity& e : entities_) {
      const std::vector<bool> past = periods_of(r_, e.dates, r_.windows[1] - r_.windows[0]);
      const std::vector<double> persisted = persistence_.ahead(past.back(), r_.windows.size() - 1);
      for (std::size_t w = 0; w + 1 < r_.windows.size(); ++w) {
        const double from = r_.windows[w] - r_.until;
        const double to = r_.windows[w + 1] - r_.until;
        out[0].chances.push_back(
            constant_hazard(dates_.size(), many * (r_.until - r_.from), to - from));
        out[1].chances.push_back(persisted[w]);
        out[2].chances.push_back(1 -
                                 std::exp(-hawkes_.expected(dates_, r_.until, from, to) / many));
      }
    }
  }

 private:
  const HistoricalRecord& r_;
  const std::vector<RecordedEntity>& entities_;
  std::vector<double> dates_;
  Persistence persistence_;
  Hawkes hawkes_;
};

void add_test_years(const HistoricalRecord& r, std::vector<BaselineChances>& out) {
  const std::vector<double> dates = known_tests(r);
  const std::vector<bool> past = periods_of(r, dates, 1);
  const auto years = static_cast<std::size_t>(r.windows.back() - r.until);
  const std::vector<double> persisted = Persistence::fit({past}).ahead(past.back(), years);
  const Hawkes hawkes = Hawkes::fit(dates, r.from, r.until);
  for (std::size_t y = 0; y < years; ++y) {
    const auto from = static_cast<double>(y);
    out[0].chances.push_back(constant_hazard(dates.size(), r.until - r.from, 1));
    out[1].chances.push_back(persisted[y]);
    out[2].chances.push_back(1 - std::exp(-hawkes.expected(dates, r.until, from, from + 1)));
  }
}

// Takes each block out in turn and keeps the least skill that is left.
void find_least(const std::vector<std::string>& blocks, const std::vector<double>& own,
                const std::vector<double>& other, SkillComparison& c) {
  c.least = c.brier.value;
  for (const std::string& out : blocks) {
    double mean = 0;
    double reference = 0;
    for (std::size_t k = 0; k < own.size(); ++k) {
      mean += blocks[k] == out ? 0 : own[k];
      reference += blocks[k] == out ? 0 : other[k];
    }
    const double left = reference > 0 ? 1 - mean / reference : c.least;
    if (left < c.least) {
      c.least = left;
      c.without = out;
    }
  }
}

}  // namespace

std::vector<EventCase> event_cases(const HistoricalRecord& r) {
  std::vector<EventCase> out;
  add_windows(r, r.deals, "deal", "packages.{}.signed@{}-{}", out);
  add_windows(r, r.lines, "line", "corridors.{}.built@{}-{}", out);
  for (int year = static_cast<int>(r.until); year < static_cast<int>(r.windows.back()); ++year) {
    const std::string name = fmt::format("countries.{}.tests@{}-{}", r.tester, year, year + 1);
    out.push_back({"test", name, name, fmt::format("tests of {}", (year - 2008) / 4 * 4 + 2008),
                   comes(r.tests, year, year + 1)});
  }
  return out;
}

std::vector<NumberCase> number_cases(const HistoricalRecord& r) {
  std::vector<NumberCase> out;
  for (const RecordedSeries& s : r.series) {
    for (const auto& [year, value] : s.values) {
      if (year >= r.until && year < r.windows.back()) {
        out.push_back({fmt::format("{}@{}-{}", s.outcome, year, year + 1), s.outcome, s.block, year,
                       value, s.before});
      }
    }
  }
  return out;
}

std::vector<BaselineChances> baseline_chances(const HistoricalRecord& r) {
  std::vector<BaselineChances> out = {
      {"constant hazard", {}}, {"persistence", {}}, {"Hawkes process", {}}};
  EntityBaselines(r, r.deals).add(out);
  EntityBaselines(r, r.lines).add(out);
  add_test_years(r, out);
  return out;
}

EventScores score_events(const std::vector<EventCase>& cases,
                         const std::vector<std::string>& forecasters,
                         const std::vector<std::string>& kinds) {
  EventScores out;
  out.kinds = kinds;
  std::map<std::string, std::size_t> blocks;
  std::vector<std::string> block_of;
  SkillSettings settings;
  settings.level = skill_level;
  std::vector<std::vector<EventForecast>> all(forecasters.size());
  for (const EventCase& c : cases) {
    if (std::find(kinds.begin(), kinds.end(), c.kind) == kinds.end()) {
      continue;
    }
    settings.blocks.push_back(blocks.emplace(c.block, blocks.size()).first->second);
    block_of.push_back(c.block);
    out.came += c.came ? 1 : 0;
    for (std::size_t f = 0; f < forecasters.size(); ++f) {
      all[f].push_back({c.chances[f], c.came});
    }
  }
  out.cases = all.front().size();
  out.blocks = blocks.size();
  std::vector<std::vector<double>> brier(forecasters.size());
  std::vector<std::vector<double>> log(forecasters.size());
  for (std::size_t f = 0; f < forecasters.size(); ++f) {
    for (const EventForecast& forecast : all[f]) {
      brier[f].push_back(brier_score(forecast));
      log[f].push_back(log_score(forecast));
    }
    out.scores.push_back({forecasters[f], mean_brier_score(all[f]), mean_log_score(all[f]),
                          brier_parts(all[f], 10), sharpness_of(all[f])});
    if (f > 0) {
      SkillComparison& c = out.comparisons.emplace_back();
      c.over = forecasters[f];
      c.brier = skill_score(brier[0], brier[f], settings);
      c.log = skill_score(log[0], log[f], settings);
      find_least(block_of, brier[0], brier[f], c);
    }
  }
  out.reliability = reliability_diagram(all.front(), 10);
  return out;
}

std::vector<NumberScores> score_numbers(const std::vector<NumberCase>& cases,
                                        std::size_t forecasters) {
  std::vector<NumberScores> out;
  for (const NumberCase& c : cases) {
    if (out.empty() || out.back().series != c.series) {
      out.push_back({c.series, 0, std::vector<double>(forecasters, 0.0), 0});
    }
    NumberScores& s = out.back();
    ++s.cases;
    s.covered += c.came >= c.low && c.came <= c.high ? 1 : 0;
    for (std::size_t f = 0; f < forecasters; ++f) {
      s.crps[f] += c.crps[f];
    }
  }
  for (NumberScores& s : out) {
    s.covered /= static_cast<double>(s.cases);
    for (double& score : s.crps) {
      score /= static_cast<double>(s.cases);
    }
  }
  return out;
}

}  // namespace tumen
