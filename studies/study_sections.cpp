#include "studies/study_sections.hpp"

#include "sim/document/nearest.hpp"

#include <algorithm>
#include <regex>

#include <fmt/format.h>

namespace tumen {

bool is_folder_name(const std::string& text) {
  static const std::regex form("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  return std::regex_match(text, form);
}

std::vector<StudyFactor> read_texts(const Node& node, const std::string& key, Problems& problems) {
  std::vector<StudyFactor> texts;
  if (!node.is_map()) {
    problems.add({node.place(), key, "found " + describe(node), "a map of PATH: VALUE", ""});
  }
  for (const MapEntry& entry : node.entries()) {
    if (!entry.value.is_scalar()) {
      problems.add({entry.value.place(), key + "." + entry.key, "found " + describe(entry.value),
                    "a value", ""});
    }
    texts.push_back({entry.key, entry.value.text(), entry.value.place()});
  }
  return texts;
}

std::vector<std::string> read_settings(const Node& node, const std::string& key,
                                       Problems& problems) {
  std::vector<std::string> settings;
  for (const StudyFactor& setting : read_texts(node, key, problems)) {
    settings.push_back(setting.path + "=" + setting.text);
  }
  return settings;
}

namespace {

bool is_date(const std::string& text) {
  static const std::regex form(R"(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))");
  return std::regex_match(text, form);
}

Forecast read_forecast(const Node& node, Problems& problems) {
  MapReader reader(node, problems, "forecasts");
  Forecast forecast{reader.text("id"), reader.text("question"), reader.text("outcome"),
                    reader.text("rubric"), reader.text("resolves")};
  if (!is_date(forecast.resolves)) {
    reader.refuse("resolves", "found " + in_quotes(forecast.resolves), "a day, YYYY-MM-DD");
  }
  reader.finish();
  return forecast;
}

std::vector<Forecast> forecasts_of(const Node& node, Problems& problems) {
  std::vector<Forecast> forecasts;
  if (!node.is_list()) {
    problems.add({node.place(), "forecasts", "found " + describe(node),
                  "a list of {id, question, outcome, rubric, resolves}", ""});
  }
  for (const Node& item : node.items()) {
    forecasts.push_back(read_forecast(item, problems));
  }
  check_unique_ids(node, "id", problems);
  return forecasts;
}

std::vector<BatchPolicy> policies_of(const Node& node, Problems& problems) {
  std::vector<BatchPolicy> policies;
  const std::size_t found = node.is_map() ? node.entries().size() : 0;
  if (found < 2) {
    problems.add({node.place(), "policies",
                  node.is_map() ? fmt::format("{} policies", found) : "found " + describe(node),
                  "two or more, NAME: {PATH: VALUE, ...}; {} for the scenario as it is", ""});
    return policies;
  }
  for (const MapEntry& entry : node.entries()) {
    const std::string key = "policies." + entry.key;
    if (!is_folder_name(entry.key)) {
      problems.add({entry.value.place(), key, "found " + in_quotes(entry.key),
                    "a name of letters, digits, _, - and dots", ""});
    }
    policies.push_back({entry.key, read_settings(entry.value, key, problems)});
  }
  return policies;
}

/// "max", "min >=0.5".
Goal read_goal(const StudyFactor& entry, const std::vector<std::string>& outcomes,
               Problems& problems) {
  static const std::regex form(R"((max|min)(?:\s+((?:>=?|<=?)\s*[-+.eE\d]+))?)");
  const std::string key = "goals." + entry.path;
  std::smatch match;
  if (!std::regex_match(entry.text, match, form)) {
    problems.add({entry.place, key, "found " + in_quotes(entry.text),
                  "max or min, and what is good enough: max, min <=0.5", ""});
    return {};
  }
  if (std::find(outcomes.begin(), outcomes.end(), entry.path) == outcomes.end()) {
    problems.add({entry.place, key, "no outcome of the study", join_names(outcomes),
                  nearest_name(entry.path, outcomes)});
  }
  return {entry.path, match[1] == "min" ? Direction::min : Direction::max, match[2].str()};
}

}  // namespace

void read_forecasts(MapReader& reader, Study& study) {
  if (const Node* forecasts = reader.optional("forecasts")) {
    study.forecasts = forecasts_of(*forecasts, reader.problems());
  }
}

void read_policies(MapReader& reader, Study& study) {
  if (const Node* policies = reader.optional("policies")) {
    study.policies = policies_of(*policies, reader.problems());
    if (!study.forecasts.empty()) {
      reader.refuse("policies", "policies beside forecasts",
                    "one of them: a forecast is of one course of things");
    }
  }
  if (const Node* goals = reader.optional("goals")) {
    if (study.policies.empty()) {
      reader.refuse("goals", "goals without policies", "policies to choose among");
    }
    for (const StudyFactor& entry : read_texts(*goals, "goals", reader.problems())) {
      study.goals.push_back(read_goal(entry, study.outcomes, reader.problems()));
    }
  }
}

}  // namespace tumen
