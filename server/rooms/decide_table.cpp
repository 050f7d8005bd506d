// What a seat may do: offers, answers, moves, messages.
#include "server/rooms/appraise.hpp"
#include "server/rooms/decide.hpp"
#include "server/rooms/parliament.hpp"
#include "sim/document/problem.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::server::rooms::deciding {
namespace {

constexpr std::size_t most_open = 12;        // offers of one seat on the table
constexpr int most_made = 30;                // offers of one seat in a round
constexpr std::size_t most_messages = 2000;  // of a room
constexpr std::size_t most_moves = 16;       // of one seat in a round

bool has(const std::vector<int>& seats, int seat) {
  return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

/// The offer of the command, if the speaker may see it, it is open, and it has not changed since
/// the speaker saw it; else null and a refusal. Of an offer of others nothing is said.
const Offer* find_offer(Case& c) {
  const auto place = static_cast<std::size_t>(c.command.offer);
  if (c.command.offer < 0 || place >= c.room.offers.size() ||
      !has(c.room.offers[place].signers, c.speaker.seat)) {
    c.refuse(fmt::format("offer: you have no offer {}", c.command.offer));
    return nullptr;
  }
  const Offer& offer = c.room.offers[place];
  if (offer.stage != OfferStage::open) {
    c.refuse(
        fmt::format("offer {} is {}", c.command.offer, offer_stage_names[index_of(offer.stage)]));
    return nullptr;
  }
  if (offer.changed > c.command.version) {
    c.refuse(fmt::format("offer {} has changed meanwhile", c.command.offer));
    return nullptr;
  }
  return &offer;
}

bool is_in_round(Case& c) {
  if (c.room.phase == Phase::round) {
    return true;
  }
  c.refuse(c.room.phase == Phase::lobby ? "the game has not begun" : "the game is over");
  return false;
}

/// Whether the draft may be put on the table by the speaker; all that is wrong is refused.
bool may_offer(Case& c) {
  const std::vector<InstrumentInfo>& known = c.room.catalogue->instruments;
  for (std::string& mistake : mistakes_of(c.command.draft, *c.room.scenario, known)) {
    c.refuse("draft." + std::move(mistake));
  }
  if (!c.verdict.refusals.empty()) {
    return false;
  }
  const std::string& own = c.room.seats[static_cast<std::size_t>(c.speaker.seat)].country;
  const InstrumentInfo& instrument = *find_instrument(known, c.command.draft.instrument);
  const bool signs =
      std::any_of(instrument.roles.begin(), instrument.roles.end(), [&](const RoleInfo& role) {
        return role.signs && c.command.draft.roles.at(role.name) == own;
      });
  const auto open =
      std::count_if(c.room.offers.begin(), c.room.offers.end(), [&](const Offer& offer) {
        return offer.by == c.speaker.seat && offer.stage == OfferStage::open;
      });
  const auto made =
      std::count_if(c.room.offers.begin(), c.room.offers.end(), [&](const Offer& offer) {
        return offer.by == c.speaker.seat && offer.round == c.room.round;
      });
  if (!signs) {
    c.refuse("draft.roles: you must be one of those who sign");
  } else if (static_cast<std::size_t>(open) >= most_open) {
    c.refuse(fmt::format("you have {} offers on the table; withdraw one", most_open));
  } else if (made >= most_made) {
    c.refuse(fmt::format("you have made {} offers in this round; wait for the next", most_made));
  } else if (free_slot(c.room).empty()) {
    c.refuse("the room has no place for another deal");
  }
  return c.verdict.refusals.empty();
}

void put_offer(Case& c, int counters) {
  if (!may_offer(c)) {
    return;
  }
  try {
    Check check = check_draft(c.room, c.command.draft, c.shop);
    Event& e = c.event(EventType::offered);
    e.draft = c.command.draft;
    e.check = std::move(check);
    e.offer = counters;
  } catch (const InputError& error) {
    for (const Problem& problem : error.problems().sorted()) {
      c.refuse("draft: " + problem.message());
    }
  }
}

void answer(Case& c) {
  const Offer* const offer = find_offer(c);
  if (offer == nullptr) {
    return;
  }
  const bool is_own = offer->by == c.speaker.seat;
  switch (c.command.kind) {
    case CommandKind::counter:
      return put_offer(c, c.command.offer);
    case CommandKind::withdraw:
      if (!is_own) {
        return c.refuse("only who made an offer can withdraw it");
      }
      c.event(EventType::withdrawn).offer = c.command.offer;
      return;
    case CommandKind::refuse:
      if (is_own) {
        return c.refuse("you cannot refuse your own offer; withdraw it");
      }
      c.event(EventType::refused).offer = c.command.offer;
      return;
    default:
      if (has(offer->accepted, c.speaker.seat)) {
        return c.refuse("you have said yes already");
      }
      c.event(EventType::accepted).offer = c.command.offer;
  }
}

/// Whether the target of a plan is the speaker's to move; the reason if not.
std::string wrong_target(const Case& c) {
  const Scenario& s = *c.room.scenario;
  const std::string& own = c.room.seats[static_cast<std::size_t>(c.speaker.seat)].country;
  const Id country = find_name(s.names.countries, own);
  if (c.command.verb == Verb::act) {
    const Id act = find_name(s.names.acts, c.command.target);
    return act != no_id && at(s.model.acts, act).actor == country ? "" : "you have no such act";
  }
  const Id package = find_name(s.names.packages, c.command.target);
  if (package == no_id || at(s.model.packages, package).is_spare) {
    return "you sign no such deal";
  }
  const Id row = at(at(s.model.packages, package).row, country);
  return row != no_id && at(s.model.parties, row).signs ? "" : "you sign no such deal";
}

void plan(Case& c) {
  const Move move{c.speaker.seat, c.command.verb, c.command.target};
  const bool is_planned =
      std::find(c.room.moves.begin(), c.room.moves.end(), move) != c.room.moves.end();
  const auto own = std::count_if(c.room.moves.begin(), c.room.moves.end(),
                                 [&](const Move& m) { return m.seat == c.speaker.seat; });
  const std::string wrong = wrong_target(c);
  if (!wrong.empty()) {
    c.refuse(fmt::format("target: {}; {}", in_quotes(c.command.target), wrong));
  } else if (c.command.version < c.room.phase_changed) {
    c.refuse("the round has changed meanwhile");
  } else if (is_planned == (c.command.kind == CommandKind::plan)) {
    c.refuse(is_planned ? "it is planned already" : "it was not planned");
  } else if (!is_planned && static_cast<std::size_t>(own) >= most_moves) {
    c.refuse("you have planned enough for one round");
  } else {
    c.event(is_planned ? EventType::dropped : EventType::planned).move = move;
  }
}

void say(Case& c) {
  const int to = c.command.country.empty() ? nobody : seat_of(c.room, c.command.country);
  if (to == nobody && !c.command.country.empty()) {
    c.refuse(fmt::format("to: {} has no seat here", in_quotes(c.command.country)));
  } else if (c.room.messages.size() >= most_messages) {
    c.refuse("the room has heard enough messages");
  } else {
    Event& e = c.event(EventType::said);
    e.other = to;
    e.flag = c.command.kind == CommandKind::press;
    e.text = c.command.text;
  }
}

void believe(Case& c) {
  const Room& room = c.room;
  const std::string& country = room.seats[static_cast<std::size_t>(c.speaker.seat)].country;
  const std::string name = c.speaker.is_parliament() ? country + " parliament" : country;
  const bool is_given = std::any_of(room.beliefs.begin(), room.beliefs.end(), [&](const Belief& b) {
    return b.speaker == name && b.is_after == c.command.is_after;
  });
  if (is_given) {
    c.refuse("you have answered already");
  } else if (c.command.is_after ? room.phase != Phase::debrief
                                : room.phase == Phase::debrief || room.round > 1) {
    c.refuse(c.command.is_after ? "the game is not over" : "the first round is over");
  } else {
    Event& e = c.event(EventType::believed);
    e.flag = c.command.is_after;
    for (const int answer : c.command.answers) {
      e.text += static_cast<char>('0' + answer);
    }
  }
}

void vote(Case& c) {
  const std::vector<Id> before = asked(c.room, c.speaker.seat);
  const Id package = find_name(c.room.scenario->names.packages, c.command.target);
  if (c.room.phase != Phase::round ||
      std::find(before.begin(), before.end(), package) == before.end()) {
    c.refuse(fmt::format("deal: {} does not lie before you", in_quotes(c.command.target)));
    return;
  }
  Event& e = c.event(EventType::voted);
  e.text = c.command.target;
  e.flag = c.command.kind == CommandKind::ratify;
}

}  // namespace

void decide_table(Case& c) {
  switch (c.command.kind) {
    case CommandKind::say:
    case CommandKind::press:
      return say(c);
    case CommandKind::quiz:
      return believe(c);
    case CommandKind::ratify:
    case CommandKind::reject:
      return vote(c);
    case CommandKind::offer:
      if (is_in_round(c)) {
        put_offer(c, -1);
      }
      return;
    case CommandKind::plan:
    case CommandKind::drop:
      if (is_in_round(c)) {
        plan(c);
      }
      return;
    default:
      if (is_in_round(c)) {
        answer(c);
      }
  }
}

}  // namespace tumen::server::rooms::deciding
