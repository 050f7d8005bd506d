#include "server/scenario_page.hpp"

#include "server/series.hpp"
#include "sim/flips_levers.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <set>

namespace tumen::server {
namespace {

constexpr std::size_t most_first_levers = 10;

constexpr std::array featured = {
#define TUMEN_FEATURED(path) std::string_view{path},
#include "server/featured.inc"
#undef TUMEN_FEATURED
};

Json named(const std::vector<std::string>& names) {
  JsonArray all;
  for (const std::string& name : names) {
    all.emplace_back(name);
  }
  return all;
}

std::vector<std::string> codes(const Scenario& s, const std::vector<Id>& countries) {
  std::vector<std::string> all;
  for (const Id country : countries) {
    all.push_back(at(s.names.countries, country));
  }
  return all;
}

/// Titles and addresses of the works that a number refers to.
JsonArray sources_json(const NumberInfo& info, const Provenance& sources) {
  JsonArray all;
  for (const std::string& key : info.sources) {
    const Source* source = sources.find(key);
    all.push_back({{"key", key},
                   {"title", source == nullptr ? "" : source->title},
                   {"year", source == nullptr ? "" : source->year},
                   {"url", source == nullptr ? "" : source->url}});
  }
  return all;
}

JsonObject lever_json(const Scenario& s, std::size_t place, const Provenance& sources) {
  const NumberInfo& info = s.numbers[place];
  FlipLever lever;
  lever.path = info.path;
  lever.number = find_number(s, info.path).value_or(Number{});
  return {{"path", info.path},
          {"words", lever_words(s, lever)},
          {"unit", info.unit},
          {"value", json_number(s.values[place])},
          {"low", info.has_range ? json_number(info.low) : Json(nullptr)},
          {"high", info.has_range ? json_number(info.high) : Json(nullptr)},
          {"sources", sources_json(info, sources)},
          {"assumption", info.assumption},
          {"is_slow", info.shapes_model}};
}

JsonArray first_levers_json(const Scenario& s, const Provenance& sources) {
  JsonArray all;
  for (const SuggestedLever& lever : first_levers(s)) {
    const auto place = static_cast<std::size_t>(find_number(s, lever.path)->index);
    JsonObject json = lever_json(s, place, sources);
    json["why"] = lever.why;
    all.push_back(std::move(json));
  }
  return all;
}

JsonArray countries_json(const Scenario& s) {
  JsonArray all;
  for (std::size_t k = 0; k < s.names.countries.size(); ++k) {
    all.push_back({{"code", s.names.countries[k]}, {"title", s.names.country_titles[k]}});
  }
  return all;
}

/// Corridors with their ways as [latitude, longitude, name].
JsonArray corridors_json(const Scenario& s) {
  JsonArray all;
  for (Id k = 0; k < static_cast<Id>(s.names.corridors.size()); ++k) {
    JsonArray nodes;
    for (const MapNode& node : at(s.corridor_nodes, k)) {
      nodes.push_back(
          JsonArray{json_number(node.latitude), json_number(node.longitude), node.name});
    }
    std::vector<std::string> packages;
    for (std::size_t p = 0; p < s.model.packages.size(); ++p) {
      const std::vector<Id>& its = s.model.packages[p].corridors;
      if (std::find(its.begin(), its.end(), k) != its.end()) {
        packages.push_back(s.names.packages[p]);
      }
    }
    all.push_back({{"name", at(s.names.corridors, k)},
                   {"title", corridor_name(s, k)},
                   {"nodes", std::move(nodes)},
                   {"packages", named(packages)}});
  }
  return all;
}

JsonArray packages_json(const Scenario& s) {
  JsonArray all;
  for (Id k = 0; k < static_cast<Id>(s.names.packages.size()); ++k) {
    if (!at(s.model.packages, k).is_spare) {
      all.push_back({{"name", at(s.names.packages, k)},
                     {"title", package_name(s, k)},
                     {"signatories", named(codes(s, signatories_of(s, k)))}});
    }
  }
  return all;
}

JsonArray debts_json(const Scenario& s) {
  JsonArray all;
  for (std::size_t k = 0; k < s.names.debts.size(); ++k) {
    all.push_back({{"name", s.names.debts[k]},
                   {"creditor", at(s.names.countries, s.model.debts[k].creditor)},
                   {"debtor", at(s.names.countries, s.model.debts[k].debtor)}});
  }
  return all;
}

JsonArray series_json(const std::vector<Outcome>& outcomes) {
  JsonArray all;
  for (const Outcome& outcome : outcomes) {
    all.push_back({{"name", outcome.name},
                   {"unit", std::string(unit_of(outcome))},
                   {"is_chance", is_chance(outcome)}});
  }
  return all;
}

}  // namespace

std::vector<SuggestedLever> first_levers(const Scenario& s) {
  std::vector<SuggestedLever> first;
  for (const std::string_view path : featured) {
    first.push_back({std::string(path), ""});
  }
  first.insert(first.end(), s.levers.begin(), s.levers.end());
  std::set<std::string> seen;
  std::erase_if(first, [&](const SuggestedLever& lever) {
    return !find_number(s, lever.path) || !seen.insert(lever.path).second;
  });
  first.resize(std::min(first.size(), most_first_levers));
  return first;
}

Json scenario_list_json(const Scenarios& scenarios, std::uint32_t runs) {
  JsonArray all;
  for (const ScenarioName& entry : scenarios.list()) {
    all.push_back({{"name", entry.name}, {"title", entry.title}});
  }
  return JsonObject{{"runs", runs}, {"scenarios", std::move(all)}};
}

Json scenario_json(const Scenario& s, const Provenance& sources) {
  return JsonObject{{"name", s.name},
                    {"title", s.title},
                    {"story", s.story},
                    {"start", json_number(s.model.start_year)},
                    {"dt", json_number(s.model.dt)},
                    {"ticks", s.model.ticks},
                    {"countries", countries_json(s)},
                    {"corridors", corridors_json(s)},
                    {"packages", packages_json(s)},
                    {"debts", debts_json(s)},
                    {"levers", first_levers_json(s, sources)},
                    {"lever_count", s.numbers.size()},
                    {"series", series_json(page_series(s))},
                    {"outcomes", series_json(page_outcomes(s))},
                    {"headlines", named(headline_outcomes(s))}};
}

Json levers_json(const Scenario& s, const Provenance& sources) {
  JsonArray all;
  for (std::size_t k = 0; k < s.numbers.size(); ++k) {
    all.push_back(lever_json(s, k, sources));
  }
  return JsonObject{{"levers", std::move(all)}};
}

}  // namespace tumen::server
