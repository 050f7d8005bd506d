#pragma once
// Numbers as bytes, the same on every machine: counts in as few bytes as they need (LEB128),
// doubles by their bits, lowest byte first.
#include <bit>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tumen {

/// The bytes are not what was written.
struct BytesError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class ByteWriter {
 public:
  void count(std::uint64_t value) {
    for (; value >= 0x80U; value >>= 7U) {
      bytes_.push_back(static_cast<char>(value | 0x80U));
    }
    bytes_.push_back(static_cast<char>(value));
  }
  /// A whole number of either sign; near zero takes few bytes.
  void whole(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    count((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
  }
  void fixed(std::uint64_t value) {
    for (int k = 0; k < 8; ++k, value >>= 8U) {
      bytes_.push_back(static_cast<char>(value));
    }
  }
  void number(double value) { fixed(std::bit_cast<std::uint64_t>(value)); }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads in the order of writing. Every function throws BytesError past the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint64_t count() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint64_t byte = next();
      value |= (byte & 0x7FU) << shift;
      if (byte < 0x80U) {
        return value;
      }
    }
    throw BytesError("a number is too long");
  }
  [[nodiscard]] std::int64_t whole() {
    const std::uint64_t bits = count();
    return static_cast<std::int64_t>((bits >> 1U) ^ (~(bits & 1U) + 1U));
  }
  [[nodiscard]] std::uint64_t fixed() {
    std::uint64_t value = 0;
    for (unsigned k = 0; k < 8; ++k) {
      value |= static_cast<std::uint64_t>(next()) << (8 * k);
    }
    return value;
  }
  [[nodiscard]] double number() { return std::bit_cast<double>(fixed()); }
  /// A count of things that take a byte or more each: never more than bytes are left.
  [[nodiscard]] std::size_t length() {
    const std::uint64_t value = count();
    if (value > bytes_.size() - at_) {
      throw BytesError("a length is larger than what is left");
    }
    return static_cast<std::size_t>(value);
  }
  [[nodiscard]] bool is_at_end() const { return at_ == bytes_.size(); }

 private:
  [[nodiscard]] std::uint8_t next() {
    if (at_ >= bytes_.size()) {
      throw BytesError("the end comes too early");
    }
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace tumen
