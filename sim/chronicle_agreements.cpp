// What the chronicle says of deals within a year: memoranda, proposals, and what became of them.
#include "sim/chronicle_parts.hpp"
#include "sim/teller.hpp"

namespace tumen::story {
namespace {

using Kind = TraceEvent::Kind;

/// More proposals than this in a span are listed without their terms.
constexpr std::size_t most_with_terms = 3;

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

/// "haircut 90 %, fee 120 M USD/y, Russia to the DPRK": the terms for use inside brackets.
std::string terms_in_brackets(const Teller& t) {
  std::string text;
  for (const TermValue& term : terms_of(t.s, t.now(), t.e.package)) {
    std::string name = term.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ", name, with_unit(term.value, term.unit));
    if (term.payer != no_id && term.payee != no_id) {
      text +=
          fmt::format(", {} to {}", country_name(t.s, term.payer), country_name(t.s, term.payee));
    }
  }
  return text;
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

std::string comma_list(const std::vector<std::string>& items, std::string_view comma) {
  std::string text;
  for (const std::string& item : items) {
    text += (text.empty() ? std::string() : std::string(comma)) + item;
  }
  return text;
}

/// Texts under a heading, both in the order in which they came.
struct Group {
  std::string head;
  std::vector<std::string> items;
};

void add_to(std::vector<Group>& groups, const std::string& head, std::string item) {
  auto found = std::find_if(groups.begin(), groups.end(),
                            [&](const Group& group) { return group.head == head; });
  if (found == groups.end()) {
    groups.push_back({head, {}});
    found = groups.end() - 1;
  }
  found->items.push_back(std::move(item));
}

/// What one country proposed for the first time: “A” to China, “B” and “C” to the DPRK. Few
/// proposals are told with their terms, each on its own.
std::string proposals_of(const Span& span, Id who, const std::vector<const TraceEvent*>& fresh) {
  const bool with_terms = fresh.size() <= most_with_terms;
  std::vector<Group> by_addressee;
  for (const TraceEvent* e : fresh) {
    if (e->who == who) {
      const Teller t{span.s, span.trace, *e};
      const std::string to = who == no_id ? "" : " to " + t.signatories(who);
      const std::string terms = with_terms ? terms_in_brackets(t) : "";
      add_to(by_addressee, with_terms ? "" : to,
             t.deal() + (with_terms ? to : "") + (terms.empty() ? "" : " (" + terms + ")"));
    }
  }
  std::vector<std::string> parts;
  for (const Group& group : by_addressee) {
    parts.push_back(join_and(group.items) + group.head);
  }
  return comma_list(parts, ", ");
}

void tell_fresh_proposals(const Span& span, const std::vector<const TraceEvent*>& fresh,
                          Sentences& out) {
  std::vector<Id> told;
  std::vector<std::string> parts;
  for (const TraceEvent* e : fresh) {
    if (std::find(told.begin(), told.end(), e->who) == told.end()) {
      told.push_back(e->who);
      const std::string what = proposals_of(span, e->who, fresh);
      parts.push_back(e->who == no_id ? "talks opened on " + what
                                      : country_name(span.s, e->who) + " proposed " + what);
    }
  }
  if (!parts.empty()) {
    span.add(out, fresh.front()->tick, Tone::plain, comma_list(parts, "; "));
  }
}

}  // namespace

void tell_deals(const Span& span, Sentences& out) {
  tell_events(
      span, {Kind::signed_, Kind::in_force, Kind::conflict, Kind::vote_failed, Kind::blocked}, out);
  tell_events(span, {Kind::breached, Kind::ended, Kind::broke_off}, out);
}

void tell_proposals(const Span& span, Sentences& out) {
  std::vector<const TraceEvent*> fresh;
  std::vector<Group> again;
  Id first_again = no_id;
  for (const TraceEvent* e : span.events({Kind::opened})) {
    if (last_before(span.trace, e->package, Kind::opened, e->tick) == nullptr) {
      fresh.push_back(e);
    } else {
      first_again = first_again == no_id ? e->tick : first_again;
      add_to(again, e->who == no_id ? "" : " by " + country_name(span.s, e->who),
             in_marks(package_name(span.s, e->package)));
    }
  }
  tell_fresh_proposals(span, fresh, out);
  std::vector<std::string> parts;
  for (const Group& group : again) {
    parts.push_back(join_and(group.items) + group.head);
  }
  if (!parts.empty()) {
    span.add(out, first_again, Tone::plain, "proposed again: " + comma_list(parts, ", "));
  }
}

void tell_memoranda(const Span& span, Sentences& out) {
  std::vector<std::string> fresh, renewed;
  std::vector<Id> told;
  const auto events = span.events({Kind::memorandum});
  for (const TraceEvent* e : events) {
    if (std::find(told.begin(), told.end(), e->package) != told.end()) {
      continue;
    }
    told.push_back(e->package);
    const Teller t{span.s, span.trace, *e};
    if (last_before(span.trace, e->package, Kind::memorandum, e->tick) != nullptr) {
      renewed.push_back(t.deal());
    } else {
      fresh.push_back(fmt::format("{} ({})", t.deal(), t.signatories()));
    }
  }
  std::string text = fresh.empty() ? "" : "memoranda, not binding, on " + join_and(fresh);
  if (!renewed.empty()) {
    text += (text.empty() ? "memoranda were renewed on " : "; renewed on ") + join_and(renewed);
  }
  if (!text.empty()) {
    span.add(out, events.front()->tick, Tone::plain, text);
  }
}

}  // namespace tumen::story
