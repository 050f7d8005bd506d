// The part of a view that is about the world.
#include "policies/context.hpp"
#include "server/rooms/parliament.hpp"
#include "server/rooms/view.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::server::rooms::viewing {
namespace {

JsonObject terms_json(const Room& room, Id package) {
  const Scenario& s = *room.scenario;
  JsonObject terms;
  const Package& p = at(s.model.packages, package);
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const std::string& name = at(s.names.terms, k);
    terms[name.substr(name.find('.') + 1)] =
        with_unit(at(room.world.terms, k), at(s.names.term_units, k));
  }
  return terms;
}

/// Parliaments that a signed deal lies before.
JsonArray before_json(const Room& room, Id package) {
  JsonArray out;
  const Scenario& s = *room.scenario;
  const Package& p = at(s.model.packages, package);
  if (at(room.world.packages, package).stage != code<double>(PackageStage::signed_) ||
      !goes_to_parliament(p)) {
    return out;
  }
  for (const Id country : signatories_of(s, package)) {
    const std::string& name = at(s.names.countries, country);
    const bool is_person = has_parliament(room, seat_of(room, name));
    const bool votes = at(s.model.countries, country).strategy.domestic_temperature.exists() ||
                       p.approver == country;
    if (is_person || votes) {
      out.push_back(
          JsonObject{{"country", name}, {"house", house_of(name)}, {"person", is_person}});
    }
  }
  return out;
}

bool is_of_room(const Room& room, const std::string& package) {
  return std::any_of(room.deals.begin(), room.deals.end(),
                     [&](const Deal& deal) { return deal.slot == package; });
}

}  // namespace

bool is_public(const PackageState<double>& now) {
  return now.stage >= code<double>(PackageStage::signed_) &&
         now.stage <= code<double>(PackageStage::in_force);
}

/// A share in whole per cents.
int percent(double share) {
  return static_cast<int>(std::lround(100 * share));
}

JsonObject package_json(const Room& room, Id k) {
  const Scenario& s = *room.scenario;
  JsonArray signers;
  for (const Id country : signatories_of(s, k)) {
    signers.emplace_back(at(s.names.countries, country));
  }
  const auto stage = static_cast<std::size_t>(at(room.world.packages, k).stage);
  return JsonObject{{"name", at(s.names.packages, k)},
                    {"title", package_name(s, k)},
                    {"stage", package_stage_names[stage]},
                    {"signers", std::move(signers)},
                    {"terms", terms_json(room, k)},
                    {"by", is_of_room(room, at(s.names.packages, k)) ? "room" : "policies"},
                    {"before", before_json(room, k)}};
}

JsonObject world_json(const Room& room) {
  const Scenario& s = *room.scenario;
  const World<double>& w = room.world;
  JsonObject corridors;
  for (Id k = 0; k < count(s.model.corridors); ++k) {
    corridors[at(s.names.corridors, k)] = JsonObject{
        {"title", corridor_name(s, k)},
        {"stage", corridor_stage_names[static_cast<std::size_t>(at(w.corridors, k).stage)]},
        {"progress", percent(at(w.corridors, k).progress)}};
  }
  JsonObject debts;
  for (Id k = 0; k < count(s.model.debts); ++k) {
    const auto& debt = at(w.debts, k);
    debts[at(s.names.debts, k)] = JsonObject{
        {"title", fmt::format("Claim of {} on {}", country_name(s, at(s.model.debts, k).creditor),
                              country_name(s, at(s.model.debts, k).debtor))},
        {"musd", std::round(debt.face + debt.residual)},
        {"settled", debt.settled > 0}};
  }
  JsonArray deals;
  for (Id k = 0; k < count(s.model.packages); ++k) {
    if (is_public(at(w.packages, k))) {
      deals.push_back(package_json(room, k));
    }
  }
  return JsonObject{{"brent", std::round(w.market.brent)},
                    {"corridors", std::move(corridors)},
                    {"debts", std::move(debts)},
                    {"deals", std::move(deals)}};
}

}  // namespace tumen::server::rooms::viewing
