#pragma once
// A room with the people in it: takes up what they say, writes down what comes of it, and tells
// everybody what they may see.
#include "server/hall/archive.hpp"
#include "server/hall/crew.hpp"
#include "server/hall/strikes.hpp"
#include "server/hall/words.hpp"
#include "server/http.hpp"
#include "server/rooms/futures.hpp"
#include "server/rooms/presence.hpp"

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <string>

namespace tumen::server::hall {

/// One socket, as the hall numbers it.
struct Caller {
  rooms::Tab number = 0;
  Peer peer;
  std::atomic<int> waiting{0};  ///< messages that have not been taken up
};
using CallerPtr = std::shared_ptr<Caller>;

/// What rooms share. All of it outlives them.
struct Surroundings {
  Crew& crew;
  const rooms::Workshop& shop;
  Strikes& strikes;
  std::function<rooms::Moment()> clock;
  std::function<JoinPlace(const std::string& code)> place;
  std::filesystem::path folder;  ///< of logs; empty = in memory
  int futures = 0;               ///< of the chances after a round; 0 = none
};

/// How a host opens a room.
struct Opening {
  rooms::Settings settings;
  std::string host, screen;  ///< tokens
  CallerPtr caller;
};

/// Invariant: what its public functions are told is done in that order, one thing at a time, on the
/// crew's threads; nobody is told of anything before it is in the log.
class LiveRoom : public std::enable_shared_from_this<LiveRoom> {
 public:
  LiveRoom(std::string code, const Surroundings& around);

  /// Makes the room, or goes on with its log. What is said meanwhile waits.
  void open(Opening opening);
  void resume();

  void hear(const CallerPtr& caller, std::string text);
  void leave(const CallerPtr& caller);
  /// To be called often: people who are silent, the round's end, views that are due.
  void beat();

  /// True once it is of no more use: it could not be made, or nobody has been there for long.
  [[nodiscard]] bool is_over() const { return is_over_; }
  [[nodiscard]] const std::string& code() const { return code_; }

 private:
  struct Guest {
    CallerPtr caller;
    std::string token;             ///< as shown; who it is follows from the room
    bool is_busy = false;          ///< a command of it is being computed
    std::deque<std::string> held;  ///< what it has said since
  };
  using Message = JsonObject;

  /// A command, and what it takes to judge it again.
  struct Asked {
    CallerPtr caller;
    std::string token;
    rooms::Command command;
    std::string fresh_token;  ///< join: the token that is given out if it is taken
  };

  // live_room.cpp: coming and going
  void begin(KeptRoom kept);
  void fail(const CallerPtr& caller, const std::string& reason,
            const std::vector<std::string>& errors);
  void greet(const CallerPtr& caller, const Message& hello);
  void admit(const CallerPtr& caller, const std::string& token);
  void welcome(Guest& guest);
  void sit(Guest& guest, int chair);
  [[nodiscard]] bool is_full(const rooms::Speaker& speaker) const;
  // live_room_clock.cpp: what happens by itself
  void keep_time();
  void end_round();
  void count(const std::shared_ptr<rooms::Futures>& futures, bool LiveRoom::* is_busy,
             bool goes_on = false);
  void tell_all();
  [[nodiscard]] std::string view_text(const rooms::Speaker& speaker) const;
  // live_room_speech.cpp: what guests say
  void take_up(const CallerPtr& caller, const std::string& text);
  void handle(Guest& guest, const std::string& text, const Message& message);
  void command(Guest& guest, const std::string& text);
  [[nodiscard]] rooms::Verdict judged(const Asked& asked) const;
  void compute(Guest& guest, Asked asked);
  void conclude(const Asked& asked, rooms::Verdict verdict);
  void go_on(rooms::Tab number);
  void check(Guest& guest, const Message& message);
  void give_file(Guest& guest, const Message& message);
  bool take(const std::vector<rooms::Event>& events);
  void note(const std::vector<rooms::Event>& events);

  [[nodiscard]] const rooms::Room& room() const { return kept_.logged->room(); }
  [[nodiscard]] rooms::Speaker speaker_of(const Guest& guest) const;
  [[nodiscard]] rooms::Moment now() const { return around_.clock() + offset_; }
  /// Does `task` in this room's order.
  void post(std::function<void(LiveRoom&)> task);

  const std::string code_;
  const Surroundings around_;
  const std::shared_ptr<TaskQueue> queue_;
  std::atomic<bool> is_over_{false}, has_beat_{false};
  // The rest is touched by tasks of the queue alone.
  KeptRoom kept_;
  std::string trouble_;       ///< why there is no room
  rooms::Moment offset_ = 0;  ///< of the room's time: it stands still while nobody serves it
  rooms::Presence presence_;
  std::map<rooms::Tab, Guest> guests_;
  rooms::Moment last_guest_at_ = 0;
  bool is_news_ = false;      ///< something has changed since all were told, at most once a beat
  bool is_ending_ = false;    ///< the round's end is being computed
  bool is_counting_ = false;  ///< the baseline of the debrief is
  bool is_looking_ = false;   ///< the chances of the round are
};

}  // namespace tumen::server::hall
