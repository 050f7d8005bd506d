// What the chronicle says of proposals and memoranda.
#include "sim/chronicle_parts.hpp"
#include "sim/teller.hpp"

namespace tumen::story {

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

namespace {

using Kind = TraceEvent::Kind;

/// More proposals than this in a span are listed without their terms.
constexpr std::size_t most_with_terms = 3;

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
