// What all may read once the game is over.
#include "policies/context.hpp"
#include "server/rooms/view.hpp"
#include "sim/json_reader.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <set>

namespace tumen::server::rooms::viewing {
namespace {

JsonArray timeline_json(const Room& room) {
  JsonArray out;
  const Id quarters = std::max(room.settings.quarters, 1);
  for (const Happening& happening : room.happenings) {
    if (happening.seats.empty()) {
      out.push_back(JsonObject{{"round", happening.tick / quarters + 1},
                               {"date", date_of_tick(room.scenario->model, happening.tick)},
                               {"kind", happening.kind},
                               {"text", happening.text}});
    }
  }
  return out;
}

/// Sum of the middles of what the signatories of an offer expected; if `all`, only where each of
/// them expected to gain.
int joint_gain(const Offer& offer, bool all) {
  int sum = 0;
  for (const auto& [country, fan] : offer.check.fans) {
    if (all && fan.quantiles[2] <= 0) {
      return 0;
    }
    sum += fan.quantiles[2];
  }
  return sum;
}

JsonObject deal_json(const Room& room, const Deal& deal) {
  const Scenario& s = *room.scenario;
  const Offer& offer = room.offers[static_cast<std::size_t>(deal.offer)];
  const Id package = find_name(s.names.packages, deal.slot);
  JsonObject fans;
  for (const auto& [country, fan] : offer.check.fans) {
    fans[country] = fan_json(fan);
  }
  JsonObject came;
  for (const auto& [country, worth] : deal.came) {
    came[country] = worth;
  }
  JsonObject out = package_json(room, package);
  out["round"] = deal.round;
  out["by_seat"] = room.seats[static_cast<std::size_t>(offer.by)].country;
  out["kept"] =
      deal.due > 0 ? Json(percent(static_cast<double>(deal.kept) / deal.due)) : Json(nullptr);
  out["fans"] = std::move(fans);
  out["came"] = std::move(came);
  return out;
}

JsonObject promises_json(const Room& room) {
  int kept = 0;
  int broken = 0;
  int pending = 0;
  for (const Deal& deal : room.deals) {
    broken += deal.was_broken ? 1 : 0;
    kept += deal.was_in_force && !deal.was_broken ? 1 : 0;
    pending += deal.was_signed && !deal.was_in_force ? 1 : 0;
  }
  return JsonObject{{"kept", kept}, {"broken", broken}, {"pending", pending}};
}

/// What was made of what could be: deals that came into force, and the best offer of each kind
/// among the same countries by which all would have gained and which never did.
JsonObject value_json(const Room& room) {
  int created = 0;
  std::set<std::string> made;
  const auto key = [&room](const Offer& offer) { return draft_title(room, offer.draft); };
  for (const Deal& deal : room.deals) {
    const Offer& offer = room.offers[static_cast<std::size_t>(deal.offer)];
    if (deal.was_in_force) {
      created += joint_gain(offer, false);
      made.insert(key(offer));
    }
  }
  std::map<std::string, int> left;
  for (const Offer& offer : room.offers) {
    if (const int gain = joint_gain(offer, true); gain > 0 && made.count(key(offer)) == 0) {
      left[key(offer)] = std::max(left[key(offer)], gain);
    }
  }
  int sum = 0;
  for (const auto& [title, gain] : left) {
    sum += gain;
  }
  return JsonObject{{"created", created}, {"left", sum}, {"left_deals", left.size()}};
}

JsonArray objectives_json(const Room& room) {
  JsonArray out;
  for (const Seat& seat : room.seats) {
    JsonObject told = brief_json(seat.country, true);
    if (told.empty()) {
      continue;
    }
    const Reached reached =
        objective_of(*room.scenario, first_world(room), room.world, room.tally, seat.country);
    out.push_back(JsonObject{{"country", seat.country},
                             {"objective", told["objective"]},
                             {"measure", told["measure"]},
                             {"value", reached.value},
                             {"text", reached.text}});
  }
  return out;
}

/// How many gave each answer; nobody's own.
JsonObject beliefs_json(const Room& room) {
  JsonArray asked = quiz_json();
  for (std::size_t k = 0; k < asked.size(); ++k) {
    for (const bool is_after : {false, true}) {
      std::array<int, quiz_options> counts{};
      for (const Belief& belief : room.beliefs) {
        counts[static_cast<std::size_t>(belief.answers[k])] += belief.is_after == is_after ? 1 : 0;
      }
      JsonArray shown;
      for (const int n : counts) {
        shown.emplace_back(n);
      }
      asked[k].get_object()[is_after ? "after" : "before"] = std::move(shown);
    }
  }
  const auto n = std::count_if(room.beliefs.begin(), room.beliefs.end(),
                               [](const Belief& belief) { return belief.is_after; });
  return JsonObject{{"n", n}, {"questions", std::move(asked)}};
}

/// The parts of the baseline that pages read, by name; null before it is counted.
void add_baseline(const Room& room, JsonObject& out) {
  out["baseline"] = out["scores"] = out["points"] = nullptr;
  if (room.baseline.empty()) {
    return;
  }
  JsonObject counted = parse_json_object(room.baseline);
  out["baseline"] = JsonObject{{"runs", counted["runs"]},
                               {"deals", counted["deals"]},
                               {"corridors", counted["corridors"]},
                               {"text", counted["text"]}};
  out["scores"] = counted["scores"];
  out["points"] = counted["points"];
}

}  // namespace

JsonObject debrief_json(const Room& room) {
  JsonArray deals;
  for (const Deal& deal : room.deals) {
    if (deal.was_signed) {
      deals.push_back(deal_json(room, deal));
    }
  }
  JsonObject out{{"timeline", timeline_json(room)},     {"deals", std::move(deals)},
                 {"promises", promises_json(room)},     {"value", value_json(room)},
                 {"objectives", objectives_json(room)}, {"quiz", beliefs_json(room)},
                 {"questions", questions_json()}};
  add_baseline(room, out);
  return out;
}

}  // namespace tumen::server::rooms::viewing
