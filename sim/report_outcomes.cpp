// Reading the folder of a batch: its tables are all there is to report, so they are read, not
// computed again, and must have the hash that the manifest names.
#include "sim/json_reader.hpp"
#include "sim/report_folder.hpp"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view header =
    "outcome,unit,runs,present,mean,sd,low,high,q05,q25,q50,q75,q95\r\n";

/// Fields of a line without quotes: names, units and numbers need none.
std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const auto comma = line.find(',');
    fields.push_back(line.substr(0, comma));
    if (comma == std::string_view::npos) {
      return fields;
    }
    line.remove_prefix(comma + 1);
  }
}

double number_in(std::string_view field) {
  double value = std::nan("");
  std::from_chars(field.data(), field.data() + field.size(), value);
  return value;
}

OutcomeRow row_of(const std::vector<std::string_view>& f) {
  OutcomeRow row{std::string(f[0]),
                 std::string(f[1]),
                 static_cast<std::size_t>(number_in(f[2])),
                 static_cast<std::size_t>(number_in(f[3])),
                 number_in(f[4]),
                 number_in(f[5]),
                 number_in(f[6]),
                 number_in(f[7]),
                 {}};
  for (std::size_t k = 0; k < row.quantile.size(); ++k) {
    row.quantile[k] = number_in(f[8 + k]);
  }
  return row;
}

std::vector<OutcomeRow> read_outcomes(const fs::path& file, const JsonObject& manifest) {
  const std::string text = report::read_unchanged_file(file, manifest);
  std::vector<OutcomeRow> rows;
  std::string_view rest = text;
  if (!rest.starts_with(header)) {
    report::refuse(file, "other columns", std::string(header.substr(0, header.size() - 2)));
  }
  rest.remove_prefix(header.size());
  while (!rest.empty()) {
    const auto end = rest.find("\r\n");
    const auto fields = fields_of(rest.substr(0, end));
    if (end == std::string_view::npos || fields.size() != 13) {
      report::refuse(file, fmt::format("line {} is not whole", rows.size() + 2),
                     "the file unchanged");
    }
    rows.push_back(row_of(fields));
    rest.remove_prefix(end + 2);
  }
  return rows;
}

}  // namespace

RecordedBatch read_batch(const fs::path& folder) {
  RecordedBatch batch;
  batch.manifest = read_manifest(folder);
  if (text_at(batch.manifest, "kind") != "batch") {
    report::refuse(folder / "manifest.json", "results of another kind",
                   "a folder that tumen batch has written");
  }
  batch.scenario = report::read_scenario(folder / "scenario.yaml");
  batch.outcomes = read_outcomes(folder / "outcomes.csv", batch.manifest);
  const fs::path by_tick = folder / "by_tick.csv";
  if (std::error_code error; fs::exists(by_tick, error)) {
    batch.fans = report::read_fans(report::read_unchanged_file(by_tick, batch.manifest),
                                   by_tick.generic_string());
  }
  return batch;
}

}  // namespace tumen
