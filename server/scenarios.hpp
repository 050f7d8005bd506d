#pragma once
// Scenarios kept compiled, so that a question costs runs alone.
#include "sim/document/problem.hpp"
#include "sim/document/provenance.hpp"
#include "sim/scenario/scenario.hpp"

#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace tumen::server {

struct ScenarioName {
  std::string name, title;
};

/// Compiles each scenario once, and keeps some that had to be compiled again. May be asked from
/// several threads. Invariant: a name is one of the list, so that nothing asked over the network
/// becomes a path.
class Scenarios {
 public:
  /// Lists the scenarios of the roots and reads their sources; compiles nothing.
  explicit Scenarios(std::vector<std::filesystem::path> roots);

  [[nodiscard]] const std::vector<ScenarioName>& list() const { return list_; }
  [[nodiscard]] const Provenance& sources() const { return sources_; }

  /// The scenario of a name. Throws InputError with the nearest.
  [[nodiscard]] std::shared_ptr<const Scenario> get(const std::string& name);

  /// The scenario with some numbers changed (`PATH=VALUE`), the same as if it had been loaded with
  /// --set. A number that runs alone read, set within its author's range, is changed in a copy;
  /// everything else compiles the scenario again. Throws InputError with all problems; paths are
  /// those of numbers, and `enabled` of entries.
  [[nodiscard]] std::shared_ptr<const Scenario> with(const std::string& name,
                                                     const std::vector<std::string>& settings);

 private:
  using Kept = std::pair<std::string, std::shared_ptr<const Scenario>>;

  [[nodiscard]] std::shared_ptr<const Scenario> compiled(const Scenario& base,
                                                         const std::vector<std::string>& settings);

  std::vector<std::filesystem::path> roots_;
  std::vector<ScenarioName> list_;
  Provenance sources_;
  std::mutex guard_;  // of what follows
  std::map<std::string, std::shared_ptr<const Scenario>> warm_;
  std::list<Kept> recompiled_;  ///< newest first, few
};

}  // namespace tumen::server
