#include "sim/csv.hpp"
#include "sim/picture_chart.hpp"
#include "sim/svg.hpp"
#include "studies/backtest/backtest_tables.hpp"

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double left = 52, right = 412, top = 66, bottom = 426;
constexpr double width = 440, height = 470;

SvgPoint place_of(double chance, double frequency) {
  return {left + (right - left) * chance, bottom - (bottom - top) * frequency};
}

void draw_frame(Svg& svg) {
  for (int k = 0; k <= 5; ++k) {
    const double share = 0.2 * k;
    const SvgPoint at = place_of(share, share);
    const auto grid = "stroke=\"currentColor\" stroke-opacity=\"0.18\"";
    svg.line({left, at.y}, {right, at.y}, grid);
    svg.line({at.x, top}, {at.x, bottom}, grid);
    const std::string words = fmt::format("{:.1f}", share);
    svg.text({left - 6, at.y + 4}, words, "font-size=\"11\" text-anchor=\"end\"");
    svg.text({at.x, bottom + 16}, words, "font-size=\"11\" text-anchor=\"middle\"");
  }
  svg.line(place_of(0, 0), place_of(1, 1), "stroke=\"currentColor\" stroke-dasharray=\"4 3\"");
  svg.text({(left + right) / 2, bottom + 34}, "chance that was given",
           "font-size=\"12\" text-anchor=\"middle\"");
}

std::string by_forecaster(const Backtest& result, const char* first) {
  std::string header = first;
  for (const std::string& name : result.forecasters) {
    header += "," + name;
  }
  return header + "\n";
}

std::string events_csv(const Backtest& result) {
  std::string text = by_forecaster(result, "arm,kind,case,block,came");
  for (const Arm& arm : result.arms) {
    for (const EventCase& c : arm.events) {
      text += fmt::format("{},{},{},{},{}", arm.name, c.kind, c.name, c.block, c.came ? 1 : 0);
      for (const double chance : c.chances) {
        text += fmt::format(",{:.6f}", chance);
      }
      text += "\n";
    }
  }
  return text;
}

std::string numbers_csv(const Backtest& result) {
  std::string text = "case,year,came,model_05,model_50,model_95,crps_model,crps_persistence\n";
  for (const Arm& arm : result.arms) {
    for (const NumberCase& c : arm.numbers) {
      text +=
          fmt::format("{},{},{},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g}\n", c.outcome, c.year,
                      exact_text(c.came), c.low, c.median, c.high, c.crps.front(), c.crps.back());
    }
  }
  return text;
}

template <class Write>
void each_scores(const Backtest& result, const Write& write) {
  for (const Arm& arm : result.arms) {
    write(arm, "deals and lines", arm.deals);
    if (arm.tests.cases > 0) {
      write(arm, "tests", arm.tests);
    }
  }
}

std::string scores_csv(const Backtest& result) {
  std::string text =
      "arm,of,forecaster,cases,came,brier,log,reliability,resolution,uncertainty,sharpness\n";
  each_scores(result, [&](const Arm& arm, const char* of, const EventScores& scores) {
    for (const EventScore& s : scores.scores) {
      text +=
          fmt::format("{},{},{},{},{},{:.6f},{:.6f},{:.6f},{:.6f},{:.6f},{:.6f}\n", arm.name, of,
                      s.forecaster, scores.cases, scores.came, s.brier, s.log, s.parts.reliability,
                      s.parts.resolution, s.parts.uncertainty, s.sharpness.variance);
    }
  });
  return text;
}

std::string skill_csv(const Backtest& result) {
  std::string text = "arm,of,over,score,skill,low,high,cases,blocks,brier_least,without\n";
  each_scores(result, [&](const Arm& arm, const char* of, const EventScores& scores) {
    for (const SkillComparison& c : scores.comparisons) {
      for (const auto& [name, skill] : {std::pair{"brier", c.brier}, {"log", c.log}}) {
        text += fmt::format("{},{},{},{},{:.6f},{:.6f},{:.6f},{},{},{:.6f},{}\n", arm.name, of,
                            c.over, name, skill.value, skill.low, skill.high, skill.cases,
                            skill.blocks, c.least, c.without);
      }
    }
  });
  return text;
}

std::string series_csv(const Backtest& result) {
  std::string text = by_forecaster(result, "arm,series,years,within_90");
  for (const Arm& arm : result.arms) {
    for (const NumberScores& s : arm.series) {
      text += fmt::format("{},{},{},{:.6f}", arm.name, s.series, s.cases, s.covered);
      for (const double crps : s.crps) {
        text += fmt::format(",{:.6g}", crps);
      }
      text += "\n";
    }
  }
  return text;
}

std::string reliability_csv(const Backtest& result) {
  std::string text = "arm,from,to,cases,mean_chance,frequency,low,high\n";
  for (const Arm& arm : result.arms) {
    for (const ReliabilityBin& bin : arm.deals.reliability) {
      text += fmt::format("{},{:.1f},{:.1f},{},{:.6f},{:.6f},{:.6f},{:.6f}\n", arm.name, bin.from,
                          bin.to, bin.count, bin.mean_chance, bin.frequency, bin.low, bin.high);
    }
  }
  return text;
}

std::string patterns_csv(const Backtest& result) {
  CsvTable table({"arm", "pattern", "says", "found", "asked", "verdict"});
  for (const Arm& arm : result.arms) {
    for (const Pattern& p : arm.patterns) {
      table.add(arm.name).add(p.number).add(p.says).add(p.figure).add(p.asked).add(
          p.is_implied ? "not scored"
          : p.holds    ? "pass"
                       : "fail");
    }
  }
  return table.text();
}

}  // namespace

std::string reliability_svg(const Arm& arm) {
  Svg svg;
  svg.text({4, 20}, fmt::format("Reliability, {} arm: deals and lines", arm.name),
           "font-size=\"14\" font-weight=\"650\"");
  svg.text({4, 40}, "Frequency of what was given a chance; number of cases beside it.",
           "font-size=\"12\"");
  draw_frame(svg);
  std::string words;
  for (const ReliabilityBin& bin : arm.deals.reliability) {
    if (bin.count == 0) {
      continue;
    }
    const SvgPoint at = place_of(bin.mean_chance, bin.frequency);
    svg.line(place_of(bin.mean_chance, bin.low), place_of(bin.mean_chance, bin.high),
             "stroke=\"currentColor\" stroke-opacity=\"0.5\" stroke-width=\"6\"");
    svg.circle(at, 4.5, fmt::format("fill=\"{}\"", picture::line_style(0).colour));
    svg.text({at.x + 8, at.y - 6}, fmt::format("{}", bin.count), "font-size=\"11\"");
    words += fmt::format(" {} cases at {:.2f}: {:.2f}.", bin.count, bin.mean_chance, bin.frequency);
  }
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" role=\"img\" font-family=\"sans-serif\" fill=\"currentColor\">"
      "<title>Reliability, {2} arm</title><desc>{3}</desc>{4}</svg>\n",
      width, height, arm.name, xml_text(words), svg.body());
}

std::vector<std::pair<std::string, std::string>> backtest_files(const Backtest& result) {
  std::vector<std::pair<std::string, std::string>> files = {
      {"events.csv", events_csv(result)},          {"numbers.csv", numbers_csv(result)},
      {"scores.csv", scores_csv(result)},          {"skill.csv", skill_csv(result)},
      {"series.csv", series_csv(result)},          {"patterns.csv", patterns_csv(result)},
      {"reliability.csv", reliability_csv(result)}};
  for (const Arm& arm : result.arms) {
    files.emplace_back("reliability-" + arm.name + ".svg", reliability_svg(arm));
  }
  return files;
}

}  // namespace tumen
