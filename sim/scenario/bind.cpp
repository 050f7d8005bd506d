#include "sim/scenario/bind.hpp"

#include "sim/scenario/fields.hpp"

namespace tumen {

void bind_head(Binder& b) {
  Fields f(b, b.document(), "");
  f.accept("schema");
  Scenario& s = b.scenario;
  s.name = f.text("name");
  s.title = f.text("title");
  s.story = f.text_or("story", "");
  s.model.start_year = f.real("start", bounds::calendar);
  s.model.ticks = static_cast<Id>(f.integer("ticks", {1, 4000}));
  const auto per_year = static_cast<double>(f.integer_or("ticks_per_year", {1, 52}, 4));
  s.model.dt = 1.0 / per_year;
  for (const char* const section : {"market", "rules", "countries"}) {
    static_cast<void>(f.required(section));
  }
  for (const char* const section :
       {"pairs", "fields", "corridors", "debts", "regimes", "instruments", "packages", "acts",
        "events", "sources", "levers", "claims"}) {
    f.accept(section);
  }
  f.accept("spare_packages");
  if (f.has("known_until")) {
    static_cast<void>(f.real("known_until", bounds::calendar));  // sim/scenario/known_until.hpp
  } else {
    f.accept("known_until");
  }
  if (const Node* const outcomes = f.optional("outcomes")) {
    s.outcomes = *outcomes;
  }
  f.finish();
}

void bind_scenario(Binder& b) {
  bind_head(b);
  bind_market(b);
  bind_rules(b);
  bind_countries(b);
  bind_pairs(b);
  bind_fields(b);
  bind_corridors(b);
  bind_debts(b);
  bind_regimes(b);
  bind_instruments(b);
  bind_packages(b);
  bind_acts(b);
  bind_events(b);
  bind_levers(b);
  bind_claims(b);
}

}  // namespace tumen
