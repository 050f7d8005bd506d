// The parts of a view that are for one seat, or for the host, alone.
#include "policies/context.hpp"
#include "server/rooms/parliament.hpp"
#include "server/rooms/view.hpp"
#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

#include <algorithm>

namespace tumen::server::rooms {
namespace viewing {
namespace {

std::string country_of(const Room& room, int seat) {
  return seat == nobody ? "" : room.seats[static_cast<std::size_t>(seat)].country;
}

bool has(const std::vector<int>& seats, int seat) {
  return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

JsonObject offer_json(const Room& room, std::size_t number, int seat) {
  const Offer& offer = room.offers[number];
  const auto own = offer.check.fans.find(country_of(room, seat));
  JsonArray accepted;
  for (const int who : offer.accepted) {
    accepted.emplace_back(country_of(room, who));
  }
  return JsonObject{{"offer", number},
                    {"by", country_of(room, offer.by)},
                    {"title", draft_title(room, offer.draft)},
                    {"draft", draft_json(offer.draft)},
                    {"check", check_json(offer.check)},
                    {"stage", offer_stage_names[index_of(offer.stage)]},
                    {"accepted", std::move(accepted)},
                    {"counters", offer.answers < 0 ? Json(nullptr) : Json(offer.answers)},
                    {"round", offer.round},
                    {"fan", own == offer.check.fans.end() ? Json(nullptr) : fan_json(own->second)}};
}

/// Offers it would sign: all that are open, and the newest of the others.
JsonArray offers_json(const Room& room, int seat) {
  JsonArray out;
  std::size_t closed = 0;
  for (std::size_t k = room.offers.size(); k-- > 0;) {
    if (!has(room.offers[k].signers, seat)) {
      continue;
    }
    const bool is_open = room.offers[k].stage == OfferStage::open;
    closed += is_open ? 0 : 1;
    if (is_open || closed <= shown_offers) {
      out.push_back(offer_json(room, k, seat));
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
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
                               {"title", package_name(*room.scenario, package)},
                               {"country", reply.country},
                               {"leaning", leaning_names[index_of(reply.lean.leaning)]},
                               {"reason", reply.lean.reason},
                               {"round", reply.round}});
    }
  }
  return out;
}

/// What a seat may announce, as an order: what was done is act_sentence().
std::string act_title(const Scenario& s, const Act& act) {
  const std::string target = act.target == no_id ? "" : country_name(s, act.target);
  switch (act.kind) {
    case ActKind::test:
      return "Test a weapon";
    case ActKind::suspend:
      return "Stop " + in_marks(corridor_name(s, act.corridors.front())) +
             (target.empty() ? "" : ", to the loss of " + target);
    case ActKind::cut_off:
      return "Cut " + target + " off";
    case ActKind::press:
      return "Lean on " + target;
    case ActKind::list:
      return "Tighten " + regime_name(s, act.regime);
    case ActKind::ease:
      return "Ease " + regime_name(s, act.regime);
    case ActKind::refuse:
      return "Refuse " + in_marks(at(s.names.package_titles, act.package));
    case ActKind::close:
      return "Close the border to " + target;
    case ActKind::slight:
      return "Slight " + target;
    case ActKind::reprice:
      return "Ask " + target + " for world prices";
  }
  return "Act";
}

JsonArray acts_json(const Room& room, int seat) {
  const Scenario& s = *room.scenario;
  const Id own = find_name(s.names.countries, country_of(room, seat));
  JsonArray out;
  for (Id k = 0; k < count(s.model.acts); ++k) {
    if (at(s.model.acts, k).actor == own) {
      out.push_back(
          JsonObject{{"name", at(s.names.acts, k)}, {"title", act_title(s, at(s.model.acts, k))}});
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

JsonObject answered_json(const Room& room, const std::string& speaker) {
  return JsonObject{{"before", has_answered(room, speaker, false)},
                    {"after", has_answered(room, speaker, true)}};
}

/// Treaties that lie before the parliament of the seat.
JsonArray asked_json(const Room& room, int seat) {
  JsonArray out;
  for (const Id package : asked(room, seat)) {
    JsonObject told = package_json(room, package);
    const Vote* const vote = vote_on(room.votes, seat, told["name"].as_string());
    told["answer"] = vote == nullptr ? Json(nullptr) : Json(vote->is_yes ? "yes" : "no");
    out.push_back(std::move(told));
  }
  return out;
}

}  // namespace

JsonObject parliament_json(const Room& room, int seat) {
  const std::string country = country_of(room, seat);
  return JsonObject{{"country", country},
                    {"role", "parliament"},
                    {"brief", brief_json(country, false)},
                    {"quiz", answered_json(room, country + " parliament")},
                    {"asked", asked_json(room, seat)}};
}

JsonObject own_json(const Room& room, int seat) {
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
  const auto is_own = [seat](const Message& message) {
    return message.to != nobody && (message.to == seat || message.from == seat);
  };
  const std::string country = country_of(room, seat);
  return JsonObject{{"country", country},
                    {"role", "seat"},
                    {"brief", brief_json(country, true)},
                    {"quiz", answered_json(room, country)},
                    {"asked", asked_json(room, seat)},
                    {"offers", offers_json(room, seat)},
                    {"messages", messages_json(room, is_own, shown_messages)},
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
  const auto answers = [&room](bool is_after) {
    return std::count_if(room.beliefs.begin(), room.beliefs.end(),
                         [&](const Belief& belief) { return belief.is_after == is_after; });
  };
  JsonObject doctrines;
  const Names& names = room.scenario->names;
  for (std::size_t k = 0; k < names.countries.size(); ++k) {
    doctrines[names.countries[k]] = texts_json(names.doctrines[k]);
  }
  return JsonObject{{"open_offers", static_cast<std::int64_t>(open)},
                    {"deals", room.deals.size()},
                    {"planned_moves", room.moves.size()},
                    {"rounds_kept", room.starts.size()},
                    {"quiz", JsonObject{{"before", answers(false)}, {"after", answers(true)}}},
                    {"is_counted", !room.baseline.empty()},
                    {"doctrines", std::move(doctrines)}};
}

}  // namespace viewing

}  // namespace tumen::server::rooms
