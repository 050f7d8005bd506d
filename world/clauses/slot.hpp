#pragma once
// How a clause declares its slots, so that the loader, `describe`, the schema and the contract
// tests read one table.
#include <string_view>

namespace tumen {

/// A country's part in a clause.
struct RoleSlot {
  std::string_view name;
  std::string_view meaning;
  bool optional = false;
};

/// A table entry a clause refers to: "debts", "corridors" or "regimes".
struct ThingSlot {
  std::string_view name;
  std::string_view table;
  std::string_view meaning;
  bool optional = false;
};

/// A number of a clause: configured, or a free term of the instrument.
struct AmountSlot {
  std::string_view name;
  std::string_view unit;
  double low, high;
  std::string_view meaning;
  bool optional = false;
};

}  // namespace tumen
