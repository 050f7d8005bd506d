// What the chronicle says of the world around the deals: governments, tests, sanctions, acts.
#include "sim/chronicle_parts.hpp"
#include "sim/teller.hpp"

#include <cmath>
#include <map>

namespace tumen {

std::string doctrine_name(const Scenario& s, Id country, double doctrine) {
  const auto& names = at(s.names.doctrines, country);
  const auto k = static_cast<std::size_t>(doctrine);
  std::string name = k < names.size() ? names[k] : "";
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

namespace {

/// True for a regime that closes no channel itself but threatens those who deal with its target.
bool is_threat(const Scenario& s, const Regime& regime) {
  double closes = 0;
  for (const Number& z : regime.intensity) {
    closes = std::max(closes, z.exists() ? at(s.values, z.index) : 0.0);
  }
  return closes <= 0 && regime.secondary.exists() && at(s.values, regime.secondary.index) > 0;
}

std::string senders_of(const Scenario& s, const Regime& regime) {
  std::vector<std::string> names;
  for (const Id sender : regime.senders) {
    names.push_back(country_name(s, sender));
  }
  return join_and(names);
}

/// Title of a country without its article.
std::string title_or_code(const Scenario& s, Id country) {
  const std::string& title = at(s.names.country_titles, country);
  return title.empty() ? at(s.names.countries, country) : title;
}

}  // namespace

std::string regime_name(const Scenario& s, Id id) {
  const Regime& regime = at(s.model.regimes, id);
  const std::string target = country_name(s, regime.target);
  if (is_threat(s, regime)) {
    return fmt::format("the threat of {} to partners of {}", senders_of(s, regime), target);
  }
  return regime.is_multilateral
             ? fmt::format("the multilateral sanctions on {}", target)
             : fmt::format("the sanctions of {} on {}", senders_of(s, regime), target);
}

std::string regime_label(const Scenario& s, Id id) {
  const Regime& regime = at(s.model.regimes, id);
  std::string label = regime.is_multilateral ? "multilateral" : "";
  for (const Id sender : regime.senders) {
    if (!regime.is_multilateral) {
      label += (label.empty() ? "" : ", ") + title_or_code(s, sender);
    }
  }
  return is_threat(s, regime) ? label + ", threat to partners" : label;
}

namespace story {
namespace {

using Kind = TraceEvent::Kind;

/// Change of a regime's level that is worth a word.
constexpr double noteworthy_level = 0.05;
/// A regime's level at both ends of a span.
struct LevelChange {
  Id regime = no_id;
  double was = 0, now = 0;
};

std::vector<LevelChange> level_changes(const Span& span, Id target) {
  std::vector<LevelChange> changes;
  for (Id k = 0; k < static_cast<Id>(span.last().regimes.size()); ++k) {
    // Levels are set in the first tick: what came before is no change.
    const World<double>& before = span.first == 0 ? at(span.trace.after, 0) : span.before();
    const LevelChange c{k, at(before.regimes, k).level, at(span.last().regimes, k).level};
    if (at(span.s.model.regimes, k).target == target &&
        std::abs(c.now - c.was) >= noteworthy_level) {
      changes.push_back(c);
    }
  }
  return changes;
}

/// "the multilateral ones", "those of Japan", "the threat of the United States to its partners".
std::string short_regime(const Span& span, Id id) {
  const Regime& regime = at(span.s.model.regimes, id);
  if (is_threat(span.s, regime)) {
    return "the threat of " + senders_of(span.s, regime) + " to its partners";
  }
  return regime.is_multilateral ? "the multilateral ones"
                                : "those of " + senders_of(span.s, regime);
}

/// Rises or falls of the regimes against one country as one sentence.
void tell_levels(const Span& span, const std::vector<LevelChange>& changes, bool is_up,
                 Sentences& out) {
  std::vector<std::string> parts;
  Id target = no_id;
  for (const LevelChange& c : changes) {
    if ((c.now > c.was) == is_up) {
      target = at(span.s.model.regimes, c.regime).target;
      parts.push_back(fmt::format("{} from {:.0f} to {:.0f} %", short_regime(span, c.regime),
                                  100 * c.was, 100 * c.now));
    }
  }
  if (!parts.empty()) {
    parts.front() += " of full strength";
    span.add(out, span.first, is_up ? Tone::shock : Tone::plain,
             fmt::format("sanctions on {} were {}: {}", country_name(span.s, target),
                         is_up ? "tightened" : "eased", join_and(parts)));
  }
}

}  // namespace

void tell_governments(const Span& span, Sentences& out) {
  std::vector<std::string> changes;
  Id first = no_id;
  for (const TraceEvent* e : span.events({Kind::government})) {
    const double now = at(at(span.trace.after, e->tick).countries, e->who).doctrine;
    if (now == at(span.before(e->tick).countries, e->who).doctrine) {
      continue;  // another government of the same line
    }
    first = first == no_id ? e->tick : first;
    changes.push_back(fmt::format("{} (“{}”)", country_name(span.s, e->who),
                                  capitalised(doctrine_name(span.s, e->who, now))));
  }
  if (!changes.empty()) {
    span.add(out, first, Tone::plain,
             fmt::format("{} in {}", changes.size() > 1 ? "new lines" : "a new line",
                         join_and(changes)));
  }
}

void tell_tests(const Span& span, Sentences& out) {
  Id last = no_id;
  for (const TraceEvent* e : span.events({Kind::test})) {
    std::vector<std::string> ended;
    for (const TraceEvent* talks : span.events({Kind::broke_off})) {
      if (talks->tick == e->tick && talks->why == Hindrance::shock) {
        ended.push_back(in_marks(package_name(span.s, talks->package)));
      }
    }
    const bool again = e->who == last;
    last = e->who;
    span.add(
        out, e->tick, Tone::shock,
        fmt::format("{} {}{}",
                    again ? "it tested again" : country_name(span.s, e->who) + " tested a weapon",
                    span.when(e->tick),
                    ended.empty() ? "" : ", which ended the talks on " + join_and(ended)));
  }
}

void tell_sanctions(const Span& span, Sentences& out) {
  for (Id target = 0; target < static_cast<Id>(span.s.model.countries.size()); ++target) {
    const std::vector<LevelChange> changes = level_changes(span, target);
    for (const bool is_up : {true, false}) {
      tell_levels(span, changes, is_up, out);
    }
  }
}

void tell_acts(const Span& span, Sentences& out) {
  std::map<Id, std::vector<Id>> ticks_of;
  for (const TraceEvent* e : span.events({Kind::act})) {
    ticks_of[e->act].push_back(e->tick);
  }
  for (const auto& [id, ticks] : ticks_of) {
    const std::string often = ticks.size() == 1   ? " " + span.when(ticks.front())
                              : ticks.size() == 2 ? std::string(" twice")
                                                  : fmt::format(" {} times", ticks.size());
    const std::string text = act_sentence(span.s, at(span.s.model.acts, id)) + often;
    span.add(out, ticks.front(), Tone::shock, text);
  }
}

}  // namespace story
}  // namespace tumen
