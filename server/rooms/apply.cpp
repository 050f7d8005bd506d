#include "server/rooms/apply.hpp"

#include <algorithm>

namespace tumen::server::rooms {
namespace {

constexpr std::size_t most_remembered = 64;  // commands of a speaker that are known when they recur

Seat& seat_in(Room& room, int seat) {
  return room.seats.at(static_cast<std::size_t>(seat));
}
Offer& offer_in(Room& room, int offer) {
  return room.offers.at(static_cast<std::size_t>(offer));
}

void add_offer(Room& room, const Event& e) {
  Offer offer;
  offer.by = e.seat;
  offer.draft = e.draft;
  offer.check = e.check;
  offer.answers = e.offer;
  offer.accepted = {e.seat};
  offer.round = room.round;
  offer.changed = room.version;
  for (const std::string& country : e.check.signers) {
    offer.signers.push_back(seat_of(room, country));
  }
  if (e.offer >= 0) {
    offer_in(room, e.offer).stage = OfferStage::countered;
    offer_in(room, e.offer).changed = room.version;
  }
  room.offers.push_back(std::move(offer));
}

void change_offer(Room& room, const Event& e) {
  Offer& offer = offer_in(room, e.offer);
  offer.changed = room.version;
  if (e.kind == EventType::accepted) {
    offer.accepted.push_back(e.seat);
  } else {
    offer.stage = e.kind == EventType::refused ? OfferStage::refused : OfferStage::withdrawn;
  }
}

void change_seat(Room& room, const Event& e) {
  Seat& seat = seat_in(room, e.seat);
  switch (e.kind) {
    case EventType::joined:
      // Who plays its parliament stays.
      seat.token_hash = e.hash;
      seat.name = e.text;
      seat.is_warned = seat.is_taken_over = false;
      room.taken.erase(seat.country);  // a new person counts commands anew
      break;
    case EventType::warned:
      (e.flag ? seat.is_parliament_warned : seat.is_warned) = true;
      break;
    case EventType::taken_over:
      (e.flag ? seat.is_parliament_away : seat.is_taken_over) = true;
      break;
    case EventType::returned:
      (e.flag ? seat.is_parliament_warned : seat.is_warned) = false;
      (e.flag ? seat.is_parliament_away : seat.is_taken_over) = false;
      break;
    default:
      seat = {seat.country, "", "", false, false, "", ""};
      room.taken.erase(seat.country + " parliament");
      std::erase_if(room.moves, [&](const Move& move) { return move.seat == e.seat; });
      // What its person said yes to is no word of the policies.
      for (Offer& offer : room.offers) {
        std::erase(offer.accepted, e.seat);
      }
  }
}

void remember(Room& room, const Event& e) {
  if (e.command == 0) {
    return;
  }
  std::vector<std::uint64_t>& taken = room.taken[e.speaker];
  taken.push_back(e.command);
  if (taken.size() > most_remembered) {
    taken.erase(taken.begin());
  }
}

Belief belief_of(const Event& e) {
  Belief belief{e.speaker, e.flag, {}};
  for (std::size_t k = 0; k < belief.answers.size(); ++k) {
    belief.answers[k] = std::clamp(e.text.at(k) - '0', 0, quiz_options - 1);
  }
  return belief;
}

void change_table(Room& room, const Event& e) {
  switch (e.kind) {
    case EventType::offered:
      add_offer(room, e);
      break;
    case EventType::planned:
      room.moves.push_back(e.move);
      break;
    case EventType::dropped:
      std::erase(room.moves, e.move);
      break;
    case EventType::said:
      room.messages.push_back({e.seat, e.other, e.flag, e.text, e.at, room.round});
      break;
    case EventType::told:
      room.news.push_back(e.news);
      break;
    case EventType::seconded:
      seat_in(room, e.seat).parliament_hash = e.hash;
      seat_in(room, e.seat).parliament_name = e.text;
      seat_in(room, e.seat).is_parliament_warned = false;
      seat_in(room, e.seat).is_parliament_away = false;
      break;
    case EventType::believed:
      room.beliefs.push_back(belief_of(e));
      break;
    case EventType::voted:
      std::erase_if(room.votes,
                    [&](const Vote& v) { return v.seat == e.seat && v.deal == e.text; });
      room.votes.push_back({e.seat, e.text, e.flag});
      break;
    case EventType::counted:
      room.baseline = e.text;
      break;
    case EventType::foreseen:
      room.chances = e.text;
      room.is_foreseen = true;
      break;
    default:
      change_offer(room, e);
  }
}

}  // namespace

Room apply(Room room, const Event& e, const Workshop& shop) {
  room.version += 1;
  if (applying::changes_phase(e.kind)) {
    applying::change_phase(room, e, shop);
  } else if (e.kind >= EventType::joined && e.kind <= EventType::freed) {
    change_seat(room, e);
  } else {
    change_table(room, e);
  }
  remember(room, e);
  return room;
}

}  // namespace tumen::server::rooms
