#include "sim/flips_text.hpp"

#include "sim/csv.hpp"
#include "sim/flips_bounds.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace tumen {
namespace {

std::string percent(double share) {
  return rounded(100 * share) + " %";
}

std::string met_text(const Scenario& s, const Objection& o) {
  const std::string who = o.who == no_id ? "" : country_name(s, o.who);
  switch (o.kind) {
    case Objection::Kind::none:
      break;
    case Objection::Kind::precondition:
      return "its preconditions would have held";
    case Objection::Kind::doctrine:
      return fmt::format("the government of {} would not have ruled it out", who);
    case Objection::Kind::resting:
      return "talks could have opened again";
    case Objection::Kind::no_memorandum:
      return "a memorandum would have been held";
    case Objection::Kind::loss:
      return who + " would have gained by it";
    case Objection::Kind::no_gain:
      return who + " would have seen a gain in it";
    case Objection::Kind::holds_out:
      return who + " would rather have taken the terms";
  }
  return "nothing would have stood against it";
}

/// Whether an event of these asked for less luck than there was.
std::string draws_text(const Scenario& s, const Explanation& e) {
  std::string text;
  for (const ExplainedChance& c : e.chances) {
    const std::string who = c.who == no_id
                                ? std::string("that all ") + std::string(c.event)
                                : "that " + country_name(s, c.who) + " " + std::string(c.event);
    text += fmt::format("{}the chance {} was {} against a draw of {}", text.empty() ? "" : "; ",
                        who, percent(c.chance), percent(c.draw));
  }
  return text;
}

/// "the DPRK sees no gain in it, and ": before the draws that follow from it.
std::string objector_text(const Explanation& e, const std::string& who) {
  switch (e.objection.kind) {
    case Objection::Kind::loss:
      return who + " would lose by it, and ";
    case Objection::Kind::no_gain:
      return who + " sees no gain in it, and ";
    case Objection::Kind::holds_out:
      return who + " holds out for more, and ";
    default:
      return "";
  }
}

/// Why no number turns it.
std::string because(const Scenario& s, const Explanation& e) {
  const std::string who = country_name(s, e.objection.who);
  switch (e.objection.kind) {
    case Objection::Kind::precondition:
      return join_and(e.missing);
    case Objection::Kind::doctrine:
      return fmt::format("the government of {} rules such deals out, and no number says so", who);
    case Objection::Kind::resting:
      return fmt::format("talks that failed rest for another {} years", rounded(e.rest_years));
    default:
      break;
  }
  const std::string draws = objector_text(e, who) + draws_text(s, e);
  if (!e.rival.empty()) {
    return fmt::format("the rival {} was worth more", in_marks(e.rival));
  }
  if (e.years_to_vote > 0) {
    return fmt::format("parliaments vote in {} years", rounded(e.years_to_vote));
  }
  return draws.empty() ? "what decides it is no amount of anything" : draws;
}

}  // namespace

std::string lever_value(double value, std::string_view unit, int digits) {
  const double shown = unit == "share" ? 100 * value : value;
  std::string text = fmt::format("{:.{}g}", shown, digits);
  text = text.find('e') == std::string::npos ? text : exact_text(shown);
  const std::string printed = unit == "share" ? "%" : printed_unit(unit);
  return text + (printed.empty() ? "" : " ") + printed;
}

std::string value_before(const Flip& flip) {
  const std::string to = lever_value(flip.to, flip.lever.unit);
  for (const int digits : {4, 6}) {
    const std::string text = lever_value(flip.lever.value, flip.lever.unit, digits);
    if (text != to) {
      return text;
    }
  }
  return lever_value(flip.lever.value, flip.lever.unit, 9);
}

std::string effect_text(const Scenario& s, const Flips& flips, FlipEffect effect) {
  return effect == FlipEffect::reversed ? std::string(reversal_text(flips.decision))
                                        : met_text(s, flips.objection);
}

std::string flip_sentence(const Scenario& s, const Flips& flips, const Flip& flip) {
  return fmt::format(
      "If {} had been {} instead of {}, {}{}.", lever_words(s, flip.lever),
      lever_value(flip.to, flip.lever.unit), value_before(flip), effect_text(s, flips, flip.effect),
      flip.effect == FlipEffect::met ? ", but the draw of the tick still said no" : "");
}

std::string block_sentence(const Scenario& s, const Explanation& e, const Flips& flips) {
  const std::string reasons = because(s, e);
  if (flips.count(FlipEffect::reversed) > 0) {
    return fmt::format("What decided it: {}.", reasons);
  }
  const std::string_view outcome = reversal_text(flips.decision);
  return flips.felt == 0 ? fmt::format("The deal feels none of the {} levers in this tick: {}.",
                                       flips.levers, reasons)
                         : fmt::format("With no change of one of the {} levers it feels {}: {}.",
                                       flips.felt, outcome, reasons);
}

std::vector<Flip> telling_flips(const Flips& flips, std::size_t most, std::size_t a_group) {
  std::map<std::string, std::size_t> shown;
  std::vector<Flip> telling;
  for (const Flip& flip : flips.found) {
    const std::string group = flips::key_of(flip.lever.path);
    if (telling.size() < most && shown[group]++ < a_group) {
      telling.push_back(flip);
    }
  }
  return telling;
}

}  // namespace tumen
