#include "sim/document/units.hpp"
#include "sim/scenario/bind.hpp"
#include "sim/scenario/bind_parts.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {
namespace {

void bind_numbers(Fields& f, Corridor& c) {
  const std::string_view volume = volume_units[index_of(c.fuel)];
  const std::string_view price = price_units[index_of(c.fuel)];
  f.number("capacity", volume, bounds::amount, c.capacity);
  f.number("capex", "musd", bounds::amount, c.capex);
  f.number("life", "years", Bounds::between(1.0, 200.0), c.life);
  f.optional_number("losses", "share|index", Bounds::between(0.0, 0.99), c.losses);
  f.number("build_years", "years", Bounds::between(0.01, 100.0), c.build_years);
  f.neutral_number("overrun", plain, Bounds::between(0.0, 5.0), c.overrun);
  f.number("unit_cost", price, bounds::amount, c.unit_cost);
  f.optional_number("benchmark", price, bounds::amount, c.benchmark);
  f.number("intrusion", plain, bounds::factor, c.intrusion);
  f.number("exposure", plain, bounds::share, c.exposure);
  f.neutral_number("interruption", price, bounds::amount, c.interruption);
  f.neutral_number("interruption_rate", "1/y", bounds::rate, c.interruption_rate);
  f.neutral_number("strand", "share|index", bounds::share, c.strand);
  f.neutral_number("spread", plain, Bounds::between(0.0, 10.0), c.spread);
  f.optional_number("option_value", "musd/y", bounds::amount, c.option_value);
  f.optional_number("revenue", "musd/y", bounds::signed_amount, c.revenue);
  f.optional_number("readiness", "share|index", bounds::share, c.readiness);
}

// Ticks from the decision to the first delivery at the configured building time.
Id lead_ticks(Binder& b, const Corridor& c) {
  if (!c.build_years.exists()) {
    return 0;
  }
  const double years = b.shaping(c.build_years);
  const double ticks = std::round(years / b.scenario.model.dt);
  return static_cast<Id>(std::clamp(ticks, 0.0, static_cast<double>(series_lookahead)));
}

void bind_firm(Binder& b, const MapEntry& entry, const std::string& path, Firm& firm) {
  Fields f(b, entry.value, path);
  firm.key = b.key(path, entry.key_place);
  b.check_name(entry.key, entry.key_place, path.substr(0, path.rfind('.')));
  firm.country = f.reference("country", Section::countries);
  f.number("share", "share|index", bounds::share, firm.share);
  f.number("rent", "musd/y", bounds::signed_amount, firm.rent);
  f.number("cost", "musd/y", bounds::amount, firm.cost);
  f.number("exposure", "musd", bounds::amount, firm.exposure);
  f.number("temperature", "musd/y", bounds::positive, firm.temperature);
  f.optional_number("opens", "year", bounds::calendar, firm.opens);
  f.optional_number("risk", "musd/y", bounds::amount, firm.risk);
  f.optional_number("least_stance", plain, bounds::stance, firm.least_stance);
  f.accept("enabled");
  f.finish();
}

void bind_firms(Fields& f, Id corridor, Corridor& c) {
  Model& m = f.model();
  c.firms.first = static_cast<Id>(m.firms.size());
  const Node* const firms = f.optional("firms");
  if (firms == nullptr) {
    return;
  }
  if (!firms->is_map()) {
    f.refuse("firms", "found " + describe(*firms), "a map of firms");
  }
  double sum = 0.0;
  for (const MapEntry& entry : firms->entries()) {
    Firm firm;
    firm.corridor = corridor;
    bind_firm(f.binder(), entry, f.path("firms") + "." + entry.key, firm);
    sum += firm.share.exists() ? at(f.binder().scenario.values, firm.share.index) : 0.0;
    m.firms.push_back(firm);
    f.binder().scenario.names.firms.push_back(entry.key);
  }
  if (sum > 1.0 + 1e-9) {
    f.refuse("firms", "their shares of the flow sum to " + format_real(sum), "at most 1");
  }
  c.firms.count = static_cast<Id>(m.firms.size()) - c.firms.first;
}

std::vector<MapNode> read_nodes(Fields& f) {
  std::vector<MapNode> out;
  const Node* const list = f.optional("nodes");
  if (list == nullptr) {
    return out;
  }
  Problems& problems = f.binder().problems;
  if (!list->is_list()) {
    f.refuse("nodes", "found " + describe(*list), "[[LATITUDE, LONGITUDE, \"name\"], ..]");
  }
  for (const Node& item : list->items()) {
    const std::vector<Node>& parts = item.items();
    if (parts.size() != 2 && parts.size() != 3) {
      problems.add({item.place(), f.path("nodes"), "found " + describe(item),
                    "[LATITUDE, LONGITUDE, \"name\"]", ""});
      continue;
    }
    MapNode node;
    const std::string path = f.path("nodes");
    node.latitude = read_real(parts[0], path, Bounds::between(-90, 90), problems).value_or(0.0);
    node.longitude = read_real(parts[1], path, Bounds::between(-180, 360), problems).value_or(0.0);
    if (parts.size() == 3) {
      node.name = read_text(parts[2], path, problems).value_or("");
    }
    out.push_back(std::move(node));
  }
  return out;
}

void bind_way(Fields& f, Corridor& c) {
  c.countries = f.required_references("countries", Section::countries);
  if (c.countries.size() > 2) {
    c.hosts.assign(c.countries.begin() + 1, c.countries.end() - 1);
  }
  const Node* const countries = f.required("countries");
  if (countries != nullptr && countries->is_list() && countries->items().empty()) {
    f.refuse("countries", "an empty list", "the countries in order, supplier first, buyer last");
  }
}

void bind_corridor(Binder& b, const Entity& entity, Id row) {
  Corridor& c = at(b.model().corridors, row);
  b.scenario.corridor_nodes.emplace_back();
  Fields f(b, *entity.node, entity.path);
  c.key = b.key(entity.path, entity.node->place());
  b.scenario.names.corridor_titles.push_back(f.text_or("name", entity.name));
  c.fuel = f.choice<Fuel>("fuel", fuel_names);
  if (!is_one_of(fuel_names, child_text(f.node(), "fuel"))) {
    return;  // told; its units would be so many further problems
  }
  c.channel = f.choice_or<Channel>("channel", channel_names, Channel::transit);
  bind_way(f, c);
  c.field = f.optional_reference("field", Section::fields);
  c.stage = f.choice_or<CorridorStage>("stage", corridor_stage_names, CorridorStage::none);
  c.is_exempt = f.flag_or("is_exempt", false);
  bind_numbers(f, c);
  c.lead_ticks = lead_ticks(b, c);
  c.unlocks = f.optional_reference("unlocks", Section::corridors);
  c.rivals = f.references("rivals", Section::corridors);
  c.alternatives = f.references("alternatives", Section::corridors);
  c.substitutes = f.references("substitutes", Section::corridors);
  for (const auto& [key, ids] : {std::pair{"rivals", c.rivals},
                                 {"alternatives", c.alternatives},
                                 {"substitutes", c.substitutes},
                                 {"unlocks", {c.unlocks}}}) {
    if (std::find(ids.begin(), ids.end(), row) != ids.end()) {
      f.refuse(key, "the corridor itself", "another corridor");
    }
  }
  bind_firms(f, row, c);
  b.scenario.corridor_nodes.back() = read_nodes(f);
  f.finish();
}

// The field's capacity must be measured as the corridor's is.
void check_field(Binder& b, const Entity& entity, const Corridor& c) {
  if (c.field == no_id) {
    return;
  }
  const std::string& field = at(b.names(Section::fields), c.field);
  const Node* const unit = find_path(b.document(), {"fields", field, "capacity", "unit"});
  const std::string wanted(volume_units[index_of(c.fuel)]);
  if (unit == nullptr || convert_unit(0.0, unit->text(), wanted)) {
    return;
  }
  b.problems.add({entity.node->place(), entity.path + ".field", field + " holds another fuel",
                  "a field measured in " + wanted, ""});
}

// What can be said only when all corridors are read.
void check_together(Binder& b, const std::vector<Entity>& entities) {
  const Model& m = b.model();
  for (std::size_t i = 0; i < m.corridors.size(); ++i) {
    const Corridor& c = m.corridors[i];
    const Node& node = *entities[i].node;
    for (const auto& [key, ids] : {std::pair{"rivals", &c.rivals},
                                   {"alternatives", &c.alternatives},
                                   {"substitutes", &c.substitutes}}) {
      for (const Id other : *ids) {
        if (at(m.corridors, other).fuel != c.fuel) {
          b.problems.add({node.place(), entities[i].path + "." + key,
                          at(b.scenario.names.corridors, other) + " carries another fuel",
                          "routes for the same fuel", ""});
        }
      }
    }
    check_field(b, entities[i], c);
  }
}

}  // namespace

void bind_corridors(Binder& b) {
  const std::vector<Entity> entities = b.entities("corridors");
  for (const Entity& entity : entities) {
    b.scenario.names.corridors.push_back(entity.name);
  }
  b.model().corridors.resize(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    bind_corridor(b, entities[i], static_cast<Id>(i));
  }
  check_together(b, entities);
}

}  // namespace tumen
