#pragma once
// What the sentences of the chronicle about one event draw on.
#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {

/// One event of a trace with the words for its parts.
struct Teller {
  const Scenario& s;
  const Trace& trace;
  const TraceEvent& e;

  [[nodiscard]] const World<double>& now() const { return at(trace.after, e.tick); }
  [[nodiscard]] const World<double>& before() const {
    return e.tick > 0 ? at(trace.after, e.tick - 1) : trace.start;
  }
  [[nodiscard]] std::string who() const { return country_name(s, e.who); }
  [[nodiscard]] std::string title() const { return package_name(s, e.package); }
  [[nodiscard]] std::string deal() const { return in_marks(title()); }

  [[nodiscard]] std::string signatories(Id without = no_id) const {
    std::vector<std::string> names;
    for (const Id country : signatories_of(s, e.package)) {
      if (country != without) {
        names.push_back(country_name(s, country));
      }
    }
    return join_and(names);
  }

  [[nodiscard]] std::string terms(std::string_view before) const {
    const std::string text = tell_terms(s, terms_of(s, now(), e.package));
    return text.empty() ? "" : std::string(before) + text;
  }

  /// "Russia +57, the DPRK +62 M USD/y": what the signatories gain on the terms of this tick.
  [[nodiscard]] std::string gains() const {
    std::string text;
    for (const Id country : signatories_of(s, e.package)) {
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", country_name(s, country),
                          with_sign(party(country)->total));
    }
    return text + " M USD/y";
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
      text += fmt::format(", most of it {}",
                          issue_names[static_cast<std::size_t>(worst - p->gain.begin())]);
    }
    return text + ")";
  }

  /// The signatory for which `measure` of its party is lowest.
  template <class Measure>
  [[nodiscard]] Id lowest(Measure&& measure) const {
    const std::vector<Id> all = signatories_of(s, e.package);
    return *std::min_element(all.begin(), all.end(),
                             [&](Id a, Id b) { return measure(*party(a)) < measure(*party(b)); });
  }
};

/// "18 months", "6.25 years".
[[nodiscard]] std::string years_text(double years);

/// Who stood in the way of talks that ended: the party that lost by the deal, else one that doubted
/// its gain, else the one least likely to accept; for other reasons the country of the event.
[[nodiscard]] Id obstacle(const Teller& teller);

/// Why talks ended: "the ROK saw no gain in it (-35 M USD/y, most of it energy)".
[[nodiscard]] std::string tell_reason(const Teller& teller);

/// "not signed: “A” was agreed, but “B” was worth more", with the rival that was signed instead.
[[nodiscard]] std::string tell_conflict(const Teller& teller);

/// The sentence of an event of a package.
[[nodiscard]] std::string tell_deal(const Teller& teller);

}  // namespace tumen
