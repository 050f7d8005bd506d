#pragma once
// The folder of a batch. While it runs it holds scenario.yaml and segments.tumen, to which is
// appended what has been counted, so that a batch that ends early can be resumed. At the end the
// tables are written, the segments become one, and manifest.json, the last file, says that all is
// there. All but the manifest depend on scenario, settings and seed alone.
#include "sim/batch/batch.hpp"
#include "sim/batch/durable_file.hpp"
#include "sim/manifest.hpp"

#include <filesystem>
#include <string>

namespace tumen {

/// A batch as its folder tells it.
struct RecordedCounts {
  Scenario scenario;
  BatchPlan plan;
  BatchCounts counts;
  JsonObject header;
  std::uintmax_t good = 0, cut_off = 0;  ///< bytes of segments.tumen, see SegmentsFound
};

/// What segments.tumen says of the batch in its first block.
[[nodiscard]] JsonObject header_of(const Scenario& scenario, const BatchPlan& plan);

/// Reads the folder of a batch, finished or not. Throws InputError with the file that is wrong.
[[nodiscard]] RecordedCounts read_counts(const std::filesystem::path& folder);

/// Throws InputError, naming what differs, unless the headers are of the same batch.
void check_same_batch(const std::filesystem::path& place, const JsonObject& found,
                      const JsonObject& expected);

class BatchFolder {
 public:
  /// Makes the folder, or replaces the one that stands there if `force`. Throws InputError as
  /// ResultDirectory does.
  static BatchFolder start(const std::filesystem::path& target, bool force,
                           const Scenario& scenario, const BatchPlan& plan);
  /// Goes on with a folder that was read.
  static BatchFolder resume(const std::filesystem::path& target, RecordedCounts&& recorded);

  [[nodiscard]] const BatchCounts& counts() const { return counts_; }

  /// Writes the counts through to the disk and adds them. Throws std::runtime_error if the disk
  /// does not take them; then they are not added.
  void keep(BatchCounts&& counts);

  /// Writes all tables; the manifest says what was counted. Throws std::runtime_error if the disk
  /// does not take them; the segments stay as they are.
  void publish(const Scenario& scenario, const BatchPlan& plan, const ManifestInput& manifest);

 private:
  BatchFolder(std::filesystem::path folder, JsonObject header, BatchCounts&& counts,
              std::uintmax_t size);

  std::filesystem::path folder_;
  JsonObject header_;
  BatchCounts counts_;
  AppendFile segments_;
};

}  // namespace tumen
