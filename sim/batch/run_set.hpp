#pragma once
// Which runs of a batch: spans in ascending order that do not touch.
#include "sim/batch/bytes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tumen {

/// Runs first, first + 1, ... last - 1.
struct RunSpan {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] std::uint32_t size() const { return last - first; }
  bool operator==(const RunSpan&) const = default;
};

/// Invariant: spans are not empty, ascend and do not touch.
class RunSet {
 public:
  RunSet() = default;
  explicit RunSet(RunSpan span) { add(span); }

  void add(RunSpan span);
  void add(const RunSet& other);

  [[nodiscard]] const std::vector<RunSpan>& spans() const { return spans_; }
  [[nodiscard]] std::uint64_t size() const;
  /// Runs of `whole` that are not in this set.
  [[nodiscard]] RunSet missing_from(RunSpan whole) const;
  /// Runs that are in both.
  [[nodiscard]] RunSet shared_with(const RunSet& other) const;
  /// "0-499, 600" or "none"; after eight spans "and N more".
  [[nodiscard]] std::string text() const;

  void write(ByteWriter& out) const;
  [[nodiscard]] static RunSet read(ByteReader& in);

  bool operator==(const RunSet&) const = default;

 private:
  std::vector<RunSpan> spans_;
};

}  // namespace tumen
