// What a page is told once: what can be composed; and what it is told of a draft under way.
#include "server/rooms/appraise.hpp"
#include "server/rooms/classroom.hpp"
#include "server/rooms/view.hpp"
#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

JsonArray instruments_json(const Room& room) {
  JsonArray out;
  for (const InstrumentInfo& instrument : room.catalogue->instruments) {
    JsonArray roles;
    for (const RoleInfo& role : instrument.roles) {
      roles.push_back(
          JsonObject{{"name", role.name}, {"meaning", role.meaning}, {"signs", role.signs}});
    }
    JsonArray things;
    for (const ThingInfo& thing : instrument.things) {
      things.push_back(
          JsonObject{{"name", thing.name},
                     {"section", thing.section},
                     {"names", viewing::texts_json(section_names(*room.scenario, thing.section))}});
    }
    JsonArray terms;
    for (const TermInfo& term : instrument.terms) {
      terms.push_back(JsonObject{{"name", term.name},
                                 {"unit", printed_unit(term.unit)},
                                 {"lower", term.lower},
                                 {"upper", term.upper},
                                 {"start", term.start},
                                 {"from", term.from},
                                 {"to", term.to}});
    }
    out.push_back(JsonObject{{"name", instrument.name},
                             {"title", instrument.title},
                             {"description", instrument.description},
                             {"roles", std::move(roles)},
                             {"things", std::move(things)},
                             {"terms", std::move(terms)}});
  }
  return out;
}

/// Names with their titles.
JsonObject titles_json(const std::vector<std::string>& names,
                       const std::vector<std::string>& titles) {
  JsonObject out;
  for (std::size_t k = 0; k < names.size(); ++k) {
    out[names[k]] = k < titles.size() && !titles[k].empty() ? titles[k] : names[k];
  }
  return out;
}

JsonObject names_json(const Scenario& s) {
  std::vector<std::string> debts;
  for (const Debt& debt : s.model.debts) {
    debts.push_back(fmt::format("Claim of {} on {}", country_name(s, debt.creditor),
                                country_name(s, debt.debtor)));
  }
  std::vector<std::string> regimes;
  for (Id k = 0; k < static_cast<Id>(s.names.regimes.size()); ++k) {
    regimes.push_back(capitalised(regime_name(s, k)));
  }
  return JsonObject{{"corridors", titles_json(s.names.corridors, s.names.corridor_titles)},
                    {"debts", titles_json(s.names.debts, debts)},
                    {"regimes", titles_json(s.names.regimes, regimes)},
                    {"fields", titles_json(s.names.fields, {})}};
}

JsonArray ready_json(const Room& room, const Viewer& viewer) {
  JsonArray out;
  if (viewer.kind != Viewer::Kind::seat) {
    return out;
  }
  const Seat& seat = room.seats[static_cast<std::size_t>(viewer.seat)];
  for (const ReadyDeal& deal : ready_deals(room, seat.country)) {
    out.push_back(
        JsonObject{{"title", deal.title}, {"why", deal.why}, {"draft", draft_json(deal.draft)}});
  }
  return out;
}

}  // namespace

Json catalogue_json(const Room& room, const Viewer& viewer) {
  return JsonObject{{"type", "catalogue"},
                    {"instruments", instruments_json(room)},
                    {"names", names_json(*room.scenario)},
                    {"ready", ready_json(room, viewer)},
                    {"quiz", viewing::quiz_json()}};
}

JsonObject checked_json(const Room& room, int seat, const Draft& draft, const Workshop& shop) {
  std::vector<std::string> errors = mistakes_of(draft, *room.scenario, room.catalogue->instruments);
  if (errors.empty() && free_slot(room).empty()) {
    errors.emplace_back("the room has no place for another deal");
  }
  if (!errors.empty()) {
    return JsonObject{{"errors", viewing::texts_json(errors)}};
  }
  try {
    const Check check = check_draft(room, draft, shop);
    const auto own = check.fans.find(room.seats[static_cast<std::size_t>(seat)].country);
    return JsonObject{{"check", check_json(check)},
                      {"fan", own == check.fans.end() ? Json(nullptr) : fan_json(own->second)}};
  } catch (const InputError& error) {
    for (const Problem& problem : error.problems().sorted()) {
      errors.push_back(problem.message());
    }
    return JsonObject{{"errors", viewing::texts_json(errors)}};
  }
}

std::string viewing::draft_title(const Room& room, const Draft& draft) {
  const InstrumentInfo* const instrument =
      find_instrument(room.catalogue->instruments, draft.instrument);
  std::string who;
  for (const auto& [role, country] : draft.roles) {
    who += (who.empty() ? "" : ", ") + country;
  }
  return fmt::format("{} ({})", instrument == nullptr ? draft.instrument : instrument->title, who);
}

}  // namespace tumen::server::rooms
