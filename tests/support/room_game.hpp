#pragma once
// A room played by a script: people with tokens, a clock that is set by hand, a log in memory.
#include "server/rooms/log.hpp"
#include "server/rooms/presence.hpp"
#include "server/rooms/view.hpp"

#include <map>
#include <string>
#include <vector>

namespace tumen::test {

/// Compiles scenarios of the tree with some numbers changed, each set of deals once.
[[nodiscard]] server::rooms::Workshop scene_workshop(
    const std::vector<std::string>& overrides = {});

/// Settings of a room of `scenario`: code "ABCDEF", five rounds of five minutes, four quarters.
[[nodiscard]] server::rooms::Settings game_settings(const std::string& scenario);

/// A draft: Russia forgives nine tenths of its claim on the DPRK.
inline const std::string cut =
    R"({"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
    R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.9,"tenor":20}})";

class RoomGame {
 public:
  explicit RoomGame(const server::rooms::Settings& settings);

  /// Takes a seat and returns its token ("token of RUS"); fails the test if it is refused.
  std::string join(const std::string& country, const std::string& name = "Ann");

  /// The same for its parliament ("token of the parliament of RUS").
  std::string second(const std::string& country, const std::string& name);

  /// A command in JSON without id and version, which are added: the next id of the token, the
  /// room's present version. What comes of it is applied and logged.
  server::rooms::Verdict ask(const std::string& token, const std::string& members);
  /// The same with an id and a version of one's own.
  server::rooms::Verdict ask(const std::string& token, const std::string& members, std::uint64_t id,
                             std::uint64_t version);

  /// Lets time pass; those whose tokens are named are heard from all the while.
  void wait(server::rooms::Moment by, const std::vector<std::string>& present);

  /// A view as it would be sent.
  [[nodiscard]] std::string seen_by(const std::string& token) const;

  [[nodiscard]] const server::rooms::Room& room() const { return room_; }
  [[nodiscard]] const std::string& log() const { return log_; }
  [[nodiscard]] const server::rooms::Workshop& shop() const { return shop_; }
  [[nodiscard]] server::rooms::Moment now() const { return now_; }

  /// Stage of a package by name.
  [[nodiscard]] PackageStage stage(const std::string& package) const;

  static constexpr const char* host = "token of the host";
  static constexpr const char* screen = "token of the screen";

 private:
  void take(const std::vector<server::rooms::Event>& events);

  server::rooms::Workshop shop_;
  server::rooms::Room room_;
  server::rooms::Presence presence_;
  std::string log_;
  server::rooms::Moment now_ = 1'000'000;
  std::map<std::string, std::uint64_t> ids_;
};

}  // namespace tumen::test
