#include "studies/designs/record.hpp"

#include "sim/json_reader.hpp"
#include "sim/result_directory.hpp"
#include "sim/version.hpp"
#include "studies/designs/design.hpp"

#include <fmt/format.h>

namespace tumen {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ","));
}

DesignPlan plan_of(const JsonObject& record) {
  DesignPlan plan;
  plan.kind = text_at(record, "kind");
  plan.factors = parse_factors(joined(texts_at(record, "factors")));
  plan.groups_text = text_at(record, "groups");
  plan.seed = count_at(record, "seed");
  plan.n = count_at(record, "n");
  plan.levels = count_at(record, "levels");
  plan.scrambles = count_at(record, "scrambles");
  plan.has_second_order = text_at(record, "second_order") == "true";
  plan.is_random_base = text_at(record, "base") == "random";
  plan.constraints = texts_at(record, "constraints");
  complete(plan);
  return plan;
}

}  // namespace

std::filesystem::path record_path(const std::filesystem::path& design) {
  return design.string() + ".json";
}

JsonObject design_record(const DesignPlan& plan, std::string_view csv) {
  JsonArray factors;
  for (const Factor& factor : plan.factors) {
    factors.push_back(boost::json::string(factor.text));
  }
  JsonObject record = {{"schema", 1},
                       {"what", "design"},
                       {"version", std::string(version())},
                       {"kind", plan.kind},
                       {"n", plan.n},
                       {"runs", rows_of(plan)},
                       {"seed", plan.seed},
                       {"factors", std::move(factors)},
                       {"groups", plan.groups_text},
                       {"levels", plan.levels},
                       {"scrambles", plan.scrambles},
                       {"second_order", plan.has_second_order},
                       {"base", plan.is_random_base ? "random" : "sobol"},
                       {"fnv1a64", fnv1a64(csv)}};
  if (!plan.constraints.empty()) {
    record["constraints"] = JsonArray(plan.constraints.begin(), plan.constraints.end());
  }
  return record;
}

DesignPlan read_record(std::string_view json, const std::string& file, std::string_view csv) {
  const char* const remedy = "the file that tumen design wrote beside the table";
  JsonObject record;
  DesignPlan plan;
  try {
    record = parse_json_object(json);
    if (text_at(record, "what") != "design") {
      refuse_line(file, 0, "no record of a design", remedy);
    }
    plan = plan_of(record);
  } catch (const JsonError& error) {
    refuse_line(file, 0, error.what(), remedy);
  } catch (const InputError& error) {
    std::string what = error.what();
    what.erase(what.find_last_not_of('\n') + 1);
    refuse_line(file, 0, what, remedy);
  }
  if (text_at(record, "fnv1a64") != fnv1a64(csv)) {
    refuse_line(file, 0, "the design was changed after it was written (its hash differs)",
                "the table as tumen design wrote it; write it again with the same options");
  }
  return plan;
}

}  // namespace tumen
