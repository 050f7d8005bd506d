// The sentences about deals: proposed, signed, refused, blocked, kept or broken.
#include "sim/teller.hpp"

namespace tumen {
namespace {

using Kind = TraceEvent::Kind;

std::string tell_opened(const Teller& t) {
  if (t.e.who == no_id) {
    return fmt::format("{} opened talks on {}{}", t.signatories(), t.deal(), t.terms(": "));
  }
  return fmt::format("{} proposed {} to {}{}", t.who(), t.deal(), t.signatories(t.e.who),
                     t.terms(": "));
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

/// Why a party did not come round: it saw no gain, doubted it, or wanted more than it got.
std::string unwilling(const Teller& t) {
  const Id who = obstacle(t);
  const PartyState<double>& party = *t.party(who);
  if (party.total < 0) {
    return country_name(t.s, who) + " saw no gain in it" + t.loss(who);
  }
  return party.perceived < 0 ? fmt::format("{} doubted its gain of {} M USD/y",
                                           country_name(t.s, who), rounded(party.total))
                             : fmt::format("{} held out for more than {} M USD/y",
                                           country_name(t.s, who), rounded(party.total));
}

}  // namespace

Id obstacle(const Teller& t) {
  using State = PartyState<double>;
  if (t.e.why != Hindrance::aspiration && t.e.why != Hindrance::deadline) {
    return t.e.who;
  }
  const Id loser = t.lowest([](const State& p) { return p.total; });
  if (t.party(loser)->total < 0) {
    return loser;
  }
  const Id doubter = t.lowest([](const State& p) { return p.perceived; });
  return t.party(doubter)->perceived < 0 ? doubter
                                         : t.lowest([](const State& p) { return p.accepts; });
}

std::string tell_reason(const Teller& t) {
  switch (t.e.why) {
    case Hindrance::doctrine:
      return "the government of " + t.who() + " ruled it out";
    case Hindrance::no_gain:
      return t.who() + " saw no gain in it" + t.loss(t.e.who);
    case Hindrance::aspiration:
    case Hindrance::deadline:
      return unwilling(t);
    case Hindrance::shock:
      return "a weapons test ended them";
    case Hindrance::withdrawn:
      return t.e.who == no_id ? "a party withdrew" : t.who() + " withdrew";
    case Hindrance::conflict:
      return "a rival deal was in the way";
    case Hindrance::precondition:
      return "what it depended on was missing";
    case Hindrance::domestic_vote:
      return "the parliament of " + t.who() + " said no";
    case Hindrance::approval:
      return "the capital of " + t.who() + " did not approve";
    case Hindrance::consent:
      return t.who() + " would not consent";
    case Hindrance::none:
      break;
  }
  return "nobody gave way";
}

std::string tell_conflict(const Teller& t) {
  for (const TraceEvent& other : t.trace.events) {
    const auto& rivals = at(t.s.model.packages, t.e.package).conflicts;
    if (other.tick == t.e.tick && other.kind == Kind::signed_ &&
        std::find(rivals.begin(), rivals.end(), other.package) != rivals.end()) {
      return fmt::format("not signed: {} was agreed, but {} was worth more", t.deal(),
                         in_marks(package_name(t.s, other.package)));
    }
  }
  return fmt::format("not signed: {} was agreed, but a rival was worth more", t.deal());
}

std::string years_text(double years) {
  return years < 1.5 ? fmt::format("{:.0f} months", std::max(1.0, years * 12))
                     : rounded(years) + " years";
}

std::string tell_deal(const Teller& t) {
  const double talks = at(t.now().packages, t.e.package).clock;
  switch (t.e.kind) {
    case Kind::opened:
      return tell_opened(t);
    case Kind::memorandum:
      return fmt::format("memorandum of {}: {}", t.signatories(), t.title());
    case Kind::lapsed:
      return fmt::format("memorandum lapsed: {}", t.title());
    case Kind::agreed:
      return fmt::format("agreed by {}: {}", t.signatories(), t.title());
    case Kind::signed_:
      return fmt::format("signed by {}: {}{}; gains: {}", t.signatories(), t.title(), t.terms("; "),
                         t.gains());
    case Kind::conflict:
      return tell_conflict(t);
    case Kind::vote_failed:
      return fmt::format("not ratified: {} refused {}{}", t.who(), t.deal(), t.loss(t.e.who));
    case Kind::blocked:
      return tell_blocked(t);
    case Kind::in_force:
      return fmt::format("in force: {}", t.title());
    case Kind::broke_off:
      return fmt::format("talks on {} broke off after {}: {}", t.deal(), years_text(talks),
                         tell_reason(t));
    case Kind::breached:
      return tell_breach(t);
    case Kind::ended:
      return tell_ended(t);
    default:
      break;
  }
  return {};
}

}  // namespace tumen
