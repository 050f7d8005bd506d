// The parts of a view that are for one seat, or for the host, alone.
#include "policies/context.hpp"
#include "server/rooms/view.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>

namespace tumen::server::rooms {
namespace viewing {
namespace {

struct Brief {
  std::string_view country, want, fear, lever, objective;
};
constexpr std::array briefs = {
#define TUMEN_BRIEF(code, want, fear, lever, objective) Brief{#code, want, fear, lever, objective},
#include "server/rooms/briefs.inc"
#undef TUMEN_BRIEF
};

JsonObject brief_json(const std::string& country) {
  const auto* const found = std::find_if(briefs.begin(), briefs.end(),
                                         [&](const Brief& b) { return b.country == country; });
  if (found == briefs.end()) {
    return {};
  }
  return JsonObject{{"want", found->want},
                    {"fear", found->fear},
                    {"lever", found->lever},
                    {"objective", found->objective}};
}

std::string country_of(const Room& room, int seat) {
  return seat == nobody ? "" : room.seats[static_cast<std::size_t>(seat)].country;
}

bool has(const std::vector<int>& seats, int seat) {
  return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

JsonObject offer_json(const Room& room, std::size_t number) {
  const Offer& offer = room.offers[number];
  JsonArray accepted;
  for (const int seat : offer.accepted) {
    accepted.emplace_back(country_of(room, seat));
  }
  return JsonObject{{"offer", number},
                    {"by", country_of(room, offer.by)},
                    {"draft", draft_json(offer.draft)},
                    {"check", check_json(offer.check)},
                    {"stage", offer_stage_names[index_of(offer.stage)]},
                    {"accepted", std::move(accepted)},
                    {"counters", offer.answers < 0 ? Json(nullptr) : Json(offer.answers)},
                    {"round", offer.round},
                    {"fan", nullptr}};  // of one's own outcome, from one's own beliefs: later
}

/// Why the policies of others have not signed what this seat wants to.
JsonArray replies_json(const Room& room, int seat) {
  JsonArray out;
  for (const Reply& reply : room.replies) {
    const Id package = find_name(room.scenario->names.packages, reply.slot);
    const auto& signers = signatories_of(*room.scenario, package);
    const Id own = find_name(room.scenario->names.countries, country_of(room, seat));
    if (std::find(signers.begin(), signers.end(), own) != signers.end()) {
      out.push_back(JsonObject{{"deal", reply.slot},
                               {"country", reply.country},
                               {"leaning", leaning_names[index_of(reply.lean.leaning)]},
                               {"reason", reply.lean.reason},
                               {"round", reply.round}});
    }
  }
  return out;
}

JsonArray acts_json(const Room& room, int seat) {
  const Scenario& s = *room.scenario;
  const Id own = find_name(s.names.countries, country_of(room, seat));
  JsonArray out;
  for (Id k = 0; k < count(s.model.acts); ++k) {
    if (at(s.model.acts, k).actor == own) {
      out.emplace_back(at(s.names.acts, k));
    }
  }
  return out;
}

/// Deals it signs that are talked about, or could be: what it may plan moves on.
JsonArray talks_json(const Room& room, int seat) {
  const Scenario& s = *room.scenario;
  const Id own = find_name(s.names.countries, country_of(room, seat));
  JsonArray out;
  for (Id k = 0; k < count(s.model.packages); ++k) {
    const Id row = at(at(s.model.packages, k).row, own);
    const bool signs = row != no_id && at(s.model.parties, row).signs;
    if (signs && at(room.world.packages, k).stage <= code<double>(PackageStage::talks)) {
      JsonObject told = package_json(room, k);
      if (at(room.world.packages, k).stage < code<double>(PackageStage::talks)) {
        told.erase("terms");  // nobody has written a text yet; the engine's would tell too much
      }
      out.push_back(std::move(told));
    }
  }
  return out;
}

}  // namespace

JsonObject own_json(const Room& room, int seat) {
  JsonArray offers;
  for (std::size_t k = 0; k < room.offers.size(); ++k) {
    if (has(room.offers[k].signers, seat)) {
      offers.push_back(offer_json(room, k));
    }
  }
  JsonArray messages;
  for (const Message& message : room.messages) {
    if (message.to != nobody && (message.to == seat || message.from == seat)) {
      messages.push_back(message_json(room, message));
    }
  }
  JsonArray moves;
  for (const Move& move : room.moves) {
    if (move.seat == seat) {
      moves.push_back(
          JsonObject{{"verb", verb_names[index_of(move.verb)]}, {"target", move.target}});
    }
  }
  JsonArray happenings;
  for (const Happening& happening : room.happenings) {
    if (has(happening.seats, seat)) {
      happenings.push_back(happening_json(room, happening));
    }
  }
  const std::string country = country_of(room, seat);
  return JsonObject{{"country", country},
                    {"brief", brief_json(country)},
                    {"offers", std::move(offers)},
                    {"messages", std::move(messages)},
                    {"moves", std::move(moves)},
                    {"acts", acts_json(room, seat)},
                    {"talks", talks_json(room, seat)},
                    {"replies", replies_json(room, seat)},
                    {"happenings", std::move(happenings)}};
}

JsonObject desk_json(const Room& room) {
  const auto open = std::count_if(room.offers.begin(), room.offers.end(), [](const Offer& offer) {
    return offer.stage == OfferStage::open;
  });
  JsonObject doctrines;
  const Names& names = room.scenario->names;
  for (std::size_t k = 0; k < names.countries.size(); ++k) {
    doctrines[names.countries[k]] = texts_json(names.doctrines[k]);
  }
  return JsonObject{{"open_offers", static_cast<std::int64_t>(open)},
                    {"deals", room.deals.size()},
                    {"planned_moves", room.moves.size()},
                    {"rounds_kept", room.starts.size()},
                    {"doctrines", std::move(doctrines)}};
}

}  // namespace viewing

Json instruments_json(const Room& room) {
  JsonArray out;
  for (const InstrumentInfo& instrument : room.catalogue->instruments) {
    JsonArray roles;
    for (const RoleInfo& role : instrument.roles) {
      roles.push_back(
          JsonObject{{"name", role.name}, {"meaning", role.meaning}, {"signs", role.signs}});
    }
    JsonArray things;
    for (const ThingInfo& thing : instrument.things) {
      things.push_back(JsonObject{{"name", thing.name}, {"section", thing.section}});
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

}  // namespace tumen::server::rooms
