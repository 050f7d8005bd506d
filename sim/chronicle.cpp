#include "sim/chronicle.hpp"

#include "sim/teller.hpp"

namespace tumen {
namespace {

using Kind = TraceEvent::Kind;

std::string tell_government(const Teller& t) {
  const std::string name = doctrine_name(t.s, t.e.who, at(t.now().countries, t.e.who).doctrine);
  return fmt::format("new line in {}: {}", t.who(), name);
}

std::string sentence(const Teller& t) {
  switch (t.e.kind) {
    case Kind::built:
      return fmt::format("built: {}", corridor_name(t.s, t.e.corridor));
    case Kind::resumed:
      return fmt::format("{} runs again", corridor_name(t.s, t.e.corridor));
    case Kind::act:
      return act_sentence(t.s, at(t.s.model.acts, t.e.act));
    case Kind::government:
      return tell_government(t);
    case Kind::test:
      return t.who() + " tested a weapon";
    default:
      return tell_deal(t);
  }
}

Tone tone_of(Kind kind) {
  switch (kind) {
    case Kind::signed_:
    case Kind::in_force:
      return Tone::deal;
    case Kind::built:
      return Tone::works;
    case Kind::blocked:
    case Kind::vote_failed:
    case Kind::broke_off:
    case Kind::breached:
      return Tone::setback;
    case Kind::test:
    case Kind::act:
      return Tone::shock;
    default:
      return Tone::plain;
  }
}

}  // namespace

std::string tell_terms(const Scenario& s, const std::vector<TermValue>& terms) {
  std::string text;
  for (const TermValue& term : terms) {
    std::string name = term.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ", name, with_unit(term.value, term.unit));
    if (term.payer != no_id && term.payee != no_id) {
      text += fmt::format(" ({} to {})", country_name(s, term.payer), country_name(s, term.payee));
    }
  }
  return text;
}

ChronicleLine tell(const Scenario& scenario, const Trace& trace, const TraceEvent& event) {
  return {event.tick, tone_of(event.kind), capitalised(sentence({scenario, trace, event}))};
}

std::string act_sentence(const Scenario& s, const Act& act) {
  const std::string who = country_name(s, act.actor);
  const std::string target = act.target == no_id ? "" : country_name(s, act.target);
  switch (act.kind) {
    case ActKind::test:
      return who + " tested a weapon";
    case ActKind::suspend:
      return fmt::format("{} stopped {}{}", who, in_marks(corridor_name(s, act.corridors.front())),
                         target.empty() ? "" : ", to the loss of " + target);
    case ActKind::cut_off:
      return fmt::format("{} cut {} off", who, target);
    case ActKind::press:
      return fmt::format("{} leaned on {}", who, target);
    case ActKind::list:
      return fmt::format("{} tightened {}", who, regime_name(s, act.regime));
    case ActKind::ease:
      return fmt::format("{} eased {}", who, regime_name(s, act.regime));
    case ActKind::refuse:
      return fmt::format("{} refused {}", who, in_marks(at(s.names.package_titles, act.package)));
    case ActKind::close:
      return fmt::format("{} closed its border to {}", who, target);
    case ActKind::slight:
      return fmt::format("{} slighted {}", who, target);
    case ActKind::reprice:
      return fmt::format("{} asked {} for world prices", who, target);
  }
  return who + " acted";
}

}  // namespace tumen
