#include "sim/batch/folder.hpp"

#include "sim/batch/segments.hpp"
#include "sim/batch/tables.hpp"
#include "sim/document/refuse.hpp"
#include "sim/document/scalar.hpp"
#include "sim/json_reader.hpp"
#include "sim/report_folder.hpp"
#include "sim/table.hpp"
#include "sim/version.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace tumen {
namespace fs = std::filesystem;
namespace {

constexpr const char* points_name = "points.csv";
constexpr const char* record_name = "points.csv.json";
constexpr const char* study_name = "study.yaml";

JsonArray names_of(const std::vector<Outcome>& outcomes) {
  JsonArray names;
  for (const Outcome& outcome : outcomes) {
    names.emplace_back(outcome.name);
  }
  return names;
}

std::vector<Outcome> outcomes_of(const Scenario& s, const JsonObject& header, const char* key) {
  std::vector<Outcome> outcomes;
  for (const std::string& name : texts_at(header, key)) {
    outcomes.push_back(find_outcome(s, name));
  }
  return outcomes;
}

BatchPlan plan_of(const Scenario& s, const JsonObject& header) {
  BatchPlan plan;
  plan.seed = count_at(header, "seed");
  plan.runs = static_cast<std::uint32_t>(count_at(header, "runs"));
  plan.in_double = text_at(header, "number") == "double";
  plan.per_run = text_at(header, "per_run") == "true";
  const std::string shard = text_at(header, "shard");
  const std::size_t slash = shard.find('/');
  const auto part = [&](std::size_t from, std::size_t to) {
    return static_cast<std::uint32_t>(parse_integer(shard.substr(from, to)).value_or(0));
  };
  plan.shard = {part(0, slash), part(slash + 1, std::string::npos)};
  plan.outcomes = outcomes_of(s, header, "outcomes");
  plan.followed = outcomes_of(s, header, "followed");
  return plan;
}

JsonArray policies_json(const std::vector<BatchPolicy>& policies) {
  JsonArray all;
  for (const BatchPolicy& policy : policies) {
    JsonArray settings;
    for (const std::string& setting : policy.settings) {
      settings.emplace_back(setting);
    }
    all.push_back(JsonObject{{"name", policy.name}, {"settings", std::move(settings)}});
  }
  return all;
}

std::vector<BatchPolicy> policies_of(const JsonObject& header) {
  std::vector<BatchPolicy> policies;
  const Json* all = header.if_contains("policies");
  if (all != nullptr && all->is_array()) {
    for (const Json& policy : all->as_array()) {
      const JsonObject entry = policy.is_object() ? policy.as_object() : JsonObject();
      policies.push_back({text_at(entry, "name"), texts_at(entry, "settings")});
    }
  }
  return policies;
}

/// The points of a folder that has some; check_same_batch tells if they are others.
std::shared_ptr<const Points> read_points(const fs::path& folder, const JsonObject& header) {
  if (!header.contains("replicates")) {
    return nullptr;
  }
  const fs::path file = folder / points_name;
  auto points = std::make_shared<Points>(
      parse_points(read_table_text(file), file.generic_string(),
                   static_cast<std::uint32_t>(count_at(header, "replicates"))));
  const auto read = [&](const char* name) {
    return fs::exists(folder / name) ? report::read_folder_file(folder / name) : std::string();
  };
  points->policies = policies_of(header);
  points->record = read(record_name);
  points->study = read(study_name);
  return points;
}

[[noreturn]] void refuse(const fs::path& place, std::string key, std::string found,
                         std::string allowed) {
  refuse_problem(
      {{place.generic_string(), 0, 0}, std::move(key), std::move(found), std::move(allowed), ""});
}

/// What a message says of a value of the header: lists are too long to print.
std::string shown(const JsonObject& header, std::string_view key) {
  const Json* value = header.if_contains({key.data(), key.size()});
  return value != nullptr && value->is_array()
             ? fmt::format("{} entries, hash {}", value->as_array().size(),
                           fnv1a64(text_at(header, key)))
             : text_at(header, key);
}

}  // namespace

JsonObject header_of(const Scenario& s, const BatchPlan& plan) {
  JsonObject header = {{"scenario", s.name},
                       {"config_fnv1a64", fnv1a64(s.config_text)},
                       {"version", fmt::format("{} ({})", version(), git_description())},
                       {"seed", plan.seed},
                       {"runs", plan.runs},
                       {"ticks", s.model.ticks},
                       {"number", plan.in_double ? "double" : "float"},
                       {"per_run", plan.per_run},
                       {"shard", fmt::format("{}/{}", plan.shard.index, plan.shard.count)},
                       {"outcomes", names_of(plan.outcomes)},
                       {"followed", names_of(plan.followed)}};
  if (plan.points != nullptr) {
    header["replicates"] = plan.points->replicates;
    header["points_fnv1a64"] = fnv1a64(plan.points->text);
    if (!plan.points->policies.empty()) {
      header["policies"] = policies_json(plan.points->policies);
    }
  }
  return header;
}

void check_same_batch(const fs::path& place, const JsonObject& found, const JsonObject& expected) {
  for (const auto& [key, value] : expected) {
    const Json* other = found.if_contains(key);
    if (other == nullptr || *other != value) {
      refuse(place, std::string(key), shown(found, key), shown(expected, key));
    }
  }
}

RecordedCounts read_counts(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    refuse(folder, "", fs::exists(folder, error) ? "no folder" : "no such folder",
           "a folder that tumen batch has written");
  }
  RecordedCounts all;
  const fs::path file = folder / segments_name;
  bool is_started = false;
  const auto start = [&](const JsonObject& header) {
    if (std::exchange(is_started, true)) {
      return;
    }
    all.scenario = report::read_scenario(folder / "scenario.yaml");
    try {
      all.plan = plan_of(all.scenario, header);
      all.plan.points = read_points(folder, header);
    } catch (const JsonError& reason) {
      refuse(file, "", reason.what(), "the file as tumen batch has written it");
    }
    check_same_batch(file, header, header_of(all.scenario, all.plan));
    all.counts = BatchCounts(all.plan, all.scenario.model.ticks);
  };
  const SegmentsFound found =
      read_segments(file, [&](const JsonObject& header, std::string_view segment) {
        start(header);
        BatchCounts counts = BatchCounts::read(segment, all.plan, all.scenario.model.ticks);
        if (const RunSet twice = counts.runs.shared_with(all.counts.runs); twice.size() > 0) {
          throw BytesError("it repeats runs " + twice.text());
        }
        all.counts.merge(std::move(counts));
      });
  start(found.header);
  all.header = found.header;
  all.good = found.good;
  all.cut_off = found.cut_off;
  return all;
}

BatchFolder::BatchFolder(fs::path folder, JsonObject header, BatchCounts&& counts,
                         std::uintmax_t size)
    : folder_(std::move(folder)),
      header_(std::move(header)),
      counts_(std::move(counts)),
      segments_(folder_ / segments_name, size) {}

BatchFolder BatchFolder::start(const fs::path& target, bool force, const Scenario& scenario,
                               const BatchPlan& plan) {
  ResultDirectory directory(target, force);
  JsonObject header = header_of(scenario, plan);
  const std::string bytes = segments_bytes(header, "");
  directory.write("scenario.yaml", scenario.config_text);
  if (plan.points != nullptr) {
    directory.write(points_name, plan.points->text);
    const auto write = [&](const char* name, const std::string& text) {
      if (!text.empty()) {
        directory.write(name, text);
      }
    };
    write(record_name, plan.points->record);
    write(study_name, plan.points->study);
  }
  directory.write(segments_name, bytes);
  directory.commit();
  return {target, std::move(header), BatchCounts(plan, scenario.model.ticks), bytes.size()};
}

BatchFolder BatchFolder::resume(const fs::path& target, RecordedCounts&& recorded) {
  return {target, std::move(recorded.header), std::move(recorded.counts), recorded.good};
}

void BatchFolder::keep(BatchCounts&& counts) {
  segments_.append(segment_bytes(counts.bytes()));
  counts_.merge(std::move(counts));
}

void BatchFolder::publish(const Scenario& s, const BatchPlan& plan, const ManifestInput& input) {
  std::sort(counts_.per_run.begin(), counts_.per_run.end(),
            [](const RunValues& a, const RunValues& b) { return a.first < b.first; });
  const auto write_arrays = [&](const char* name, const NetcdfData& data) {
    write_netcdf(part_of(folder_ / name), data);
    fs::rename(part_of(folder_ / name), folder_ / name);
  };
  fs::remove(folder_ / "manifest.json");
  replace_file(folder_ / "outcomes.csv", outcomes_csv(plan, counts_));
  if (!plan.followed.empty()) {
    replace_file(folder_ / "by_tick.csv", by_tick_csv(s, plan, counts_));
  }
  if (plan.per_run && counts_.runs.size() > 0) {
    replace_file(folder_ / "runs.csv", runs_csv(plan, counts_));
    write_arrays("runs.nc", run_arrays(s, plan, counts_));
  }
  if (counts_.runs.size() > 0) {
    write_arrays("ensemble.nc", batch_arrays(s, plan, counts_));
    replace_file(folder_ / segments_name, segments_bytes(header_, counts_.bytes()));
  }
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (entry.path().extension() == ".part") {
      fs::remove(entry.path());
    }
  }
  JsonObject manifest = make_manifest(s, input, files_of(folder_));
  manifest["runs_done"] = counts_.runs.size();
  manifest["shard"] = text_at(header_, "shard");
  replace_file(folder_ / "manifest.json", json_text(manifest));
}

}  // namespace tumen
