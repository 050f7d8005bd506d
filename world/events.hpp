#pragma once
// Declared events: what a scenario says happens at a date, whoever decides otherwise.
#include "world/step.hpp"

namespace tumen {

template <class Real>
void declare_event(const Step<Real>& s, const DeclaredEvent& e) {
  switch (e.kind) {
    case EventKind::corridor_stage:
      at(s.w.corridors, e.entity).stage = code<Real>(e.stage);
      at(s.w.corridors, e.entity).progress =
          e.stage == CorridorStage::operating ? Real(1) : Real(0);
      break;
    case EventKind::provocation:
      at(s.w.countries, e.entity).tested = Real(1);
      break;
    case EventKind::affinity:
      at(s.w.pairs, e.entity).affinity =
          clamp(at(s.w.pairs, e.entity).affinity + s.x(e.size), Real(-1), Real(1));
      break;
    case EventKind::alliance:
      at(s.w.pairs, e.entity).alliance = s.x(e.size);
      break;
    case EventKind::precedent:
      s.w.market.precedents += s.x(e.size);
      break;
  }
}

template <class Real>
void step_events(const Step<Real>& s) {
  for (auto& c : s.w.countries) {
    c.tested = Real(0);
  }
  for (const DeclaredEvent& e : s.m.events) {
    if (e.tick == s.tick()) {
      declare_event(s, e);
    }
  }
}

}  // namespace tumen
