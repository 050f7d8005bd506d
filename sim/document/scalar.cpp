#include "sim/document/scalar.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace tumen {
namespace {

template <class Value>
std::optional<Value> parse_all(std::string_view text) {
  Value value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || stop != end) {
    return std::nullopt;
  }
  return value;
}

void refuse(const Node& node, std::string_view key, std::string allowed, Problems& problems) {
  problems.add({node.place(), std::string(key), "found " + describe(node), std::move(allowed), ""});
}

bool is_plain(const Node& node) {
  return node.is_scalar() && !node.is_quoted();
}

std::string text_of(const IntegerBounds& bounds) {
  const IntegerBounds all;
  std::string out = "a whole number";
  if (bounds.low != all.low) {
    out += " from " + std::to_string(bounds.low);
  }
  if (bounds.high != all.high) {
    out += " to " + std::to_string(bounds.high);
  }
  return out;
}

}  // namespace

std::string Bounds::text() const {
  const Bounds all;
  const bool has_low = excludes_low || low > all.low;
  const bool has_high = high < all.high;
  if (!has_low && !has_high) {
    return "any finite number";
  }
  if (!has_low) {
    return "at most " + format_real(high);
  }
  if (!has_high) {
    return (excludes_low ? "above " : "at least ") + format_real(low);
  }
  return (excludes_low ? "above " : "from ") + format_real(low) + " to " + format_real(high);
}

std::optional<double> parse_real(std::string_view text) {
  const std::optional<double> value = parse_all<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  return parse_all<std::int64_t>(text);
}

std::string format_real(double value) {
  std::array<char, 40> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

std::optional<double> read_real(const Node& node, std::string_view key, const Bounds& bounds,
                                Problems& problems) {
  const std::optional<double> value = is_plain(node) ? parse_real(node.text()) : std::nullopt;
  if (value && bounds.contains(*value)) {
    return value;
  }
  const std::string allowed = bounds.text();
  refuse(node, key, value ? allowed : "a finite number like 0.25 (" + allowed + ")", problems);
  return std::nullopt;
}

std::optional<std::int64_t> read_integer(const Node& node, std::string_view key,
                                         const IntegerBounds& bounds, Problems& problems) {
  const std::optional<std::int64_t> value =
      is_plain(node) ? parse_integer(node.text()) : std::nullopt;
  if (value && *value >= bounds.low && *value <= bounds.high) {
    return value;
  }
  refuse(node, key, text_of(bounds), problems);
  return std::nullopt;
}

std::optional<bool> read_boolean(const Node& node, std::string_view key, Problems& problems) {
  if (is_plain(node) && node.text() == "true") {
    return true;
  }
  if (is_plain(node) && node.text() == "false") {
    return false;
  }
  refuse(node, key, "true, false", problems);
  return std::nullopt;
}

std::optional<std::string> read_text(const Node& node, std::string_view key, Problems& problems) {
  if (node.is_scalar() && !node.text().empty()) {
    return node.text();
  }
  refuse(node, key, "a text", problems);
  return std::nullopt;
}

}  // namespace tumen
