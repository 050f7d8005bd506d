#include "studies/study.hpp"

#include "sim/csv.hpp"
#include "sim/document/load.hpp"
#include "sim/document/map_reader.hpp"
#include "sim/document/nearest.hpp"
#include "sim/document/parse.hpp"
#include "studies/designs/design.hpp"
#include "studies/designs/record.hpp"
#include "studies/study_sections.hpp"

#include <limits>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr auto whole = std::numeric_limits<std::int64_t>::max();

DesignPlan read_design_options(const Node& node, Problems& problems) {
  MapReader reader(node, problems, "design");
  DesignPlan plan;
  plan.kind = reader.text("kind");
  plan.n = static_cast<std::size_t>(reader.integer("n", {1, whole}));
  plan.seed = static_cast<std::uint64_t>(reader.integer_or("seed", {0, whole}, 1));
  plan.levels = static_cast<std::size_t>(reader.integer_or("levels", {1, 1'000'000}, 4));
  plan.scrambles = static_cast<std::size_t>(reader.integer_or("scrambles", {0, 1'000'000}, 0));
  plan.has_second_order = reader.boolean_or("second_order", false);
  const std::vector<std::string> bases = {"sobol", "random"};
  plan.is_random_base = reader.choice_or("base", bases, "sobol") == "random";
  plan.groups_text = reader.text_or("groups", "");
  reader.finish();
  return plan;
}

/// "uniform:0.5:1" for `range`.
std::string distribution_of(const StudyFactor& factor, const Scenario& scenario,
                            Problems& problems) {
  if (factor.text != "range") {
    return factor.text;
  }
  const NumberInfo& info = at(scenario.numbers, find_number(scenario, factor.path)->index);
  if (!info.has_range) {
    problems.add({factor.place, "factors." + factor.path, "a number without a range",
                  "a distribution, such as uniform:LOW:HIGH", ""});
  }
  return fmt::format("uniform:{}:{}", exact_text(info.low), exact_text(info.high));
}

/// The outcomes with "@yearly" written out: one a calendar year.
std::vector<std::string> outcome_names(const Study& study, const Scenario& scenario) {
  constexpr std::string_view yearly = "@yearly";
  const Model& m = scenario.model;
  std::vector<std::string> names;
  for (const std::string& name : study.outcomes) {
    if (!name.ends_with(yearly)) {
      names.push_back(name);
      continue;
    }
    const std::string plain = name.substr(0, name.size() - yearly.size());
    for (int year = static_cast<int>(m.year(0)); year < m.year(m.ticks); ++year) {
      names.push_back(fmt::format("{}@{}-{}", plain, year, year + 1));
    }
  }
  return names;
}

}  // namespace

Study read_study(const std::filesystem::path& file) {
  Problems problems;
  Study study;
  study.text = read_text_file(file, problems, {});
  problems.throw_if_any();
  const Node root = parse_document(study.text, file.generic_string(), problems);
  problems.throw_if_any();
  MapReader reader(root, problems, "");
  static_cast<void>(check_schema(root, problems));
  reader.accept("schema");
  study.name = reader.text("name");
  if (!is_folder_name(study.name)) {
    reader.refuse("name", "found " + in_quotes(study.name),
                  "letters, digits, _, - and dots: it becomes the name of a folder");
  }
  study.title = reader.text_or("title", study.name);
  study.question = reader.text_or("question", "");
  study.scenario = reader.text("scenario");
  study.seed = static_cast<std::uint64_t>(reader.integer_or("seed", {0, whole}, 1));
  study.replicates = static_cast<std::uint32_t>(reader.integer_or("replicates", {1, 1'000'000}, 1));
  if (const Node* set = reader.optional("set")) {
    study.overrides = read_settings(*set, "set", problems);
  }
  if (const Node* design = reader.required("design")) {
    study.design = read_design_options(*design, problems);
  }
  if (const Node* factors = reader.required("factors")) {
    study.factors = read_texts(*factors, "factors", problems);
  }
  study.design.constraints = reader.text_list_or_empty("constraints");
  study.outcomes = reader.text_list_or_empty("outcomes");
  study.followed = reader.text_list_or_empty("follow");
  read_forecasts(reader, study);
  read_policies(reader, study);
  if (study.outcomes.empty() && study.forecasts.empty()) {
    reader.refuse("", "neither outcomes nor forecasts", "a list of outcomes");
  }
  reader.finish();
  problems.throw_if_any();
  return study;
}

DesignPlan complete_design(const Study& study, const Scenario& scenario) {
  std::vector<std::string> known;
  for (const NumberInfo& number : scenario.numbers) {
    known.push_back(number.path);
  }
  Problems problems;
  std::string list;
  for (const StudyFactor& factor : study.factors) {
    if (!find_number(scenario, factor.path)) {
      problems.add({factor.place, "factors." + factor.path, "no number of " + scenario.name,
                    "paths as tumen list levers shows them", nearest_name(factor.path, known)});
      continue;
    }
    list +=
        (list.empty() ? "" : ",") + factor.path + ":" + distribution_of(factor, scenario, problems);
  }
  problems.throw_if_any();
  DesignPlan plan = study.design;
  plan.factors = parse_factors(list);
  complete(plan);
  return plan;
}

BatchPlan study_plan(const Study& study, const Scenario& scenario) {
  const DesignPlan design = complete_design(study, scenario);
  const std::string csv = design_csv(design);
  const std::string what = study.name + "'s design";
  auto points = std::make_shared<Points>(parse_points(csv, what, study.replicates));
  points->record = json_text(design_record(design, csv));
  points->study = study.text;
  points->policies = study.policies;
  check_points(scenario, *points, what);
  BatchPlan plan;
  plan.seed = study.seed;
  plan.runs = points->runs();
  plan.per_run = true;
  for (const std::string& name : outcome_names(study, scenario)) {
    plan.outcomes.push_back(find_outcome(scenario, name));
  }
  for (const std::string& name : study.followed) {
    plan.followed.push_back(find_outcome(scenario, name));
  }
  plan.points = std::move(points);
  return plan;
}

}  // namespace tumen
