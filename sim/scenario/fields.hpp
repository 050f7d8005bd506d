#pragma once

#include "sim/scenario/binder.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Bounds that recur. Amounts stay far below the largest float, in which ensembles compute.
namespace bounds {
inline constexpr Bounds share = Bounds::share();
inline constexpr Bounds stance = Bounds::between(-1.0, 1.0);
inline constexpr Bounds amount = Bounds::between(0.0, 1e12);
inline constexpr Bounds positive = Bounds{1e-9, 1e12, false};
inline constexpr Bounds signed_amount = Bounds::between(-1e12, 1e12);
inline constexpr Bounds rate = Bounds::between(0.0, 50.0);  // 1/y
inline constexpr Bounds years = Bounds::between(0.0, 200.0);
inline constexpr Bounds calendar = Bounds::between(1900.0, 2200.0);
inline constexpr Bounds factor = Bounds::between(0.0, 100.0);
}  // namespace bounds

/// A number without dimension that authors may call either.
inline constexpr std::string_view plain = "index|share";

/// Reads one map of a scenario into the model: each key once, with its unit and bounds. A unit may
/// name alternatives ("bcm/y|Mt/y"); the first one that the file's unit converts to is used.
class Fields {
 public:
  Fields(Binder& binder, const Node& node, std::string path);

  void number(std::string_view key, std::string_view unit, const Bounds& bounds, Number& out);
  /// Leaves `out` as it is where the key is absent.
  void optional_number(std::string_view key, std::string_view unit, const Bounds& bounds,
                       Number& out);
  /// An absent key is a number all the same, of the value that changes nothing.
  void neutral_number(std::string_view key, std::string_view unit, const Bounds& bounds,
                      Number& out, double neutral = 0.0);
  void series(std::string_view key, std::string_view unit, const Bounds& bounds, Series& out);
  void optional_series(std::string_view key, std::string_view unit, const Bounds& bounds,
                       Series& out);

  [[nodiscard]] std::string text(std::string_view key);
  [[nodiscard]] std::string text_or(std::string_view key, std::string fallback);
  [[nodiscard]] bool flag_or(std::string_view key, bool fallback);
  [[nodiscard]] double real(std::string_view key, const Bounds& bounds);
  [[nodiscard]] std::int64_t integer(std::string_view key, const IntegerBounds& bounds);
  [[nodiscard]] std::int64_t integer_or(std::string_view key, const IntegerBounds& bounds,
                                        std::int64_t fallback);

  /// The enumerator whose name stands at `key`.
  template <class Enum, std::size_t n>
  [[nodiscard]] Enum choice(std::string_view key, const std::array<std::string_view, n>& names) {
    return static_cast<Enum>(choice_index(key, names, -1));
  }
  template <class Enum, std::size_t n>
  [[nodiscard]] Enum choice_or(std::string_view key, const std::array<std::string_view, n>& names,
                               Enum fallback) {
    return static_cast<Enum>(choice_index(key, names, static_cast<int>(fallback)));
  }
  /// Enumerators of a list of names: one flag each.
  template <std::size_t n>
  [[nodiscard]] std::array<bool, n> choices(std::string_view key,
                                            const std::array<std::string_view, n>& names) {
    std::array<bool, n> out{};
    for (const int i : choice_indices(key, names)) {
      out[static_cast<std::size_t>(i)] = true;
    }
    return out;
  }

  [[nodiscard]] Id reference(std::string_view key, Section section);
  [[nodiscard]] Id optional_reference(std::string_view key, Section section);
  /// A list of names, each at most once; absent is empty.
  [[nodiscard]] std::vector<Id> references(std::string_view key, Section section);
  [[nodiscard]] std::vector<Id> required_references(std::string_view key, Section section);

  /// A node read by the caller.
  [[nodiscard]] const Node* required(std::string_view key);
  [[nodiscard]] const Node* optional(std::string_view key);
  /// Allows a key that is read elsewhere.
  void accept(std::string_view key);
  /// Tells the recorder more of a key that the caller reads.
  void declare(std::string_view key, KeyRecord::Kind kind, std::string_view unit,
               const Bounds& bounds);
  void finish() { reader_.finish(); }

  void refuse(std::string_view key, std::string found, std::string allowed) {
    reader_.refuse(key, std::move(found), std::move(allowed));
  }
  [[nodiscard]] std::string path(std::string_view key) const { return reader_.path(key); }
  [[nodiscard]] bool has(std::string_view key) const { return reader_.node().find(key) != nullptr; }
  [[nodiscard]] const Node& node() const { return reader_.node(); }
  [[nodiscard]] Binder& binder() { return binder_; }
  [[nodiscard]] Model& model() { return binder_.model(); }

 private:
  int choice_index(std::string_view key, std::span<const std::string_view> names, int fallback);
  std::vector<int> choice_indices(std::string_view key, std::span<const std::string_view> names);
  Number read_number(const Node& node, std::string_view key, std::string_view unit,
                     const Bounds& bounds);
  Series read(const Node& node, std::string_view key, std::string_view unit, const Bounds& bounds);
  std::vector<Id> resolve_list(const Node& node, std::string_view key, Section section);
  void record(std::string_view key, KeyRecord::Kind kind, std::string_view unit = "",
              const Bounds& bounds = {});
  void record(std::string_view key, KeyRecord::Kind kind, std::span<const std::string_view> names);

  Binder& binder_;
  MapReader reader_;
};

[[nodiscard]] inline bool is_one_of(std::span<const std::string_view> names,
                                    std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The one of the alternatives in `units` that the unit written in `node` converts to, else the
/// first.
[[nodiscard]] std::string pick_unit(const Node& node, std::string_view units);

}  // namespace tumen
