#pragma once
// The rooms of a class: who comes in is led to the room of the code, or opens one with the host's
// key.
#include "server/hall/live_room.hpp"
#include "server/rooms/foresee.hpp"
#include "server/scenarios.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tumen::server::hall {

/// How often rooms look at the clock.
inline constexpr std::chrono::milliseconds usual_beat{50};

struct HallSettings {
  std::filesystem::path folder;  ///< of logs; empty = rooms are kept in memory alone
  std::string key;               ///< with which rooms are opened; empty = nobody opens one
  int threads = 0;               ///< that compute; 0 = one a processor
  std::chrono::milliseconds beat = usual_beat;
  int futures = rooms::foreseen_futures;  ///< of the chances after a round; 0 = none are counted
  std::function<rooms::Moment()> clock;  ///< milliseconds that never fall; the steady clock if none
};

/// May be used from several threads.
class Hall {
 public:
  Hall(Scenarios& scenarios, std::vector<std::filesystem::path> roots, HallSettings settings);
  ~Hall();
  Hall(const Hall&) = delete;
  Hall& operator=(const Hall&) = delete;

  /// What browsers put before "join#CODE": "http://192.168.1.5:8765/" ..; the first is shown.
  void is_found_at(std::vector<std::string> urls);

  /// A page has come in.
  [[nodiscard]] Conversation open(Peer peer);

  /// Ends the threads: nothing is sent any more. All that was told is in the logs.
  void stop();

 private:
  struct Visit;

  void hear(Visit& visit, std::string_view text);
  void enter(Visit& visit, const JsonObject& hello, std::string_view text);
  void open_room(Visit& visit, const JsonObject& message);
  [[nodiscard]] std::shared_ptr<LiveRoom> find(const std::string& code);
  [[nodiscard]] std::shared_ptr<LiveRoom> make();
  [[nodiscard]] JoinPlace place(const std::string& code) const;
  void keep_beat(const std::stop_token& stop);

  const HallSettings settings_;
  const rooms::Workshop shop_;
  Strikes strikes_;
  Crew crew_;
  Surroundings around_;
  mutable std::mutex guard_;  // of what follows
  std::condition_variable_any stopping_;
  std::vector<std::string> urls_;
  std::map<std::string, std::shared_ptr<LiveRoom>> rooms_;
  rooms::Tab visits_ = 0;
  std::jthread heart_;
};

}  // namespace tumen::server::hall
