// What the chronicle says of deals that were agreed, refused, blocked, broken or given up.
#include "sim/chronicle_parts.hpp"
#include "sim/teller.hpp"

namespace tumen::story {
namespace {

using Kind = TraceEvent::Kind;

/// The later event of the same package in the span, or null.
const TraceEvent* later(const Span& span, const TraceEvent& e, Kind kind) {
  for (const TraceEvent* other : span.events({kind})) {
    if (other->package == e.package && other->tick >= e.tick) {
      return other;
    }
  }
  return nullptr;
}

std::string in_year(const Span& span, const TraceEvent* e) {
  return e == nullptr ? "" : fmt::format(", signed in {},", year_of(span.s.model, e->tick));
}

std::string tell_signature(const Span& span, const Teller& t) {
  const std::string terms = terms_in_brackets(t);
  std::string text = fmt::format("{} signed {} {} ({}gains: {})", t.signatories(), t.deal(),
                                 span.when(t.e.tick), terms.empty() ? "" : terms + "; ", t.gains());
  if (const TraceEvent* e = later(span, t.e, Kind::in_force)) {
    text += e->tick == t.e.tick ? "; it came into force at once"
                                : "; it came into force " + span.when(e->tick);
  }
  return text;
}

/// The part of a party's gain that speaks against the deal, for who refused, vetoed or left.
std::string cost_to(const Teller& t) {
  return t.e.who == no_id ? "" : t.loss(t.e.who);
}

std::string tell_veto(const Span& span, const Teller& t) {
  return t.e.who == no_id
             ? fmt::format("{} was ratified, but sanctions forbid it, and it stood blocked {}",
                           t.deal(), span.when(t.e.tick))
             : fmt::format("{} vetoed {} {}{}, though it was ratified", t.who(), t.deal(),
                           span.when(t.e.tick), cost_to(t));
}

std::string tell_refusal(const Span& span, const Teller& t) {
  const TraceEvent* was_signed = last_before(t.trace, t.e.package, Kind::signed_, t.e.tick + 1);
  return fmt::format("{}{} was not ratified: the parliament of {} said no {}{}", t.deal(),
                     in_year(span, was_signed), t.e.who == no_id ? "a signatory" : t.who(),
                     span.when(t.e.tick), cost_to(t));
}

std::string tell_end(const Span& span, const Teller& t) {
  const auto& before = at(t.before().packages, t.e.package);
  return before.stage == code<double>(PackageStage::in_force)
             ? fmt::format("{} ran out {} after {}", t.deal(), span.when(t.e.tick),
                           years_text(before.in_force_years))
             : fmt::format("{} stayed blocked and was given up {}", t.deal(), span.when(t.e.tick));
}

/// The sentence of an event, empty where another sentence tells it.
std::string tell_turn(const Span& span, const Teller& t) {
  switch (t.e.kind) {
    case Kind::signed_:
      return tell_signature(span, t);
    case Kind::in_force: {
      const TraceEvent* was_signed = last_before(t.trace, t.e.package, Kind::signed_, t.e.tick + 1);
      const bool told = was_signed != nullptr && was_signed->tick >= span.first;
      return told ? ""
                  : fmt::format("{}{} came into force {}", t.deal(), in_year(span, was_signed),
                                span.when(t.e.tick));
    }
    case Kind::conflict:
      return tell_conflict(t);
    case Kind::vote_failed:
      return tell_refusal(span, t);
    case Kind::blocked:
      return tell_veto(span, t);
    case Kind::breached:
      return fmt::format("{} left {} {} after {} in force{}",
                         t.e.who == no_id ? "a party" : t.who(), t.deal(), span.when(t.e.tick),
                         years_text(at(t.before().packages, t.e.package).in_force_years),
                         cost_to(t));
    case Kind::ended:
      return tell_end(span, t);
    case Kind::broke_off:
      return fmt::format("talks on {} broke off {} after {}: {}", t.deal(), span.when(t.e.tick),
                         years_text(at(t.now().packages, t.e.package).clock), tell_reason(t));
    default:
      return {};
  }
}

Tone tone_of(Kind kind) {
  return kind == Kind::signed_ || kind == Kind::in_force ? Tone::deal
         : kind == Kind::ended                           ? Tone::plain
                                                         : Tone::setback;
}

/// Talks that a test ended are told with the test.
bool is_told_with_test(const Span& span, const TraceEvent& e) {
  if (e.kind != Kind::broke_off || e.why != Hindrance::shock) {
    return false;
  }
  const auto tests = span.events({Kind::test});
  return std::any_of(tests.begin(), tests.end(),
                     [&](const TraceEvent* test) { return test->tick == e.tick; });
}

void tell_events(const Span& span, const std::vector<Kind>& kinds, Sentences& out) {
  for (const TraceEvent* e : span.events(kinds)) {
    const std::string text =
        is_told_with_test(span, *e) ? "" : tell_turn(span, {span.s, span.trace, *e});
    if (!text.empty()) {
      span.add(out, e->tick, tone_of(e->kind), text);
    }
  }
}

}  // namespace

void tell_deals(const Span& span, Sentences& out) {
  tell_events(
      span, {Kind::signed_, Kind::in_force, Kind::conflict, Kind::vote_failed, Kind::blocked}, out);
  tell_events(span, {Kind::breached, Kind::ended, Kind::broke_off}, out);
}

}  // namespace tumen::story
