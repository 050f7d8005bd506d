#include "sim/trace_text.hpp"

#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen {
namespace {

std::string party_line(const Scenario& s, const World<double>& world, Id row) {
  const Party& party = at(s.model.parties, row);
  const PartyState<double>& now = at(world.parties, row);
  std::string line = fmt::format("    {:4} {:>9} M USD/y", at(s.names.countries, party.country),
                                 with_sign(now.total));
  for (std::size_t issue = 0; issue < issue_count; ++issue) {
    if (now.gain[issue] != 0) {
      line += fmt::format("  {} {}", issue_names[issue], with_sign(now.gain[issue]));
    }
  }
  if (now.pressure != 0) {
    line += "  pressure -" + rounded(now.pressure);
  }
  if (party.signs) {
    line += fmt::format("; perceives {:.3f} of its stake, aspires to {:.3f}, accepts {:.1f} %",
                        now.perceived, now.aspiration, 100 * now.accepts);
  }
  return line + "\n";
}

}  // namespace

std::string trace_text(const Scenario& s, const Trace& trace) {
  std::string text;
  for (Id tick = 0; tick < static_cast<Id>(trace.after.size()); ++tick) {
    const World<double>& world = at(trace.after, tick);
    for (Id k = 0; k < static_cast<Id>(world.packages.size()); ++k) {
      const auto stage = static_cast<PackageStage>(static_cast<int>(at(world.packages, k).stage));
      if (stage != PackageStage::talks && stage != PackageStage::signed_ &&
          stage != PackageStage::blocked) {
        continue;
      }
      const auto why = static_cast<std::size_t>(at(at(trace.record, tick).packages, k).hindrance);
      text += fmt::format("{} (tick {})  {}: {} for {:.2f} years; {}; hindrance: {}\n",
                          date_of_tick(s.model, tick), tick, at(s.names.packages, k),
                          package_stage_names[index_of(stage)], at(world.packages, k).clock,
                          tell_terms(s, terms_of(s, world, k)), hindrance_names[why]);
      const Range parties = at(s.model.packages, k).parties;
      for (Id row = parties.first; row < parties.end(); ++row) {
        text += party_line(s, world, row);
      }
    }
  }
  return text;
}

}  // namespace tumen
