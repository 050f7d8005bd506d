#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"
#include "sim/document/provenance.hpp"
#include "sim/document/quantity.hpp"
#include "sim/document/time_series.hpp"
#include "sim/scenario/key_record.hpp"
#include "sim/scenario/scenario.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// The maps of entities that other entries refer to by name.
enum class Section : std::uint8_t { countries, pairs, fields, corridors, debts, regimes, packages };
inline constexpr std::array<std::string_view, 7> section_names = {
    "countries", "pairs", "fields", "corridors", "debts", "regimes", "packages"};

/// One entry of a map of entities.
struct Entity {
  std::string name = {};
  std::string path = {};  ///< "countries.PRK"
  const Node* node = nullptr;
};

/// What all sections share while a document is bound to a scenario: the numbers read so far, the
/// names references may use, the problems found.
/// Invariant: `scenario.values` and `scenario.numbers` have the same length.
class Binder {
 public:
  Binder(const Node& document, Scenario& out, Problems& found, const Provenance& sources);

  Scenario& scenario;
  Problems& problems;
  const Provenance& provenance;
  KeyRecorder* recorder = nullptr;  ///< told of every key that is asked for, where present

  [[nodiscard]] Model& model() { return scenario.model; }
  [[nodiscard]] const Node& document() const { return document_; }

  /// Gives a number its index.
  Number add_number(std::string path, double value, const Backing& backing);
  /// A number that no file gives: its value follows from what is not declared.
  Number add_implied(std::string path, std::string unit, double value, NumberInfo info);
  /// Value of a number that the model's structure follows from; notes that it does.
  double shaping(Number number);
  /// Samples a series at the start of every tick and gives it its scale.
  Series add_series(const std::string& path, const TimeSeries& series);

  /// Refuses a name that could not stand in a path. `also`: further characters it may have.
  void check_name(std::string_view name, const Place& place, const std::string& path,
                  std::string_view also = "");
  /// The entries of a section in the order written; names that cannot stand in a path are refused.
  [[nodiscard]] std::vector<Entity> entities(std::string_view section);
  [[nodiscard]] const std::vector<std::string>& names(Section section) const;
  /// The entry of that name, or no_id. Pairs are found in both orders.
  [[nodiscard]] Id find(Section section, std::string_view name) const;
  /// The entry a text node names; no_id with a problem if there is none.
  [[nodiscard]] Id resolve(const Node& node, std::string_view path, Section section);

  /// Random key of an entity by its path, as `entity_key("countries/PRK")`; a problem if another
  /// has the same one.
  std::uint32_t key(std::string name, const Place& place);

  /// The tick that contains a date: 0 for the first `dt` years from the start, negative before.
  [[nodiscard]] Id tick_of(double date) const;

 private:
  const Node& document_;
  std::array<std::vector<std::string>, section_names.size()> names_;
  std::map<std::uint32_t, std::string> keys_;
};

}  // namespace tumen
