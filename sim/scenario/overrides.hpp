#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace tumen {

/// The overrides of one load (`PATH=VALUE`). Each is applied at the stage where its path means
/// something: templates and defaults before they are copied, entities after that, and numbers that
/// stand nowhere in the document (`countries.KOR.gdp.scale`) once they are bound.
class Overrides {
 public:
  Overrides(const std::vector<std::string>& assignments, Problems& problems);

  /// Paths below `instruments` and `default` entries.
  void apply_to_templates(Node& root);
  /// All other paths that the expanded document has, or could have: a missing last key of a map is
  /// added, and judged by whoever binds that map.
  void apply_to_entities(Node& root);
  /// What is left, by the paths of bound numbers; what is left then is refused. Notes the numbers
  /// set in the scenario's `config_text`.
  void apply_to_numbers(Scenario& scenario);

 private:
  struct Assignment {
    std::string path = {};
    std::string value = {};
    std::string nearest = {};  ///< existing path its author may have meant
    bool is_done = false;
  };

  void apply(Assignment& assignment, Node& root);
  void set_number(Assignment& assignment, Scenario& scenario);
  void refuse(const Assignment& assignment, std::string found, std::string allowed,
              std::string nearest);

  std::vector<Assignment> assignments_;
  Problems& problems_;
};

}  // namespace tumen
