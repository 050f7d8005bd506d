#include "sim/scenario/bind.hpp"
#include "sim/scenario/bind_parts.hpp"

#include <algorithm>

namespace tumen {
namespace {

void bind_debt(Binder& b, const Entity& entity, Debt& d) {
  Fields f(b, *entity.node, entity.path);
  d.key = b.key(entity.path, entity.node->place());
  static_cast<void>(f.text_or("name", ""));
  d.creditor = f.reference("creditor", Section::countries);
  d.debtor = f.reference("debtor", Section::countries);
  if (d.creditor != no_id && d.creditor == d.debtor) {
    f.refuse("debtor", "the creditor itself", "another country");
  }
  f.number("face", "musd", bounds::amount, d.face);
  f.number("valuation", "share|index", bounds::factor, d.valuation);
  f.number("rate", "1/y", Bounds::between(0.0, 2.0), d.rate);
  f.number("hope", "share|index", bounds::share, d.hope);
  f.number("hope_decay", "years", Bounds::between(0.01, 1000.0), d.hope_decay);
  f.number("acknowledged", "year", bounds::calendar, d.acknowledged);
  f.number("honour", "share|index", bounds::share, d.honour);
  const bool is_implied = d.honour.exists() && !f.has("recycled_honour");
  f.neutral_number("recycled_honour", "share|index", bounds::share, d.recycled_honour,
                   is_implied ? b.shaping(d.honour) : 0.0);
  f.optional_number("bearable", "share", bounds::share, d.bearable);
  f.optional_number("stigma", "musd", bounds::amount, d.stigma);
  f.optional_number("access", "musd/y", bounds::amount, d.access);
  f.optional_number("project_rent", "musd/y", bounds::amount, d.project_rent);
  f.optional_series("service", "musd/y", bounds::amount, d.service);
  f.optional_number("cure", "1/y", bounds::rate, d.cure);
  f.optional_number("due", "years", bounds::years, d.due);
  f.finish();
}

void bind_intensity(Fields& regime, Regime& r) {
  const Node* const node = regime.required("intensity");
  if (node == nullptr) {
    return;
  }
  Fields f(regime.binder(), *node, regime.path("intensity"));
  for (std::size_t c = 0; c < channel_count; ++c) {
    f.optional_number(channel_names[c], "share|index", bounds::share, r.intensity[c]);
  }
  f.finish();
}

void bind_regime(Binder& b, const Entity& entity, Regime& r) {
  Fields f(b, *entity.node, entity.path);
  r.key = b.key(entity.path, entity.node->place());
  static_cast<void>(f.text_or("name", ""));
  r.senders = f.required_references("senders", Section::countries);
  r.target = f.reference("target", Section::countries);
  if (std::find(r.senders.begin(), r.senders.end(), r.target) != r.senders.end()) {
    f.refuse("senders", "the target among the senders", "other countries");
  }
  bind_intensity(f, r);
  f.series("level", "share|index", bounds::share, r.level);
  f.number("enforcement", "share|index", bounds::share, r.enforcement);
  f.number("secondary", "share|index", bounds::share, r.secondary);
  f.number("enforcement_rate", "1/y|share", bounds::share, r.enforcement_rate);
  r.is_multilateral = f.flag_or("is_multilateral", false);
  f.accept("enabled");
  f.finish();
}

}  // namespace

void bind_fields(Binder& b) {
  for (const Entity& entity : b.entities("fields")) {
    b.scenario.names.fields.push_back(entity.name);
    Field field;
    Fields f(b, *entity.node, entity.path);
    field.key = b.key(entity.path, entity.node->place());
    f.series("capacity", "bcm/y|Mt/y|TWh/y|kTEU/y", bounds::amount, field.capacity);
    f.optional_number("scarcity", "usd/mmbtu|usd/bbl|usd/MWh|usd/TEU", bounds::amount,
                      field.scarcity);
    f.finish();
    b.model().fields.push_back(field);
  }
}

void bind_debts(Binder& b) {
  for (const Entity& entity : b.entities("debts")) {
    b.scenario.names.debts.push_back(entity.name);
    bind_debt(b, entity, b.model().debts.emplace_back());
  }
}

void bind_regimes(Binder& b) {
  for (const Entity& entity : b.entities("regimes")) {
    b.scenario.names.regimes.push_back(entity.name);
    bind_regime(b, entity, b.model().regimes.emplace_back());
  }
}

}  // namespace tumen
