#include "studies/study.hpp"

#include "sim/outcomes.hpp"
#include "studies/designs/design.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

using namespace tumen;
namespace fs = std::filesystem;

TEST_CASE("every study that is shipped is accepted with its scenario", "[studies][study]") {
  const fs::path configs = fs::path(TUMEN_SOURCE_DIR) / "configs";
  std::size_t studies = 0;
  for (const auto& entry : fs::directory_iterator(configs / "studies")) {
    INFO(entry.path());
    const Study study = read_study(entry.path());
    CHECK(study.name == entry.path().stem());
    CHECK_FALSE(study.question.empty());
    const Scenario scenario =
        load_scenario(find_scenario(study.scenario, {configs}), {configs}, study.overrides);
    const DesignPlan plan = complete_design(study, scenario);
    CHECK(plan.factors.size() == study.factors.size());
    CHECK(rows_of(plan) > 0);
    for (const std::string& outcome : study.outcomes) {
      CHECK(find_outcome(scenario, outcome).name == outcome);
    }
    ++studies;
  }
  CHECK(studies >= 2);
}
