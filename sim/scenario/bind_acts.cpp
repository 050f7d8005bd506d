#include "sim/scenario/bind.hpp"
#include "sim/scenario/fields.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>

namespace tumen {
namespace {

void bind_test(Fields& f, Act& a) {
  f.number("excitation", "1/y", bounds::rate, a.excitation);
  f.number("decay", "1/y", bounds::rate, a.decay);
  f.optional_number("talks_damping", "share|index", bounds::factor, a.talks_damping);
  if (a.actor != no_id && !at(f.model().countries, a.actor).has_programme) {
    f.refuse("actor", "a country without a programme", "a country with `programme`");
  }
}

// What a government weighs before an act that is not a test.
void bind_weighing(Fields& f, Act& a) {
  f.optional_number("gain", "musd/y", bounds::signed_amount, a.gain);
  f.optional_number("cost", "musd/y", bounds::signed_amount, a.cost);
  f.optional_number("audience", "musd/y", bounds::amount, a.audience);
  f.optional_number("concession", "musd/y", bounds::amount, a.concession);
  if (a.kind == ActKind::ease) {
    f.optional_number("excitation", "1/y", bounds::rate, a.excitation);
  }
  f.optional_number("concedes", "share|index", bounds::share, a.concedes);
  f.number("temperature", "musd/y", bounds::positive, a.temperature);
}

bool acts_on_pair(ActKind kind) {
  return kind == ActKind::close || kind == ActKind::slight || kind == ActKind::reprice;
}

void bind_corridors_of(Fields& f, Act& a) {
  if (a.kind == ActKind::cut_off) {
    a.corridors = f.required_references("corridors", Section::corridors);
    a.target = f.reference("target", Section::countries);
  } else {
    a.corridors = {f.reference("corridor", Section::corridors)};
    a.target = f.optional_reference("target", Section::countries);
  }
  f.optional_number("lasts", "years", bounds::years, a.lasts);
}

void bind_pair_act(Fields& f, Act& a) {
  a.target = f.reference("target", Section::countries);
  f.number("step", "share|index", bounds::share, a.step);
  if (a.kind == ActKind::close) {
    f.number("lasts", "years", bounds::years, a.lasts);
  }
}

void bind_objects(Fields& f, Act& a) {
  switch (a.kind) {
    case ActKind::test:
      bind_test(f, a);
      break;
    case ActKind::suspend:
    case ActKind::cut_off:
      bind_corridors_of(f, a);
      break;
    case ActKind::press:
      a.target = f.reference("target", Section::countries);
      break;
    case ActKind::list:
    case ActKind::ease:
      a.regime = f.reference("regime", Section::regimes);
      a.target = f.optional_reference("target", Section::countries);
      f.number("step", "share|index", bounds::share, a.step);
      break;
    case ActKind::refuse:
      a.package = f.reference("package", Section::packages);
      a.target = f.optional_reference("target", Section::countries);
      break;
    case ActKind::close:
    case ActKind::slight:
    case ActKind::reprice:
      bind_pair_act(f, a);
      break;
  }
}

void check_objects(Fields& f, const Act& a) {
  const Model& m = f.model();
  if (a.actor == no_id) {
    return;
  }
  const auto holds = [&a](const std::vector<Id>& ids) {
    return std::find(ids.begin(), ids.end(), a.actor) != ids.end();
  };
  if (a.target == a.actor) {
    f.refuse("target", "the actor itself", "another country");
  }
  for (const Id corridor : a.corridors) {
    if (corridor != no_id && !holds(at(m.corridors, corridor).countries)) {
      f.refuse(a.kind == ActKind::cut_off ? "corridors" : "corridor",
               "a corridor that does not touch the actor", "its own corridors");
    }
  }
  if (a.regime != no_id && !holds(at(m.regimes, a.regime).senders)) {
    f.refuse("regime", "a regime the actor does not send", "one of its own regimes");
  }
  if (acts_on_pair(a.kind) && a.target != no_id && m.pair(a.actor, a.target) == no_id) {
    f.refuse("target", "a country it has no declared pair with", "a country of one of its pairs");
  }
  if (a.package != no_id) {
    const Package& p = at(m.packages, a.package);
    const Id row = p.row.empty() ? no_id : at(p.row, a.actor);
    if (row == no_id || !at(m.parties, row).signs) {
      f.refuse("package", "a package the actor does not sign", "a package it signs");
    }
  }
}

void bind_act(Binder& b, const Entity& entity, Act& a) {
  Fields f(b, *entity.node, entity.path);
  a.key = b.key(entity.path, entity.node->place());
  static_cast<void>(f.text_or("title", ""));
  a.kind = f.choice<ActKind>("kind", act_kind_names);
  if (!is_one_of(act_kind_names, child_text(f.node(), "kind"))) {
    return;  // told; the keys of another kind would be so many further problems
  }
  a.actor = f.reference("actor", Section::countries);
  f.number("rate", "1/y", bounds::rate, a.rate);
  if (f.has("from")) {
    a.from = b.tick_of(f.real("from", bounds::calendar));
  } else {
    f.accept("from");
  }
  bind_objects(f, a);
  if (a.kind != ActKind::test) {
    bind_weighing(f, a);
  }
  check_objects(f, a);
  f.accept("enabled");
  f.finish();
}

void bind_event(Fields& f, DeclaredEvent& e) {
  Binder& b = f.binder();
  const double date = f.real("date", bounds::calendar);
  static_cast<void>(f.text_or("note", ""));
  e.tick = b.tick_of(date);
  e.kind = f.choice<EventKind>("kind", event_kind_names);
  if (!is_one_of(event_kind_names, child_text(f.node(), "kind"))) {
    return;
  }
  switch (e.kind) {
    case EventKind::corridor_stage:
      e.entity = f.reference("corridor", Section::corridors);
      e.stage = f.choice<CorridorStage>("stage", corridor_stage_names);
      break;
    case EventKind::provocation:
      e.entity = f.reference("country", Section::countries);
      f.optional_number("size", "count|index|share", bounds::factor, e.size);
      break;
    case EventKind::affinity:
      e.entity = f.reference("pair", Section::pairs);
      f.number("size", plain, Bounds::between(-2.0, 2.0), e.size);
      break;
    case EventKind::alliance:
      e.entity = f.reference("pair", Section::pairs);
      f.number("size", "index|share|count", bounds::share, e.size);
      break;
    case EventKind::precedent:
      f.number("size", "count|index|share", Bounds::between(-100.0, 100.0), e.size);
      break;
  }
  f.finish();
}

}  // namespace

void bind_acts(Binder& b) {
  for (const Entity& entity : b.entities("acts")) {
    b.scenario.names.acts.push_back(entity.name);
    bind_act(b, entity, b.model().acts.emplace_back());
  }
}

void bind_events(Binder& b) {
  const MapEntry* const entry = b.document().find("events");
  if (entry == nullptr || entry->value.is_null()) {
    return;
  }
  const Node& list = entry->value;
  if (!list.is_list()) {
    b.problems.add({list.place(), "events", "found " + describe(list), "a list of events", ""});
  }
  std::vector<DeclaredEvent>& events = b.model().events;
  std::size_t early = 0;
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    Fields f(b, list.items()[i], "events." + std::to_string(i));
    DeclaredEvent event;
    bind_event(f, event);
    if (event.tick < 0) {
      ++early;
      continue;
    }
    const auto later =
        std::upper_bound(events.begin(), events.end(), event.tick,
                         [](Id tick, const DeclaredEvent& other) { return tick < other.tick; });
    events.insert(later, event);
  }
  if (early > 0) {
    b.scenario.notes.push_back("events before the start are left out: " + std::to_string(early));
  }
}

}  // namespace tumen
