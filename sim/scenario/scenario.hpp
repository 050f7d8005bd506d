#pragma once

/// A scenario: all that a run needs but its seed. Loaded from YAML (sim/document reads the text,
/// the files here bind it) into the compiled model of world/model.hpp, with a name for every row
/// and an origin for every number.

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"
#include "sim/document/provenance.hpp"
#include "world/model.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Most parties of one package, signatories and watchers together.
inline constexpr Id most_parties = 32;

/// What is known of one number besides its value.
struct NumberInfo {
  std::string path = {};  ///< `countries.PRK.discount_rate`; what --set and levers address
  std::string unit = {};  ///< the unit its value is in
  std::vector<std::string> sources = {};
  std::string assumption = {};
  double low = 0.0;  ///< range its author would accept, in `unit`
  double high = 0.0;
  bool has_range = false;
  bool shapes_model = false;  ///< also read when the scenario is compiled: one value for all runs
};

/// Names of the model's rows, by id.
struct Names {
  std::vector<std::string> countries, country_titles;
  std::vector<std::string> pairs;  ///< as declared: "RUS-PRK", whichever of the two is Pair::a
  std::vector<std::string> fields;
  std::vector<std::string> corridors, corridor_titles;
  std::vector<std::string> firms;  ///< "posco"; a firm of two corridors stands twice
  std::vector<std::string> debts;
  std::vector<std::string> regimes;
  std::vector<std::string> packages, package_titles;
  std::vector<std::string> acts;
  std::vector<std::string> instruments;             ///< all that the scenario knows, used or not
  std::vector<std::vector<std::string>> doctrines;  ///< by country
  std::vector<std::string> terms;                   ///< "gas_line.fee"
  std::vector<std::string> term_units;              ///< by term
  std::vector<std::string> clauses;                 ///< "gas_line.supply"
};

/// A named point on a corridor's way, for maps.
struct MapNode {
  double latitude = 0.0;   ///< degrees north
  double longitude = 0.0;  ///< degrees east
  std::string name = {};
};

/// A number that a reader of the scenario would try, and what it stands for.
struct SuggestedLever {
  std::string path, why;
};

/// What tends to happen in a scenario: the mean of an outcome over many runs lies between two
/// bounds; with `beside`, the mean difference to another scenario under the same luck.
struct Claim {
  std::string says;     ///< the sentence
  std::string outcome;  ///< as outcomes are named
  std::string beside;   ///< a scenario, or empty
  double least = 0, most = 0;
};

struct Scenario {
  std::string name = {};
  std::string title = {};
  std::string story = {};
  Model model = {};
  std::vector<double> values = {};       ///< by Number::index, in the units of `numbers`
  std::vector<NumberInfo> numbers = {};  ///< by Number::index
  /// By Series::first + tick, the value at the tick's start; `ticks + series_lookahead + 1` each.
  std::vector<double> series = {};
  Names names = {};
  std::vector<std::vector<MapNode>> corridor_nodes = {};  ///< by corridor
  std::vector<std::string> notes = {};  ///< what was left out because something is disabled
  std::vector<SuggestedLever> levers = {};
  std::vector<Claim> claims = {};
  Node outcomes = {};  ///< the document's `outcomes`, unread; null if absent
  /// The whole document after includes, defaults, templates and overrides, printed one way: equal
  /// scenarios have equal texts.
  std::string config_text = {};
};

struct ComposedDeal;  // sim/scenario/compose.hpp

/// Loads, overrides (`PATH=VALUE`, in order) and compiles a scenario. Includes are looked up beside
/// the file and in `roots`; sources in the `sources.yaml` of each root; `composed` are deals that
/// drivers put into its spare slots. Throws InputError with all problems found.
[[nodiscard]] Scenario load_scenario(const std::filesystem::path& file,
                                     const std::vector<std::filesystem::path>& roots,
                                     const std::vector<std::string>& overrides = {});
[[nodiscard]] Scenario load_scenario(const std::filesystem::path& file,
                                     const std::vector<std::filesystem::path>& roots,
                                     const std::vector<std::string>& overrides,
                                     const std::vector<ComposedDeal>& composed);

/// The same from a document whose includes are merged; sources may also stand in it, as `sources:
/// {KEY: {title, url or note}}`. Problems are added, and the scenario is of use
/// only if there was none; never throws.
[[nodiscard]] Scenario compile_scenario(const Node& document, const Provenance& provenance,
                                        const std::vector<std::string>& overrides,
                                        Problems& problems);

/// The number of this path; clauses also by position (`packages.gas_line.clauses.2.years`).
[[nodiscard]] std::optional<Number> find_number(const Scenario& scenario, std::string_view path);

/// Index of a name in a list of names, or no_id.
[[nodiscard]] Id find_name(const std::vector<std::string>& names, std::string_view name);

/// The file of a scenario given by path or by name: the path itself, then NAME.yaml under
/// `scenarios/` of each root, then in each root. Throws InputError with the nearest name.
[[nodiscard]] std::filesystem::path find_scenario(const std::string& name_or_path,
                                                  const std::vector<std::filesystem::path>& roots);

/// Files NAME.yaml under `scenarios/` of the roots, by name; the first root wins.
[[nodiscard]] std::vector<std::filesystem::path> list_scenarios(
    const std::vector<std::filesystem::path>& roots);

}  // namespace tumen
