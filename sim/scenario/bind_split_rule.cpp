#include "sim/scenario/bind_parts.hpp"
#include "sim/scenario/rule_names.hpp"

namespace tumen {

Id read_split_rule(Fields& f, bool in_package) {
  const MapEntry* const entry = f.node().find("split_rule");
  if (entry != nullptr && entry->value.is_scalar() && entry->value.text() == "nucleolus") {
    f.accept("split_rule");
    f.refuse("split_rule",
             "nucleolus, a sequence of linear programs whose steps depend on the state, so that "
             "runs cannot share its instructions",
             "a rule of tumen list rules; tumen power prints the nucleolus of a cluster");
    return 0;
  }
  // The first name of a package leaves it to the scenario: places count from -1, which is no_id.
  return in_package ? f.choice_or<Id>("split_rule", or_as_scenario(split_rule_names), 0) - 1
                    : static_cast<Id>(
                          f.choice_or<SplitRule>("split_rule", split_rule_names, SplitRule::nash));
}

}  // namespace tumen
