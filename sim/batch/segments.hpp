#pragma once
// The file a batch grows in: a header that says what is counted, then segments, each whole or not
// there. A segment that was cut off at the end of the file (a crash, a full disk) counts as not
// written; anything else that does not fit its checksum is an error.
//
// "TUMENSEG1\n", then blocks of: length (8 bytes, lowest first), FNV-1a of the content (8),
// FNV-1a of these 16 bytes (8), content. The first block is the header, in JSON.
#include "sim/batch/durable_file.hpp"
#include "sim/json_writer.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace tumen {

/// What stands in a file of segments.
struct SegmentsFound {
  JsonObject header;
  std::uintmax_t good = 0;     ///< bytes up to the end of the last whole segment
  std::uintmax_t cut_off = 0;  ///< bytes behind it
};

/// The bytes of a file with this header and one segment, or none if `segment` is empty.
[[nodiscard]] std::string segments_bytes(const JsonObject& header, std::string_view segment);

/// A segment as it is appended.
[[nodiscard]] std::string segment_bytes(std::string_view content);

/// Reads the file and calls `take` with the header and the content of every segment in order.
/// BytesError from `take` is told as a corrupt segment. Throws InputError with the place in bytes.
[[nodiscard]] SegmentsFound read_segments(
    const std::filesystem::path& path,
    const std::function<void(const JsonObject&, std::string_view)>& take);

}  // namespace tumen
