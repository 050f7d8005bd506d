#include "server/rooms/draft.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/scalar.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

constexpr std::size_t most_entries = 32;  // roles, things or terms of one draft
constexpr std::size_t most_name = 64;     // bytes of a name

std::string unknown(const std::string& what, const std::string& name,
                    const std::vector<std::string>& known) {
  const std::string near = nearest_name(name, known);
  return fmt::format("{}: {}; allowed: {}{}", what, in_quotes(name), join_names(known),
                     near.empty() ? "" : "; did you mean " + in_quotes(near) + "?");
}

template <class Infos>
std::vector<std::string> names_in(const Infos& infos) {
  std::vector<std::string> names;
  for (const auto& info : infos) {
    names.push_back(info.name);
  }
  return names;
}

/// What is missing of `wanted` and what is too much in the keys of `given`.
template <class Map>
void check_keys(const char* what, const std::vector<std::string>& wanted, const Map& given,
                std::vector<std::string>& errors) {
  for (const std::string& name : wanted) {
    if (!given.contains(name)) {
      errors.push_back(fmt::format("{}.{}: missing", what, name));
    }
  }
  for (const auto& entry : given) {
    if (std::find(wanted.begin(), wanted.end(), entry.first) == wanted.end()) {
      errors.push_back(unknown(what, entry.first, wanted));
    }
  }
}

void check_roles(const Draft& d, const Scenario& s, std::vector<std::string>& errors) {
  std::set<std::string> seated;
  for (const auto& [role, country] : d.roles) {
    if (find_name(s.names.countries, country) == no_id) {
      errors.push_back(unknown("roles." + role, country, s.names.countries));
    } else if (!seated.insert(country).second) {
      errors.push_back(fmt::format("roles.{}: {} plays another part already", role, country));
    }
  }
}

void check_things(const Draft& d, const Scenario& s, const InstrumentInfo& instrument,
                  std::vector<std::string>& errors) {
  for (const ThingInfo& thing : instrument.things) {
    const auto given = d.things.find(thing.name);
    const std::vector<std::string> names = section_names(s, thing.section);
    if (given != d.things.end() && find_name(names, given->second) == no_id) {
      errors.push_back(unknown("things." + thing.name, given->second, names));
    }
  }
}

void check_terms(const Draft& d, const InstrumentInfo& instrument,
                 std::vector<std::string>& errors) {
  for (const TermInfo& term : instrument.terms) {
    const auto given = d.terms.find(term.name);
    if (given != d.terms.end() && !(std::isfinite(given->second) && given->second >= term.lower &&
                                    given->second <= term.upper)) {
      errors.push_back(fmt::format("terms.{}: {}; allowed: from {} to {} {}", term.name,
                                   format_real(given->second), format_real(term.lower),
                                   format_real(term.upper), term.unit));
    }
  }
}

std::map<std::string, std::string> read_names(const Json* value, const std::string& at,
                                              std::vector<std::string>& errors) {
  std::map<std::string, std::string> out;
  if (value == nullptr) {
    return out;
  }
  if (!value->is_object() || value->get_object().size() > most_entries) {
    errors.push_back(at + ": allowed is an object of at most 32 names");
    return out;
  }
  for (const auto& member : value->get_object()) {
    if (!member.value().is_string() || member.value().get_string().size() > most_name) {
      errors.push_back(fmt::format("{}.{}: allowed is a name", at, printable(member.key())));
    } else {
      out[std::string(member.key())] = member.value().get_string().c_str();
    }
  }
  return out;
}

std::map<std::string, double> read_values(const Json* value, const std::string& at,
                                          std::vector<std::string>& errors) {
  std::map<std::string, double> out;
  if (value == nullptr) {
    return out;
  }
  if (!value->is_object() || value->get_object().size() > most_entries) {
    errors.push_back(at + ": allowed is an object of at most 32 numbers");
    return out;
  }
  for (const auto& member : value->get_object()) {
    if (!member.value().is_number()) {
      errors.push_back(fmt::format("{}.{}: allowed is a number", at, printable(member.key())));
    } else {
      out[std::string(member.key())] = tidy(member.value().to_number<double>());
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> section_names(const Scenario& s, std::string_view section) {
  if (section == "corridors") {
    return s.names.corridors;
  }
  if (section == "debts") {
    return s.names.debts;
  }
  if (section == "regimes") {
    return s.names.regimes;
  }
  return section == "fields" ? s.names.fields : std::vector<std::string>{};
}

double tidy(double value) {
  const std::string text = fmt::format("{:.6g}", value);
  double out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

const InstrumentInfo* find_instrument(const std::vector<InstrumentInfo>& known,
                                      std::string_view name) {
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const InstrumentInfo& i) { return i.name == name; });
  return found == known.end() ? nullptr : &*found;
}

std::vector<std::string> mistakes_of(const Draft& draft, const Scenario& scenario,
                                     const std::vector<InstrumentInfo>& known) {
  std::vector<std::string> errors;
  const InstrumentInfo* const instrument = find_instrument(known, draft.instrument);
  if (instrument == nullptr) {
    return {unknown("instrument", draft.instrument, names_in(known))};
  }
  check_keys("roles", names_in(instrument->roles), draft.roles, errors);
  check_keys("things", names_in(instrument->things), draft.things, errors);
  check_keys("terms", names_in(instrument->terms), draft.terms, errors);
  check_roles(draft, scenario, errors);
  check_things(draft, scenario, *instrument, errors);
  check_terms(draft, *instrument, errors);
  return errors;
}

std::string package_text(const Draft& draft, const InstrumentInfo& instrument) {
  const auto joined = [](const std::map<std::string, std::string>& map) {
    std::string text;
    for (const auto& [key, value] : map) {
      text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", key, value);
    }
    return text;
  };
  std::string terms;
  for (const TermInfo& term : instrument.terms) {
    const std::string value = format_real(draft.terms.at(term.name));
    terms +=
        fmt::format("{}{}: {{lower: {}, upper: {}, start: {}{}}}", terms.empty() ? "" : ", ",
                    term.name, value, value, value, term.has_grid ? ", grid: [" + value + "]" : "");
  }
  return fmt::format(
      "{{instrument: {}, needs_memorandum: false, roles: {{{}}}, things: {{{}}}, terms: {{{}}}}}",
      draft.instrument, joined(draft.roles), joined(draft.things), terms);
}

Json draft_json(const Draft& draft) {
  JsonObject roles;
  JsonObject things;
  JsonObject terms;
  for (const auto& [key, value] : draft.roles) {
    roles[key] = value;
  }
  for (const auto& [key, value] : draft.things) {
    things[key] = value;
  }
  for (const auto& [key, value] : draft.terms) {
    terms[key] = value;
  }
  return JsonObject{{"instrument", draft.instrument},
                    {"roles", std::move(roles)},
                    {"things", std::move(things)},
                    {"terms", std::move(terms)}};
}

Draft draft_from(const Json& value, const std::string& at, std::vector<std::string>& errors) {
  Draft draft;
  if (!value.is_object()) {
    errors.push_back(at + ": allowed is an object {instrument, roles, things, terms}");
    return draft;
  }
  const JsonObject& object = value.get_object();
  const std::vector<std::string> known = {"instrument", "roles", "things", "terms"};
  for (const auto& member : object) {
    if (std::find(known.begin(), known.end(), member.key()) == known.end()) {
      errors.push_back(unknown(at, std::string(member.key()), known));
    }
  }
  const Json* const name = object.if_contains("instrument");
  if (name == nullptr || !name->is_string()) {
    errors.push_back(at + ".instrument: missing; allowed: a name");
  } else {
    draft.instrument = name->get_string().c_str();
  }
  draft.roles = read_names(object.if_contains("roles"), at + ".roles", errors);
  draft.things = read_names(object.if_contains("things"), at + ".things", errors);
  draft.terms = read_values(object.if_contains("terms"), at + ".terms", errors);
  return draft;
}

}  // namespace tumen::server::rooms
