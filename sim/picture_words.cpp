// The few words beside a lane.
#include "sim/picture_parts.hpp"
#include "sim/teller.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

using Kind = TraceEvent::Kind;

std::string reason_text(const Page& page, const TraceEvent& e) {
  const Teller teller{page.s, page.trace, e};
  const Id obstructor = obstacle(teller);
  const std::string who = obstructor == no_id ? "" : short_name(page.s, obstructor);
  switch (e.why) {
    case Hindrance::shock:
      return "ended by a test";
    case Hindrance::doctrine:
      return who + " ruled it out";
    case Hindrance::no_gain:
      return who + " saw no gain";
    case Hindrance::aspiration:
    case Hindrance::deadline:
      return who.empty()
                 ? "no agreement"
                 : who + (teller.party(obstructor)->total < 0 ? " saw no gain" : " wanted more");
    case Hindrance::withdrawn:
      return who + " withdrew";
    default:
      return "no agreement";
  }
}

}  // namespace

std::string last_word(const Page& page, Id package) {
  std::string text = "not taken up again";
  for (const TraceEvent& e : page.trace.events) {
    if (e.package != package) {
      continue;
    }
    const std::string who = e.who == no_id ? "" : short_name(page.s, e.who);
    const double year = std::floor(page.s.model.year(e.tick) + 1e-6);
    switch (e.kind) {
      case Kind::opened:
        text = fmt::format("in talks since {:.0f}", year);
        break;
      case Kind::signed_:
        text = fmt::format("signed {:.0f}, not ratified yet", year);
        break;
      case Kind::in_force:
        text = fmt::format("in force since {:.0f}", year);
        break;
      case Kind::blocked:
        text = fmt::format("blocked {:.0f}{}", year, who.empty() ? "" : " by " + who);
        break;
      case Kind::vote_failed:
        text = fmt::format("{:.0f}: not ratified by {}", year, who);
        break;
      case Kind::breached:
        text = fmt::format("broken {:.0f} by {}", year, who);
        break;
      case Kind::ended:
        text = fmt::format("ended {:.0f}", year);
        break;
      case Kind::broke_off:
        text = fmt::format("{:.0f}: {}", year, reason_text(page, e));
        break;
      case Kind::conflict:
        text = fmt::format("{:.0f}: a rival was signed", year);
        break;
      default:
        break;
    }
  }
  return text;
}

std::string parties_text(const Page& page, Id package) {
  std::string text;
  for (const Id country : signatories_of(page.s, package)) {
    text += (text.empty() ? "" : ", ") + short_name(page.s, country);
  }
  return text;
}

std::string terms_text(const DealSummary& deal) {
  std::string text;
  for (const TermValue& term : deal.terms) {
    std::string name = term.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ", name, with_unit(term.value, term.unit));
  }
  return text;
}

}  // namespace tumen::picture
