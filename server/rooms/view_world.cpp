// The part of a view that is about the world, and what became of it.
#include "policies/context.hpp"
#include "server/rooms/view.hpp"
#include "sim/wording.hpp"

#include <cmath>

namespace tumen::server::rooms::viewing {
namespace {

/// Public from the signature on.
bool is_public(const PackageState<double>& now) {
  return now.stage >= code<double>(PackageStage::signed_) &&
         now.stage <= code<double>(PackageStage::in_force);
}

JsonObject terms_json(const Room& room, Id package) {
  const Scenario& s = *room.scenario;
  JsonObject terms;
  const Package& p = at(s.model.packages, package);
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const std::string& name = at(s.names.terms, k);
    terms[name.substr(name.find('.') + 1)] =
        with_unit(at(room.world.terms, k), at(s.numbers, at(s.model.terms, k).start.index).unit);
  }
  return terms;
}

/// A share in whole per cents.
int percent(double share) {
  return static_cast<int>(std::lround(100 * share));
}

}  // namespace

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
                    {"terms", terms_json(room, k)}};
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
    debts[at(s.names.debts, k)] =
        JsonObject{{"musd", std::round(debt.face + debt.residual)}, {"settled", debt.settled > 0}};
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

JsonObject debrief_json(const Room& room) {
  const Scenario& s = *room.scenario;
  JsonArray deals;
  for (const Deal& deal : room.deals) {
    const Id package = find_name(s.names.packages, deal.slot);
    const auto& now = at(room.world.packages, package);
    if (is_public(now)) {
      JsonObject told = package_json(room, package);
      told["round"] = deal.round;
      told["kept"] = now.in_force_years > 0 ? Json(percent(now.performance)) : Json(nullptr);
      deals.push_back(std::move(told));
    }
  }
  // What the same future would have been without people comes here later.
  return JsonObject{{"deals", std::move(deals)}, {"baseline", nullptr}};
}

}  // namespace tumen::server::rooms::viewing
