#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"
#include "sim/document/scalar.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Reads a map key by key and refuses the keys nobody asked for. Never throws: what is missing or
/// wrong becomes a problem, and a default comes back so that the reading goes on.
/// Invariant: `asked_` holds every key asked for, which `finish` takes for the allowed ones. The
/// node and the problems must outlive the reader.
///
///     MapReader reader(node, problems, "countries.PRK");
///     country.name = reader.text("name");
///     country.is_member = reader.boolean_or("member", false);
///     reader.finish();
class MapReader {
 public:
  /// `context`: dotted path of the map, empty for the document. A node that is no map adds one
  /// problem, and all keys are then absent without a further one.
  MapReader(const Node& node, Problems& problems, std::string context);

  /// The value, or null with a problem if the key is missing. `null` and nothing count as missing.
  const Node* required(std::string_view key);
  /// The value, or null if the key is not there. A key without a value is a problem.
  const Node* optional(std::string_view key);
  /// Allows a key that is read elsewhere.
  void accept(std::string_view key);

  /// Required keys. The defaults are an empty text, 0 (or the nearest bound), false, no items.
  std::string text(std::string_view key);
  std::int64_t integer(std::string_view key, const IntegerBounds& bounds = {});
  /// A number without a unit: a date in years, nothing that a source or unit belongs to.
  double real(std::string_view key, const Bounds& bounds = {});
  bool boolean(std::string_view key);
  std::string choice(std::string_view key, std::span<const std::string> allowed);
  std::vector<std::string> text_list(std::string_view key);

  /// Optional keys.
  std::string text_or(std::string_view key, std::string fallback);
  std::int64_t integer_or(std::string_view key, const IntegerBounds& bounds, std::int64_t fallback);
  double real_or(std::string_view key, const Bounds& bounds, double fallback);
  bool boolean_or(std::string_view key, bool fallback);
  std::string choice_or(std::string_view key, std::span<const std::string> allowed,
                        std::string fallback);
  std::vector<std::string> text_list_or_empty(std::string_view key);

  /// Reports every key nobody asked for, with the keys that were and the nearest of them.
  void finish();

  /// Adds a problem at the value of `key`, or at the map if it is not there.
  void refuse(std::string_view key, std::string found, std::string allowed);

  [[nodiscard]] std::string path(std::string_view key) const;
  [[nodiscard]] const Place& place() const { return node_.place(); }
  [[nodiscard]] const Node& node() const { return node_; }
  [[nodiscard]] Problems& problems() { return problems_; }

 private:
  const MapEntry* ask(std::string_view key);

  const Node& node_;
  Problems& problems_;
  std::string context_;
  std::set<std::string, std::less<>> asked_;
};

/// `name` if it is among `known`; otherwise a problem that lists them, and an empty text.
[[nodiscard]] std::string read_name(const Node& node, std::string_view key,
                                    std::span<const std::string> known, Problems& problems);

/// The texts of a list; a problem for the node or for each item that is none.
[[nodiscard]] std::vector<std::string> read_text_list(const Node& node, std::string_view key,
                                                      Problems& problems);

/// Adds a problem for each map of the list whose text at `id_key` an earlier item has.
void check_unique_ids(const Node& list, std::string_view id_key, Problems& problems);

}  // namespace tumen
