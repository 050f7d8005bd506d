#include "sim/batch/segments.hpp"

#include "sim/batch/bytes.hpp"
#include "sim/document/problem.hpp"
#include "sim/json_reader.hpp"
#include "sim/result_directory.hpp"

#include <fstream>
#include <optional>

#include <fmt/format.h>

namespace tumen {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view magic = "TUMENSEG1\n";
constexpr std::size_t frame = 24;

[[noreturn]] void refuse(const fs::path& path, std::uintmax_t at, std::string_view what) {
  Problems problems;
  problems.add({{path.generic_string(), 0, 0},
                "",
                fmt::format("byte {}: {}", at, what),
                "the file as tumen batch has written it, or --force to start anew",
                ""});
  throw InputError(problems);
}

/// Reads the file block by block, so that only one is in memory.
class BlockReader {
 public:
  explicit BlockReader(const fs::path& path)
      : path_(path), in_(path, std::ios::binary), size_(fs::file_size(path)) {
    std::string start(magic.size(), '\0');
    if (!in_.read(start.data(), static_cast<std::streamsize>(start.size())) || start != magic) {
      refuse(path_, 0, "not a file of segments");
    }
    at_ = magic.size();
  }

  /// The next block, or nothing where the file ends before it does.
  [[nodiscard]] std::optional<std::string> next() {
    if (size_ - at_ < frame) {
      return std::nullopt;
    }
    const std::string head = read(frame);
    ByteReader numbers(head);
    const std::uint64_t length = numbers.fixed();
    const std::uint64_t hash = numbers.fixed();
    if (numbers.fixed() != fnv1a(std::string_view(head).substr(0, 16))) {
      refuse(path_, at_, "a corrupt segment (its frame does not fit its checksum)");
    }
    if (size_ - at_ - frame < length) {
      return std::nullopt;
    }
    std::string content = read(static_cast<std::size_t>(length));
    if (fnv1a(content) != hash) {
      refuse(path_, at_, "a corrupt segment (its content does not fit its checksum)");
    }
    at_ += frame + length;
    return content;
  }

  [[nodiscard]] std::uintmax_t at() const { return at_; }
  [[nodiscard]] std::uintmax_t left() const { return size_ - at_; }

 private:
  std::string read(std::size_t n) {
    std::string bytes(n, '\0');
    if (!in_.read(bytes.data(), static_cast<std::streamsize>(n))) {
      refuse(path_, at_, "the file cannot be read");
    }
    return bytes;
  }

  const fs::path& path_;
  std::ifstream in_;
  std::uintmax_t size_;
  std::uintmax_t at_ = 0;
};

}  // namespace

std::string segment_bytes(std::string_view content) {
  ByteWriter head;
  head.fixed(content.size());
  head.fixed(fnv1a(content));
  head.fixed(fnv1a(head.bytes()));
  return head.bytes() + std::string(content);
}

std::string segments_bytes(const JsonObject& header, std::string_view segment) {
  return std::string(magic) + segment_bytes(json_text(header)) +
         (segment.empty() ? "" : segment_bytes(segment));
}

SegmentsFound read_segments(const fs::path& path,
                            const std::function<void(const JsonObject&, std::string_view)>& take) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    Problems problems;
    problems.add({{path.generic_string(), 0, 0},
                  "",
                  "no such file",
                  "a folder that tumen batch has written",
                  ""});
    throw InputError(problems);
  }
  BlockReader blocks(path);
  SegmentsFound found;
  const std::optional<std::string> header = blocks.next();
  if (!header) {
    refuse(path, blocks.at(), "the header is cut off");
  }
  try {
    found.header = parse_json_object(*header);
  } catch (const JsonError& reason) {
    refuse(path, magic.size(), std::string("not a header: ") + reason.what());
  }
  for (std::uintmax_t at = blocks.at();; at = blocks.at()) {
    const std::optional<std::string> segment = blocks.next();
    if (!segment) {
      break;
    }
    try {
      take(found.header, *segment);
    } catch (const BytesError& reason) {
      refuse(path, at, std::string("a corrupt segment (") + reason.what() + ")");
    }
  }
  found.good = blocks.at();
  found.cut_off = blocks.left();
  return found;
}

}  // namespace tumen
