#include "sim/state_variables.hpp"

#include <algorithm>
#include <array>

namespace tumen {
namespace {

constexpr std::array variables = {
    StateVariable{"market", "brent", "usd/bbl", "price of Brent",
                  [](const World<double>& w, Id) { return w.market.brent; }},
    StateVariable{"market", "lng", "usd/mmbtu", "price of LNG in Northeast Asia",
                  [](const World<double>& w, Id) { return w.market.lng; }},
    StateVariable{"market", "lng_expected", "usd/mmbtu", "price of LNG that deals are valued at",
                  [](const World<double>& w, Id) { return w.market.expected; }},
    StateVariable{"market", "precedents", "count", "write-offs of comparable claims so far",
                  [](const World<double>& w, Id) { return w.market.precedents; }},
#define TUMEN_STATE(table, rows, name, unit, meaning, expression)                 \
  StateVariable{#table, #name, unit, meaning, [](const World<double>& w, Id id) { \
                  const auto& e = at(w.rows, id);                                 \
                  return static_cast<double>(expression);                         \
                }},
#include "sim/state_variables.inc"
#undef TUMEN_STATE
    StateVariable{"term", "value", "", "value of a free term",
                  [](const World<double>& w, Id id) { return at(w.terms, id); }},
};

/// "gas_line.KOR": a party is named by its package and country.
std::vector<std::string> party_names(const Scenario& s) {
  std::vector<std::string> names;
  for (const Party& party : s.model.parties) {
    names.push_back(at(s.names.packages, party.package) + "." +
                    at(s.names.countries, party.country));
  }
  return names;
}

/// "khasan_rajin.posco": a firm of two corridors stands twice.
std::vector<std::string> firm_names(const Scenario& s) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < s.model.firms.size(); ++k) {
    names.push_back(at(s.names.corridors, s.model.firms[k].corridor) + "." + s.names.firms[k]);
  }
  return names;
}

}  // namespace

std::span<const StateVariable> state_variables() {
  return variables;
}

std::vector<std::string_view> state_tables() {
  std::vector<std::string_view> tables;
  for (const StateVariable& v : variables) {
    if (std::find(tables.begin(), tables.end(), v.table) == tables.end()) {
      tables.push_back(v.table);
    }
  }
  return tables;
}

std::vector<std::string> entities_of(const Scenario& s, std::string_view table) {
  const std::array<std::pair<std::string_view, const std::vector<std::string>*>, 7> named = {
      {{"country", &s.names.countries},
       {"pair", &s.names.pairs},
       {"corridor", &s.names.corridors},
       {"debt", &s.names.debts},
       {"regime", &s.names.regimes},
       {"package", &s.names.packages},
       {"term", &s.names.terms}}};
  for (const auto& [name, list] : named) {
    if (name == table) {
      return *list;
    }
  }
  if (table == "party") {
    return party_names(s);
  }
  return table == "firm" ? firm_names(s) : std::vector<std::string>{"world"};
}

std::string unit_of(const Scenario& s, const StateVariable& variable, Id entity) {
  if (variable.table == "term") {
    return at(s.names.term_units, entity);
  }
  return std::string(variable.unit);
}

}  // namespace tumen
