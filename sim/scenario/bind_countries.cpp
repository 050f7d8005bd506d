#include "sim/scenario/bind.hpp"
#include "sim/scenario/bind_parts.hpp"
#include "sim/scenario/fields.hpp"

#include <array>
#include <cmath>

namespace tumen {
namespace {

constexpr double weight_tolerance = 1e-6;

void bind_fuel(Binder& b, const Node& node, const std::string& path, Country& c) {
  Fields all(b, node, path);
  for (std::size_t f = 0; f < fuel_count; ++f) {
    const Node* const entry = all.optional(fuel_names[f]);
    if (entry == nullptr) {
      continue;
    }
    Fields in(b, *entry, all.path(fuel_names[f]));
    const std::string_view volume = volume_units[f];
    const std::string_view price = price_units[f];
    FuelAccount& a = c.fuel[f];
    in.optional_series("demand", volume, bounds::amount, a.demand);
    in.optional_series("own_supply", volume, bounds::amount, a.own_supply);
    in.optional_series("import_ceiling", volume, bounds::amount, a.import_ceiling);
    in.optional_number("value_factor", "share|index", bounds::factor, a.value_factor);
    in.optional_number("rest_concentration", "share|index", bounds::share, a.rest_concentration);
    in.optional_series("exports", volume, bounds::amount, a.exports);
    in.optional_number("rest_market_concentration", "share|index", bounds::share,
                       a.rest_market_concentration);
    in.optional_number("shadow_price", plain, bounds::factor, a.shadow_price);
    in.optional_number("price", price, bounds::amount, a.price);
    in.finish();
  }
  all.finish();
}

void bind_attention(Binder& b, const Node& node, const std::string& path, Country& c) {
  Fields all(b, node, path);
  for (std::size_t level = 0; level < attention_count; ++level) {
    const Node* const entry = all.required(attention_names[level]);
    if (entry == nullptr) {
      continue;
    }
    Fields in(b, *entry, all.path(attention_names[level]));
    in.number("menu", "musd/y", bounds::amount, c.attention[level].menu);
    in.number("slot", "musd/y", bounds::positive, c.attention[level].slot);
    in.finish();
  }
  all.finish();
}

void bind_weights(Binder& b, const Node& node, const std::string& path, Country& c) {
  Fields f(b, node, path);
  const std::size_t before = b.problems.size();
  double sum = 0.0;
  for (std::size_t i = 0; i < issue_count; ++i) {
    Number& weight = c.preferences.weight[i];
    f.number(issue_names[i], "share|index", bounds::share, weight);
    sum += weight.exists() ? at(b.scenario.values, weight.index) : 0.0;
  }
  f.finish();
  if (b.problems.size() == before && std::abs(sum - 1.0) > weight_tolerance) {
    f.refuse("", "the weights sum to " + format_real(sum), "weights that sum to 1");
  }
}

void bind_tilt(Binder& b, const Node& node, const std::string& path, Country& c) {
  Fields f(b, node, path);
  for (std::size_t i = 0; i < issue_count; ++i) {
    f.optional_number(issue_names[i], plain, Bounds::between(-10.0, 10.0), c.preferences.tilt[i]);
  }
  f.finish();
}

void bind_preferences(Binder& b, const Node& node, const std::string& path, Country& c) {
  Fields f(b, node, path);
  Preferences& p = c.preferences;
  f.optional_number("dependence", "musd/y", bounds::amount, p.dependence);
  f.optional_number("markets", "musd/y", bounds::amount, p.markets);
  f.optional_number("leverage", "musd/y", bounds::amount, p.leverage);
  f.optional_number("opening", "musd/y", bounds::amount, p.opening);
  f.optional_number("ties", "musd/y", bounds::amount, p.ties);
  f.optional_number("ties_cap", plain, bounds::share, p.ties_cap);
  f.optional_number("turn_east", plain, bounds::factor, p.turn_east);
  f.optional_number("influence", "musd/y", bounds::amount, p.influence);
  f.optional_number("diversification", "musd/y", bounds::amount, p.diversification);
  f.optional_number("pressure", "index|share|musd/y", bounds::amount, p.pressure);
  f.optional_number("backing_down", "musd/y", bounds::amount, p.backing_down);
  f.optional_number("programme", "musd/y", bounds::amount, p.programme);
  f.optional_number("threat", "musd/y", bounds::amount, p.threat);
  f.optional_number("aid_politics", "musd/y", bounds::amount, p.aid_politics);
  f.optional_number("pride", "musd/y", bounds::amount, p.pride);
  f.optional_number("growth_damage", "points|index|share", Bounds::between(0.0, 100.0),
                    p.growth_damage);
  f.finish();
}

void bind_strategy(Binder& b, const Node& node, const std::string& path, Country& c) {
  Fields f(b, node, path);
  Strategy& s = c.strategy;
  f.number("attention_rate", "1/y", bounds::rate, s.attention_rate);
  f.number("kappa", "index|share", bounds::share, s.kappa);
  f.number("concession", plain, Bounds::between(0.01, 20.0), s.concession);
  f.number("start", plain, bounds::share, s.start);
  f.number("deadline", "years", Bounds::between(0.1, 100.0), s.deadline);
  f.number("noise", plain, Bounds::between(0.0, 10.0), s.noise);
  f.number("temperature", plain, Bounds::between(1e-4, 10.0), s.temperature);
  f.number("margin", plain, Bounds::between(-2.0, 2.0), s.margin);
  f.optional_number("domestic_temperature", plain, Bounds::between(1e-4, 10.0),
                    s.domestic_temperature);
  f.optional_number("domestic_slack", plain, Bounds::between(0.0, 10.0), s.domestic_slack);
  f.number("ratification", "years", Bounds::between(0.0, 20.0), s.ratification);
  f.number("memorandum_cost", "musd/y", bounds::amount, s.memorandum_cost);
  f.number("option_spread", "musd/y", bounds::positive, s.option_spread);
  f.number("reciprocity", plain, Bounds::between(-2.0, 2.0), s.reciprocity);
  f.number("audience", "musd/y", bounds::amount, s.audience);
  f.finish();
}

void bind_programme(Fields& f, Country& c) {
  if (const Node* const node = f.optional("programme")) {
    Fields in(f.binder(), *node, f.path("programme"));
    in.number("level", "share|index", bounds::share, c.programme);
    in.number("growth", "1/y", bounds::rate, c.programme_growth);
    in.finish();
    c.has_programme = true;
  }
  if (const Node* const node = f.optional("harvest")) {
    Fields in(f.binder(), *node, f.path("harvest"));
    in.number("spread", "share|index", bounds::share, c.harvest_spread);
    in.optional_number("need", "musd/y", bounds::amount, c.harvest_need);
    in.finish();
  }
}

void bind_influence(Fields& f, Country& c) {
  c.influence_pair = f.references("influence_pair", Section::countries);
  if (f.has("influence_pair") && c.influence_pair.size() != 2) {
    f.refuse("influence_pair", std::to_string(c.influence_pair.size()) + " countries", "two");
  }
}

using Part = void (*)(Binder&, const Node&, const std::string&, Country&);

void bind_country(Binder& b, const Entity& entity, Country& c) {
  Fields f(b, *entity.node, entity.path);
  c.key = b.key(entity.path, entity.node->place());
  b.scenario.names.country_titles.push_back(f.text_or("name", entity.name));
  f.series("gdp", "usd_bn", bounds::positive, c.gdp);
  f.number("reference_gdp", "usd_bn", bounds::positive, c.reference_gdp);
  f.optional_number("oil_elasticity", plain, Bounds::between(-2.0, 2.0), c.oil_elasticity);
  f.number("discount_rate", "1/y", Bounds::between(0.001, 2.0), c.discount_rate);
  f.number("risk_aversion", "y/musd", Bounds::between(0.0, 1.0), c.risk_aversion);
  f.series("hard_currency", "musd/y", bounds::amount, c.hard_currency);
  c.hard_currency_binds = f.flag_or("hard_currency_binds", false);
  bind_programme(f, c);
  const std::array<std::pair<const char*, Part>, 3> needed = {
      {{"attention", bind_attention}, {"weights", bind_weights}, {"strategy", bind_strategy}}};
  for (const auto& [key, bind] : needed) {
    if (const Node* const node = f.required(key)) {
      bind(b, *node, f.path(key), c);
    }
  }
  const std::array<std::pair<const char*, Part>, 3> possible = {
      {{"fuel", bind_fuel}, {"tilt", bind_tilt}, {"preferences", bind_preferences}}};
  for (const auto& [key, bind] : possible) {
    if (const Node* const node = f.optional(key)) {
      bind(b, *node, f.path(key), c);
    }
  }
  bind_governments(f, c);
  bind_influence(f, c);
  f.finish();
}

}  // namespace

void bind_countries(Binder& b) {
  const std::vector<Entity> entities = b.entities("countries");
  Names& names = b.scenario.names;
  for (const Entity& entity : entities) {
    names.countries.push_back(entity.name);
  }
  names.doctrines.resize(entities.size());
  b.model().countries.resize(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    bind_country(b, entities[i], b.model().countries[i]);
  }
  b.model().pair_of.assign(entities.size() * entities.size(), no_id);
  const MapEntry* const section = b.document().find("countries");
  if (section != nullptr && section->value.is_map() && entities.empty()) {
    b.problems.add({section->value.place(), "countries", "no country", "at least one", ""});
  }
}

}  // namespace tumen
