// The binding constraint in one sentence.
#include "sim/explain_parts.hpp"
#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

const ExplainedParty* party_of(const Explanation& e, Id country) {
  const auto found = std::find_if(e.parties.begin(), e.parties.end(),
                                  [&](const ExplainedParty& p) { return p.country == country; });
  return found == e.parties.end() ? nullptr : &*found;
}

std::string percent(double share) {
  return rounded(100 * share) + " %";
}

/// "3 % against a draw of 41 %": of several draws of one kind, the one that came closest.
std::string chance_text(const Explanation& e) {
  const auto closest = std::min_element(e.chances.begin(), e.chances.end(),
                                        [](const ExplainedChance& a, const ExplainedChance& b) {
                                          return a.draw - a.chance < b.draw - b.chance;
                                        });
  return closest == e.chances.end() ? std::string("none")
                                    : fmt::format("{} against a draw of {}",
                                                  percent(closest->chance), percent(closest->draw));
}

std::string opening_text(const Scenario& s, const Explanation& e) {
  const std::string who = country_name(s, e.objection.who);
  switch (e.objection.kind) {
    case Objection::Kind::precondition:
      return "Talks cannot open: " + join_and(e.missing) + ".";
    case Objection::Kind::doctrine:
      return fmt::format("The government of {} rules such deals out.", who);
    case Objection::Kind::resting:
      return fmt::format("Nobody returns to talks that failed for another {} years.",
                         rounded(e.rest_years));
    case Objection::Kind::loss:
      return fmt::format("Nobody opens talks: {} would lose {} M USD a year by it.", who,
                         rounded(-party_of(e, e.objection.who)->total));
    case Objection::Kind::no_memorandum:
      return fmt::format("Talks need a memorandum, and none was signed: its chance was {}.",
                         chance_text(e));
    default:
      return fmt::format(
          "Nobody opened talks, though all would gain: other business takes their attention, and "
          "the best chance was {}.",
          chance_text(e));
  }
}

std::string signature_text(const Scenario& s, const Explanation& e) {
  if (e.hindrance == Hindrance::conflict) {
    return fmt::format("It was agreed, but a rival deal was worth more{}.",
                       e.rival.empty() ? "" : ": " + in_marks(e.rival));
  }
  const std::string who = country_name(s, e.objection.who);
  const ExplainedParty* party = party_of(e, e.objection.who);
  switch (e.objection.kind) {
    case Objection::Kind::precondition:
      return "It cannot be signed: " + join_and(e.missing) + ".";
    case Objection::Kind::doctrine:
      return fmt::format("The government of {} rules such deals out.", who);
    case Objection::Kind::no_gain:
      return fmt::format("{} sees no gain in it on these terms: {} M USD a year, {} as it sees it.",
                         capitalised(who), with_sign(party->total),
                         with_sign(party->perceived * party->stake));
    case Objection::Kind::holds_out:
      return fmt::format("{} gains {} M USD a year, but still holds out for {}.", capitalised(who),
                         rounded(party->total), rounded(party->wanted()));
    default:
      return fmt::format(
          "All would rather sign than not, but it was not struck: its chance was {}.",
          chance_text(e));
  }
}

std::string ending_text(const Scenario& s, const Explanation& e) {
  const std::string who = country_name(s, e.hinderer);
  switch (e.hindrance) {
    case Hindrance::deadline:
      return fmt::format("Talks ran out of time; {} was the furthest from accepting.", who);
    case Hindrance::shock:
      return "A weapons test ended the talks.";
    default:
      return "Talks ended: a party walked out.";
  }
}

std::string vote_text(const Scenario& s, const Explanation& e) {
  if (e.years_to_vote > 0 || e.hindrance != Hindrance::domestic_vote) {
    return e.years_to_vote > 0 ? fmt::format("It is signed; parliaments vote in {} years.",
                                             rounded(e.years_to_vote))
                               : "It is signed and waits for ratification.";
  }
  const ExplainedParty* party = party_of(e, e.hinderer);
  return fmt::format(
      "It was signed, but the parliament of {} voted it down; the chance of a yes was {}.",
      country_name(s, e.hinderer), percent(party->vote_chance));
}

std::string consent_text(const Scenario& s, const Explanation& e) {
  const ExplainedParty* party = party_of(e, e.hinderer);
  if (party == nullptr) {
    return "It is ratified but blocked: sanctions forbid it.";
  }
  return fmt::format(
      "It is ratified but blocked: {} vetoes the exemption it needs, which would cost it {} M USD "
      "a "
      "year, more than the {} it lets pass.",
      country_name(s, e.hinderer), rounded(-party->total), rounded(party->slot));
}

std::string taken_text(const Explanation& e) {
  switch (e.decision.kind) {
    case DecisionKind::opening:
      return "Talks opened.";
    case DecisionKind::signature:
      return fmt::format("It was signed: its chance was {}.", chance_text(e));
    case DecisionKind::ratification:
      return "It was ratified.";
    case DecisionKind::consent:
      return "It entered into force.";
    default:
      return e.after == PackageStage::in_force ? "It is in force and was kept."
                                               : "It was in force and ran out.";
  }
}

}  // namespace

std::string verdict_of(const Scenario& s, const Explanation& e) {
  if (e.decision.happened) {
    return taken_text(e);
  }
  switch (e.decision.kind) {
    case DecisionKind::opening:
      return opening_text(s, e);
    case DecisionKind::signature:
      return signature_text(s, e);
    case DecisionKind::continuation:
      return ending_text(s, e);
    case DecisionKind::ratification:
      return vote_text(s, e);
    case DecisionKind::consent:
      return consent_text(s, e);
    case DecisionKind::keeping:
      break;
  }
  return fmt::format("{} broke it.", capitalised(country_name(s, e.hinderer)));
}

}  // namespace tumen
