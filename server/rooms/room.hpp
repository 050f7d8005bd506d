#pragma once
// A room of the classroom as a value: who sits where, what is on the table, and the world they
// bargain about. It changes by events alone (apply.hpp); a snapshot, a branch and a replay are
// copies. Nothing here knows of sockets, threads or clocks: time is handed in.
#include "server/rooms/draft.hpp"
#include "server/rooms/expect.hpp"
#include "server/rooms/objectives.hpp"
#include "sim/scenario/compose.hpp"
#include "world/state.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tumen::server::rooms {

/// Milliseconds since a fixed moment, as the caller counts them; they never fall.
using Moment = std::int64_t;
inline constexpr Moment minute = 60'000;

inline constexpr int nobody = -1;  ///< in the place of a seat

enum class Phase : std::uint8_t { lobby, round, debrief };
inline constexpr std::array<std::string_view, 3> phase_names = {"lobby", "round", "debrief"};

struct Settings {
  std::string code;      ///< six letters, tokens.hpp
  std::string scenario;  ///< a name of the list, never a path
  int rounds = 5;
  int minutes = 5;   ///< of a round
  int quarters = 4;  ///< ticks by which the world moves when a round ends
  std::uint64_t seed = 1;
};

/// A country of the scenario. Where no person plays it, the policies of the batch engine do.
struct Seat {
  std::string country;     ///< code, as in the scenario
  std::string token_hash;  ///< of the person who holds it; empty = free
  std::string name;        ///< as the person typed it; text, never markup
  bool is_warned = false;
  bool is_taken_over = false;        ///< held, but its person has been silent for too long
  std::string parliament_hash = {};  ///< of a second person, who ratifies; empty = nobody
  std::string parliament_name = {};
  bool is_parliament_warned = false;
  bool is_parliament_away = false;  ///< silent for too long: the policies vote

  [[nodiscard]] bool is_held() const { return !token_hash.empty(); }
  /// A person decides for it.
  [[nodiscard]] bool is_played() const { return is_held() && !is_taken_over; }
};

enum class OfferStage : std::uint8_t { open, refused, withdrawn, countered, agreed };
inline constexpr std::array<std::string_view, 5> offer_stage_names = {
    "open", "refused", "withdrawn", "countered", "agreed"};

/// What the policies of a seat would say to an offer today.
enum class Leaning : std::uint8_t { would_sign, holds_out, loses, ruled_out };
inline constexpr std::array<std::string_view, 4> leaning_names = {"would_sign", "holds_out",
                                                                  "loses", "ruled_out"};

/// Which way they lean, and the reason of agents/reasons.inc that weighs most in it, in words.
struct Lean {
  Leaning leaning = Leaning::holds_out;
  std::string reason;  ///< "opening its territory"; empty where nothing stands out
};

/// What the live check of an offer finds, without a number. Names are country codes.
struct Check {
  std::vector<std::string> signers;      ///< who must sign
  std::vector<std::string> parliaments;  ///< whose parliament or second authority must say yes
  std::vector<std::string> can_veto;     ///< whose consent a ban in force asks for
  std::vector<std::string> can_press;    ///< third parties with a hold on a signatory
  std::vector<std::string> ruled_out;    ///< whose government rules such deals out
  std::vector<std::string> missing;      ///< preconditions that do not hold, in words
  std::map<std::string, Lean> leanings;  ///< of signatories that no person plays
  std::map<std::string, Fan> fans;       ///< of every signatory; each sees its own alone
};

struct Offer {
  int by = nobody;  ///< seat
  Draft draft;
  Check check;
  OfferStage stage = OfferStage::open;
  int answers = -1;           ///< the offer it counters, or -1
  std::vector<int> signers;   ///< seats; those who may see it
  std::vector<int> accepted;  ///< seats that have said yes, its author first
  int round = 0;              ///< in which it was made
  std::uint64_t changed = 0;  ///< version of the room that changed it last
};

/// An offer all people agreed on: a package of the world.
struct Deal {
  int offer = -1;
  std::string slot;       ///< "spare_1"
  std::string text;       ///< the package, YAML
  double from = 0;        ///< calendar year
  int round = 0;          ///< in which it was agreed
  std::vector<int> left;  ///< seats whose person has walked away from it since
  bool was_signed = false, was_in_force = false, was_broken = false;
  int due = 0;   ///< ticks since it came into force in which it was to be kept
  int kept = 0;  ///< of them, those in which it was
  std::map<std::string, int> came = {};  ///< worth to its signatories at the end, in a fan's unit
};

/// What the person who plays a parliament has said of a treaty.
struct Vote {
  int seat = nobody;
  std::string deal;
  bool is_yes = false;
};

inline constexpr std::size_t quiz_questions = 3;
inline constexpr int quiz_options = 5;

/// What a person believes, before the first round or after the last.
struct Belief {
  std::string speaker;  ///< "RUS", "RUS parliament"
  bool is_after = false;
  std::array<int, quiz_questions> answers{};  ///< 0 .. quiz_options - 1
};

struct Message {
  int from = nobody;  ///< seat; nobody = the host
  int to = nobody;    ///< seat; nobody = all
  bool is_press = false;
  std::string text;
  Moment at = 0;
  int round = 0;
};

enum class NewsKind : std::uint8_t { oil_price, test, government, text };
inline constexpr std::array<std::string_view, 4> news_kind_names = {"oil_price", "test",
                                                                    "government", "text"};

/// What the host lets happen when the round ends.
struct News {
  NewsKind kind = NewsKind::text;
  std::string country;   ///< test, government
  std::string doctrine;  ///< government
  double factor = 1;     ///< oil_price: Brent times this
  std::string text;      ///< what is told
  Id tick = 0;
};

enum class Verb : std::uint8_t { act, open, accept, leave, end };
inline constexpr std::array<std::string_view, 5> verb_names = {"act", "open", "accept", "leave",
                                                               "end"};

/// What a seat will do when the round ends: an act, or a move on a package that is there already.
struct Move {
  int seat = nobody;
  Verb verb = Verb::act;
  std::string target;  ///< name of an act or a package

  friend bool operator==(const Move&, const Move&) = default;
};

/// Something that happened in the world. Only who is in `seats` may read it, unless it is empty.
struct Happening {
  Id tick = 0;
  std::string kind;  ///< "signed", "test" ...
  std::string text;
  std::vector<int> seats;
};

/// Why a signatory that no person plays has not signed yet; for the signatories.
struct Reply {
  std::string slot, country;
  Lean lean;
  int round = 0;
};

/// The room's world and table at the start of a round, to which the host can go back. Its scenario
/// is made again from the deals: it is large.
struct Start {
  World<double> world;
  std::vector<Offer> offers;
  std::vector<Deal> deals;
  std::vector<News> news;
  std::vector<Happening> happenings;
  std::vector<Reply> replies;
  std::vector<Vote> votes;
  Tally tally;
};

struct Room {
  Settings settings;
  std::string host_hash, screen_hash;
  std::string config_hash;  ///< SHA-256 of the scenario's text: a log is of use with it alone
  Phase phase = Phase::lobby;
  int round = 0;   ///< 1 .. rounds while playing
  int branch = 0;  ///< how often the host has gone back
  bool is_paused = false;
  Moment ends_at = 0;  ///< of the round, while it runs
  Moment left = 0;     ///< of the round, while it is paused
  std::vector<Seat> seats;
  std::vector<Offer> offers;  ///< by number
  std::vector<Deal> deals;
  std::vector<Message> messages;
  std::vector<News> news;
  std::vector<Move> moves;  ///< of this round
  std::vector<Happening> happenings;
  std::vector<Reply> replies;
  std::vector<Vote> votes;
  std::vector<Belief> beliefs;
  Tally tally;
  std::string baseline;      ///< JSON of baseline.hpp; empty until it is counted
  std::string chances;       ///< JSON of foresee.hpp; empty until they are first counted
  bool is_foreseen = false;  ///< the chances are those of this round
  std::vector<std::shared_ptr<const Start>> starts;  ///< by round, from 1 at place 0
  std::shared_ptr<const Catalogue> catalogue;
  std::shared_ptr<const Scenario> scenario;
  std::string recipe;  ///< what the scenario was made of, staged.hpp
  World<double> world;
  std::uint64_t version = 0;        ///< events applied: the position in the log
  std::uint64_t phase_changed = 0;  ///< version that changed phase, round or clock last
  /// Commands that were taken, by speaker: a command that comes twice is taken once.
  std::map<std::string, std::vector<std::uint64_t>> taken;
};

/// A scenario as rooms begin with it.
struct Board {
  std::shared_ptr<const Scenario> scenario;    ///< without deals
  std::shared_ptr<const Catalogue> catalogue;  ///< what can be composed in it
  std::string config_hash;                     ///< SHA-256 of its text
};

/// What a room needs from outside: scenarios. The answers must depend on the arguments alone.
struct Workshop {
  /// The scenario of this name. Throws InputError.
  std::function<Board(const std::string& name)> open;
  /// The same with these deals in its spare slots. Throws InputError.
  std::function<std::shared_ptr<const Scenario>(const std::string& name,
                                                const std::vector<ComposedDeal>& deals)>
      compile;
};

/// The world before the first round.
[[nodiscard]] const World<double>& first_world(const Room& room);

/// Seat of a country, or nobody.
[[nodiscard]] int seat_of(const Room& room, std::string_view country);

/// True if every signatory that a person plays has said yes.
[[nodiscard]] bool is_agreed(const Room& room, const Offer& offer);

/// The deals of the room as the engine takes them.
[[nodiscard]] std::vector<ComposedDeal> composed(const std::vector<Deal>& deals);

}  // namespace tumen::server::rooms
