// What a lever is, in words.
#include "sim/flips_common.hpp"
#include "sim/flips_levers.hpp"
#include "sim/scenario/tree.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tumen {
namespace {

/// "win_set_margin" and the like as words.
std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// The parts of a path from `first` on, as words: "deadline", "gas demand (factor)". What only
/// groups keys is left out.
std::string key_words(const std::vector<std::string>& parts, std::size_t first) {
  std::string text;
  for (std::size_t k = first; k < parts.size(); ++k) {
    const bool is_group = parts[k] == "strategy" || parts[k] == "preferences" || parts[k] == "fuel";
    if (parts[k] == "scale") {
      text += " (factor)";
    } else if (!is_group || k + 1 == parts.size()) {
      text += (text.empty() ? "" : " ") + spaced(parts[k]);
    }
  }
  return text == "gdp (factor)" ? "GDP (factor)" : text;
}

/// "the debt “dprk to russia”".
std::string named(std::string_view what, const std::string& name) {
  return fmt::format("the {} {}", what, in_marks(spaced(name)));
}

std::string pair_words(const Scenario& s, const std::string& name) {
  const std::size_t dash = name.find('-');
  const Id a = find_name(s.names.countries, name.substr(0, dash));
  const Id b =
      dash == std::string::npos ? no_id : find_name(s.names.countries, name.substr(dash + 1));
  return a == no_id || b == no_id
             ? name
             : fmt::format("{} and {}", country_name(s, a), country_name(s, b));
}

std::string country_words(const Scenario& s, const std::string& name);

/// "leverage of the United States over Russia": `forward` as the pair is declared.
std::string leverage_words(const Scenario& s, const std::string& pair, bool forward) {
  const std::string first = country_words(s, pair.substr(0, pair.find('-')));
  const std::string second = country_words(s, pair.substr(pair.find('-') + 1));
  return fmt::format("leverage of {} over {}", forward ? first : second, forward ? second : first);
}

std::string country_words(const Scenario& s, const std::string& name) {
  const Id country = find_name(s.names.countries, name);
  return country == no_id ? name : country_name(s, country);
}

std::string corridor_words(const Scenario& s, const std::string& name) {
  const Id corridor = find_name(s.names.corridors, name);
  return corridor == no_id ? name : in_marks(corridor_name(s, corridor));
}

std::string package_words(const Scenario& s, const std::string& name) {
  const Id package = find_name(s.names.packages, name);
  return package == no_id ? name : in_marks(package_name(s, package));
}

/// "packages.gas_line.terms.fee.lower", "packages.gas_line.clauses.supply.volume".
std::string package_number(const Scenario& s, const std::vector<std::string>& parts) {
  const std::string of = package_words(s, parts[1]);
  if (parts.size() > 4) {
    return fmt::format("{} of {} in {}", key_words(parts, 4), spaced(parts[3]), of);
  }
  return fmt::format("{} of {}", key_words(parts, 2), of);
}

/// "stance of engagement in the ROK toward the DPRK".
std::string doctrine_number(const Scenario& s, const std::vector<std::string>& parts) {
  const std::string who = country_words(s, parts[1]);
  if (parts.size() == 6 && parts[4] == "stance") {
    return fmt::format("stance of {} ({}) toward {}", who, spaced(parts[3]),
                       country_words(s, parts[5]));
  }
  return fmt::format("{} of {} ({})", key_words(parts, 4), who, spaced(parts[3]));
}

std::string number_words(const Scenario& s, const std::vector<std::string>& parts) {
  const std::string& table = parts[0];
  if (table == "packages") {
    return package_number(s, parts);
  }
  if (table == "countries" && parts.size() > 4 && parts[2] == "doctrines") {
    return doctrine_number(s, parts);
  }
  const std::string key = key_words(parts, 2);
  if (table == "countries") {
    return fmt::format("{} of {}", key, country_words(s, parts[1]));
  }
  if (table == "pairs" && parts[2].starts_with("leverage_")) {
    return leverage_words(s, parts[1], parts[2].ends_with("ab"));
  }
  if (table == "pairs") {
    return fmt::format("{} of {}", key, pair_words(s, parts[1]));
  }
  if (table == "corridors") {
    return fmt::format("{} of {}", key, corridor_words(s, parts[1]));
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> others = {
      {{"debts", "debt"}, {"regimes", "regime"}, {"fields", "field"}, {"acts", "act"}}};
  for (const auto& [plural, singular] : others) {
    if (table == plural) {
      return fmt::format("{} of {}", key, named(singular, parts[1]));
    }
  }
  return fmt::format("{} of {}", key, spaced(parts[1]));
}

std::string state_words(const Scenario& s, const FlipLever& lever) {
  const StateLever& state = state_levers()[lever.state];
  const std::string name = spaced(std::string(state.name));
  const Id id = lever.entity;
  if (state.table == "pair") {
    return fmt::format("{} between {}", name, pair_words(s, at(s.names.pairs, id)));
  }
  if (state.table == "country") {
    return fmt::format("{} of {}", name == "fear" ? "firms' fear" : name, country_name(s, id));
  }
  if (state.table == "corridor") {
    return fmt::format("{} of {}", name, in_marks(corridor_name(s, id)));
  }
  if (state.table == "term") {
    const std::string& term = at(s.names.terms, id);
    return spaced(term.substr(term.rfind('.') + 1)) + " on the table";
  }
  if (state.table == "package") {
    return name == "clock"  ? "time in this stage"
           : name == "rest" ? "rest before new talks"
                            : "life of the memorandum";
  }
  if (state.table == "party") {
    return "misjudgement of " + country_name(s, at(s.model.parties, id).country);
  }
  if (state.table == "market") {
    return state.name == "lng_expected" ? "expected price of LNG" : "expected price of Brent";
  }
  const bool is_debt = state.table == "debt";
  return fmt::format("{} of {}", name, spaced(at(is_debt ? s.names.debts : s.names.regimes, id)));
}

}  // namespace

std::string lever_words(const Scenario& s, const FlipLever& lever) {
  if (lever.is_state()) {
    return state_words(s, lever);
  }
  if (!lever.together.empty()) {
    return common_lever_words(lever.path);
  }
  const std::vector<std::string> parts = split_path(lever.path);
  if (parts[0] == "rules" || parts[0] == "market" || parts.size() < 3) {
    return fmt::format("{} ({})", key_words(parts, 1), parts[0]);
  }
  return number_words(s, parts);
}

}  // namespace tumen
