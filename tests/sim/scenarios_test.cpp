// Every scenario of the tree runs, tells the history on file, and keeps what its story claims.
#include "sim/ensemble.hpp"
#include "sim/run_summary.hpp"
#include "sim/wording.hpp"
#include "tests/support/paired.hpp"
#include "tests/support/scenes.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace {

using namespace tumen;

constexpr std::uint32_t runs = 500;
const std::filesystem::path golden =
    std::filesystem::path(TUMEN_SOURCE_DIR) / "tests" / "golden" / "traces";

std::string name_or(const std::vector<std::string>& names, Id id, const char* otherwise) {
  return id == no_id ? otherwise : at(names, id);
}

/// Terms of a package as they stand after `tick`, two digits behind the point.
std::string terms_text(const Scenario& s, const Trace& trace, const TraceEvent& e) {
  std::string text;
  const Range& rows = at(s.model.packages, e.package).terms;
  for (Id k = rows.first; k < rows.end(); ++k) {
    text += fmt::format(" {}={:.2f}", at(s.names.terms, k), at(at(trace.after, e.tick).terms, k));
  }
  return text;
}

/// One line an event: date, what, on what, who, why; the terms where something is signed.
std::string history(const Scenario& s) {
  const Trace trace = run(s, {});
  std::string text;
  for (const TraceEvent& e : trace.events) {
    const std::string what = e.package != no_id    ? at(s.names.packages, e.package)
                             : e.act != no_id      ? at(s.names.acts, e.act)
                             : e.corridor != no_id ? at(s.names.corridors, e.corridor)
                                                   : "-";
    text +=
        fmt::format("{:.2f} {} {} {} {}{}\n", s.model.year(e.tick), trace_event_name(e.kind), what,
                    name_or(s.names.countries, e.who, "-"), hindrance_names[index_of(e.why)],
                    e.kind == TraceEvent::Kind::signed_ ? terms_text(s, trace, e) : "");
  }
  return text;
}

/// Means over the runs of `s`, or of the paired differences from the scenario `beside`, of the
/// outcomes that claims beside that one are about. One ensemble serves them all.
std::map<std::string, double> means_beside(const Scenario& s, const std::string& beside,
                                           const std::vector<std::string>& names) {
  std::map<std::string, double> means;
  if (!beside.empty()) {
    std::vector<paired::Reading> readings;
    for (std::size_t k = 0; k < names.size(); ++k) {
      readings.emplace_back([k](const std::vector<double>& v) { return v[k]; });
    }
    const auto differences = paired::compare(scenes::load(beside), s, names, readings, runs);
    for (std::size_t k = 0; k < names.size(); ++k) {
      means[names[k]] = differences[k].mean;
    }
    return means;
  }
  std::vector<Outcome> outcomes;
  for (const std::string& name : names) {
    outcomes.push_back(find_outcome(s, name));
  }
  EnsembleSettings settings;
  settings.runs = runs;
  const Ensemble ensemble = run_ensemble(s, outcomes, settings);
  for (std::size_t k = 0; k < names.size(); ++k) {
    means[names[k]] = summarise(ensemble, k).mean;
  }
  return means;
}

/// What every claim of a scenario is about, measured; in the order of the claims.
std::vector<double> measured(const Scenario& s) {
  std::map<std::string, std::vector<std::string>> names;
  for (const Claim& claim : s.claims) {
    names[claim.beside].push_back(claim.outcome);
  }
  std::map<std::string, std::map<std::string, double>> means;
  for (const auto& [beside, outcomes] : names) {
    means[beside] = means_beside(s, beside, outcomes);
  }
  std::vector<double> values;
  for (const Claim& claim : s.claims) {
    values.push_back(means.at(claim.beside).at(claim.outcome));
  }
  return values;
}

}  // namespace

TEST_CASE("every scenario tells the history on file", "[sim][golden]") {
  for (const std::string& name : scenes::all_names()) {
    const std::string now = history(scenes::load(name));
    const std::filesystem::path file = golden / (name + ".txt");
    if (std::getenv("TUMEN_APPROVE") != nullptr) {
      std::filesystem::create_directories(golden);
      std::ofstream(file) << now;
    }
    std::ifstream in(file);
    const std::string kept((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    INFO(name << ": TUMEN_APPROVE=1 tumen_tests \"every scenario tells*\" writes it anew");
    CHECK(now == kept);
  }
}

TEST_CASE("what a scenario says tends to happen does over 500 runs", "[sim][claims][long]") {
  std::size_t checked = 0;
  for (const std::string& name : scenes::all_names()) {
    const Scenario s = scenes::load(name);
    const std::vector<double> values = measured(s);
    for (std::size_t k = 0; k < values.size(); ++k) {
      const Claim& claim = s.claims[k];
      const double value = values[k];
      std::printf("%-24s %-52s %8.3f  %s\n", name.c_str(), claim.outcome.c_str(), value,
                  claim.says.c_str());
      INFO(name << ": " << claim.says << ", " << claim.outcome << " is " << value);
      CHECK(value >= claim.least);
      CHECK(value <= claim.most);
      ++checked;
    }
  }
  CHECK(checked >= 26);  // two for each of the thirteen dated and counterfactual scenarios
}

TEST_CASE("a dated scenario tells its story, its levers and what tends to happen", "[sim]") {
  for (const char* name : {"agreed-framework-1994", "pyongyang-summit-2000", "kovykta-routes-2003",
                           "six-party-2007", "espo-daqing-2008", "debt-for-pipeline-2011",
                           "write-off-2014", "rajin-2016", "vladivostok-2019", "baseline-2026"}) {
    const Scenario s = scenes::load(name);
    INFO(name);
    CHECK(s.story.size() > 200);
    CHECK(s.levers.size() >= 3);
    CHECK(s.claims.size() >= 2);
  }
}
