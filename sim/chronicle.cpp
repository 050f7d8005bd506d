#include "sim/chronicle.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/wording.hpp"

namespace tumen {
namespace {

using Kind = TraceEvent::Kind;

/// What the sentences about one event draw on.
struct Teller {
  const Scenario& s;
  const Trace& trace;
  const TraceEvent& e;

  [[nodiscard]] const World<double>& now() const { return at(trace.after, e.tick); }
  [[nodiscard]] const World<double>& before() const {
    return e.tick > 0 ? at(trace.after, e.tick - 1) : trace.start;
  }
  [[nodiscard]] std::string who() const { return country_name(s, e.who); }
  [[nodiscard]] std::string deal() const { return package_name(s, e.package); }

  [[nodiscard]] std::string signatories(Id without = no_id) const {
    std::vector<std::string> names;
    for (const Id country : signatories_of(s, e.package)) {
      if (country != without) {
        names.push_back(country_name(s, country));
      }
    }
    return join_and(names);
  }

  [[nodiscard]] std::string terms() const {
    const std::string text = tell_terms(s, terms_of(s, now(), e.package));
    return text.empty() ? "" : ": " + text;
  }

  /// Row of a country in the package's parties, or null.
  [[nodiscard]] const PartyState<double>* party(Id country) const {
    const Package& p = at(s.model.packages, e.package);
    for (Id row = p.parties.first; row < p.parties.end(); ++row) {
      if (at(s.model.parties, row).country == country) {
        return &at(now().parties, row);
      }
    }
    return nullptr;
  }

  /// " (-35 M USD/y, most of it energy)" for a country that loses by the deal, else empty.
  [[nodiscard]] std::string loss(Id country) const {
    const PartyState<double>* p = party(country);
    if (p == nullptr || p->total >= 0) {
      return "";
    }
    const auto worst = std::min_element(p->gain.begin(), p->gain.end());
    std::string text = fmt::format(" ({} M USD/y", rounded(p->total));
    if (-p->pressure < *worst) {
      text += ", most of it the pressure of others";
    } else if (*worst < 0) {
      text += fmt::format(", most of it {}", issue_names[static_cast<std::size_t>(
                                                 worst - p->gain.begin())]);
    }
    return text + ")";
  }

  /// The signatory that sees least in the deal.
  [[nodiscard]] Id least_pleased() const {
    Id least = no_id;
    double lowest = 0;
    for (const Id country : signatories_of(s, e.package)) {
      const double x = party(country)->perceived;
      if (least == no_id || x < lowest) {
        least = country;
        lowest = x;
      }
    }
    return least;
  }
};

/// Who stood in the way of talks: somebody who saw no gain, or who wanted more than the others gave.
std::string unwilling(const Teller& t) {
  const Id least = t.least_pleased();
  if (least == no_id) {
    return "nobody gave way";
  }
  const PartyState<double>& party = *t.party(least);
  const std::string name = country_name(t.s, least);
  if (party.total < 0) {
    return name + " saw no gain in it" + t.loss(least);
  }
  if (party.perceived < 0) {
    return fmt::format("{} doubted its gain of {} M USD/y", name, rounded(party.total));
  }
  return name + " held out for more";
}

std::string reason(const Teller& t) {
  switch (t.e.why) {
    case Hindrance::doctrine: return "the government of " + t.who() + " ruled it out";
    case Hindrance::no_gain: return t.who() + " saw no gain in it" + t.loss(t.e.who);
    case Hindrance::aspiration:
    case Hindrance::deadline: return unwilling(t);
    case Hindrance::shock: return "a weapons test ended them";
    case Hindrance::withdrawn: return t.e.who == no_id ? "a party withdrew" : t.who() + " withdrew";
    case Hindrance::conflict: return "a rival deal was in the way";
    case Hindrance::precondition: return "what it depended on was missing";
    case Hindrance::domestic_vote: return "the parliament of " + t.who() + " said no";
    case Hindrance::consent: return t.who() + " would not consent";
    case Hindrance::none: break;
  }
  return "nobody gave way";
}

std::string years_text(double years) {
  return years < 1.5 ? fmt::format("{:.0f} months", std::max(1.0, years * 12))
                     : rounded(years) + " years";
}

std::string tell_opened(const Teller& t) {
  if (t.e.who == no_id) {
    return fmt::format("{} opened talks on {}{}", t.signatories(), t.deal(), t.terms());
  }
  return fmt::format("{} proposed {} to {}{}", t.who(), t.deal(), t.signatories(t.e.who), t.terms());
}

/// The rival that was signed instead.
std::string tell_conflict(const Teller& t) {
  for (const TraceEvent& other : t.trace.events) {
    const auto& rivals = at(t.s.model.packages, t.e.package).conflicts;
    if (other.tick == t.e.tick && other.kind == Kind::signed_ &&
        std::find(rivals.begin(), rivals.end(), other.package) != rivals.end()) {
      return fmt::format("not signed: {} was agreed, but {} was worth more", t.deal(),
                         package_name(t.s, other.package));
    }
  }
  return fmt::format("not signed: {} was agreed, but a rival was worth more", t.deal());
}

std::string tell_blocked(const Teller& t) {
  if (t.e.who == no_id) {
    return fmt::format("blocked: {} was ratified, but sanctions forbid it", t.deal());
  }
  return fmt::format("blocked: {} vetoed {}{}", t.who(), t.deal(), t.loss(t.e.who));
}

std::string tell_ended(const Teller& t) {
  const auto& before = at(t.before().packages, t.e.package);
  if (before.stage == code<double>(PackageStage::in_force)) {
    return fmt::format("{} ran out after {}", t.deal(), years_text(before.in_force_years));
  }
  return fmt::format("given up: {} stayed blocked", t.deal());
}

std::string tell_breach(const Teller& t) {
  return fmt::format("broken: {} left {} after {}", t.who(), t.deal(),
                     years_text(at(t.before().packages, t.e.package).in_force_years));
}

std::string tell_act(const Teller& t) {
  const Act& act = at(t.s.model.acts, t.e.act);
  const std::string target = act.target == no_id ? "" : country_name(t.s, act.target);
  switch (act.kind) {
    case ActKind::suspend:
      return fmt::format("{} stopped {}{}", t.who(), corridor_name(t.s, act.corridor),
                         target.empty() ? "" : ", to the loss of " + target);
    case ActKind::press: return fmt::format("{} leaned on {}", t.who(), target);
    case ActKind::list:
      return fmt::format("{} tightened {}", t.who(), act.regime == no_id
                                                         ? std::string("sanctions")
                                                         : at(t.s.names.regimes, act.regime));
    case ActKind::test: break;
  }
  return t.who() + " acted: " + at(t.s.names.acts, t.e.act);
}

std::string tell_government(const Teller& t) {
  const auto doctrine = static_cast<std::size_t>(at(t.now().countries, t.e.who).doctrine);
  const auto& names = at(t.s.names.doctrines, t.e.who);
  std::string name = doctrine < names.size() ? names[doctrine] : "";
  std::replace(name.begin(), name.end(), '_', ' ');
  return fmt::format("new line in {}: {}", t.who(), name);
}

std::string sentence(const Teller& t) {
  const double talks = at(t.now().packages, std::max(t.e.package, 0)).clock;
  switch (t.e.kind) {
    case Kind::opened: return tell_opened(t);
    case Kind::memorandum:
      return fmt::format("{} signed a memorandum on {}", t.signatories(), t.deal());
    case Kind::lapsed: return fmt::format("the memorandum on {} came to nothing", t.deal());
    case Kind::agreed: return fmt::format("terms of {} agreed{}", t.deal(), t.terms());
    case Kind::signed_:
      return fmt::format("signed: {} by {}{}", t.deal(), t.signatories(), t.terms());
    case Kind::conflict: return tell_conflict(t);
    case Kind::vote_failed:
      return fmt::format("voted down: the parliament of {} refused {}{}", t.who(), t.deal(),
                         t.loss(t.e.who));
    case Kind::blocked: return tell_blocked(t);
    case Kind::in_force: return fmt::format("in force: {}{}", t.deal(), t.terms());
    case Kind::broke_off:
      return fmt::format("talks on {} broke off after {}: {}", t.deal(), years_text(talks),
                         reason(t));
    case Kind::breached: return tell_breach(t);
    case Kind::ended: return tell_ended(t);
    case Kind::built: return fmt::format("built: {}", corridor_name(t.s, t.e.corridor));
    case Kind::act: return tell_act(t);
    case Kind::government: return tell_government(t);
    case Kind::test: return t.who() + " tested a weapon";
  }
  return {};
}

Tone tone_of(Kind kind) {
  switch (kind) {
    case Kind::signed_:
    case Kind::in_force: return Tone::deal;
    case Kind::built: return Tone::works;
    case Kind::blocked:
    case Kind::vote_failed:
    case Kind::broke_off:
    case Kind::breached: return Tone::setback;
    case Kind::test:
    case Kind::act: return Tone::shock;
    default: return Tone::plain;
  }
}

}  // namespace

std::string tell_terms(const Scenario& s, const std::vector<TermValue>& terms) {
  std::string text;
  for (const TermValue& term : terms) {
    std::string name = term.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, with_unit(term.value, term.unit));
    if (term.payer != no_id && term.payee != no_id) {
      text += fmt::format(" ({} to {})", country_name(s, term.payer), country_name(s, term.payee));
    }
  }
  return text;
}

ChronicleLine tell(const Scenario& scenario, const Trace& trace, const TraceEvent& event) {
  return {event.tick, tone_of(event.kind), capitalised(sentence({scenario, trace, event}))};
}

std::vector<ChronicleLine> chronicle(const Scenario& scenario, const Trace& trace) {
  std::vector<ChronicleLine> lines;
  auto event = trace.events.begin();
  for (Id tick = 0; tick < static_cast<Id>(trace.after.size()); ++tick) {
    for (; event != trace.events.end() && event->tick == tick; ++event) {
      lines.push_back(tell(scenario, trace, *event));
    }
    for (ChronicleLine& line : tell_changes(scenario, trace, tick)) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace tumen
