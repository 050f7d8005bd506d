// Rooms full of bots against the built program on loopback: load_rooms PROGRAM ROOMS SECONDS.
// Prints errors, resident memory at five moments and how long commands waited for their answers;
// ends with 1 if there was an error and, of a run of a minute or longer, if memory grew by more
// than a tenth in the second half or a kind of command waited 200 ms or more (99th percentile).
#include "sim/json_reader.hpp"
#include "tests/load/figures.hpp"
#include "tests/load/served_program.hpp"
#include "tests/support/room_client.hpp"

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>
#include <vector>

#include <unistd.h>

namespace {

using namespace tumen;
using load::Figures;
using test::RoomClient;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds pause{250};  // between two commands of a room
constexpr int steps_a_round = 40;
constexpr std::uint64_t rounds_a_game = 5;  // and a debrief as long as a round: a minute
const std::vector<std::string> countries = {"RUS", "PRK", "KOR", "CHN", "JPN", "USA"};

/// Six seats, a host and a projector, on one thread.
class Table {
 public:
  Table(const load::ServedProgram& program, int number, Figures& figures)
      : program_(program),
        figures_(figures),
        number_(number),
        from_("127.0.2." + std::to_string(number + 1)) {}

  void play(const std::stop_token& stop) {
    try {
      sit();
      // Rooms do not move in step.
      for (int step = number_; !stop.stop_requested(); ++step) {
        act(step);
        for (RoomClient& page : pages_) {
          page.listen();
          page.forget();
        }
        std::this_thread::sleep_for(pause);
      }
    } catch (const std::exception& error) {
      figures_.fail(from_ + ": " + error.what());
    }
  }

 private:
  void sit() {
    for (int k = 0; k < 8; ++k) {
      pages_.emplace_back(program_.port(), from_);
    }
    const auto room =
        test::open_room(pages_[0], program_.key(),
                        R"({"scenario":"classroom-2011","rounds":)" +
                            std::to_string(rounds_a_game) + R"(,"minutes":60,"quarters":1})");
    test::hello(pages_[1], room.code, room.screen);
    for (std::size_t k = 0; k < countries.size(); ++k) {
      test::join(pages_[k + 2], room.code, countries[k]);
    }
    must(command(pages_[0], "start", R"("type":"start")"), "start");
    see(pages_[0], "round", 1);
    ++figures_.seated;
  }

  template <class Act>
  auto timed(const std::string& kind, const Act& act) {
    const auto before = Clock::now();
    const auto result = act();
    figures_.add(kind, std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    return result;
  }

  bool command(RoomClient& page, const std::string& kind, const std::string& members) {
    return timed(kind, [&] { return page.ask(members); }).at("taken").as_bool();
  }

  /// A round: talk, a draft checked, an offer made and accepted, a press line, the next round. In
  /// the debrief there is talk alone.
  void act(int step) {
    RoomClient& page = pages_[2 + static_cast<std::size_t>(step) % countries.size()];
    RoomClient &host = pages_[0], &rus = pages_[2], &prk = pages_[3];
    const std::string to = countries[static_cast<std::size_t>(step + 1) % countries.size()];
    switch (is_over_ && step % steps_a_round < 18 ? 0 : step % steps_a_round) {
      case 7:
        rus.say(R"({"type":"check","id":1,)" + draft() + "}");
        timed("check", [&] { return rus.hear("checked"); });
        break;
      case 12:
        offers_ += command(rus, "offer", R"("type":"offer",)" + draft()) ? 1 : 0;
        break;
      case 17:
        prk.listen();
        if (command(prk, "accept", R"("type":"accept","offer":)" + std::to_string(offers_ - 1))) {
          ++figures_.deals;
        }
        break;
      case steps_a_round - 1:
        next_round(host);
        break;
      default:
        command(page, "message",
                step % 3 == 0   ? R"("type":"press","text":"we want a deal")"
                : step % 3 == 1 ? R"("type":"say","text":"what do you say?")"
                                : R"("type":"say","to":")" + to + R"(","text":"between us")");
    }
  }

  /// The world moves; after the debrief of a game the host goes back to its start.
  void next_round(RoomClient& host) {
    if (is_over_) {
      must(command(host, "rewind", R"("type":"rewind","round":1)"), "rewind");
      offers_ = 0;
      ++figures_.games;
    } else {
      must(command(host, "round", R"("type":"skip")"), "skip");
      ++rounds_;
      ++figures_.rounds;
    }
    is_over_ = !is_over_ && rounds_ % rounds_a_game == 0;
    see(host, is_over_ ? "debrief" : "round",
        is_over_ ? rounds_a_game : rounds_ % rounds_a_game + 1);
  }

  /// A host who has not seen where the room stands may not move it.
  static void see(RoomClient& host, const std::string& phase, std::uint64_t round) {
    const auto is_there = [&](const JsonObject& view) {
      return text_at(view, "phase") == phase && count_at(view, "round") == round;
    };
    while (!is_there(host.view_at(host.version()))) {
      static_cast<void>(host.view_at(host.version() + 1));
    }
  }

  static void must(bool is_taken, const std::string& what) {
    if (!is_taken) {
      throw std::runtime_error(what + " was refused");
    }
  }

  /// Of its own in every room, so that each is compiled.
  [[nodiscard]] std::string draft() const {
    return R"("draft":{"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
           R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.)" +
           std::to_string(500 + 10 * number_ + static_cast<int>(rounds_ % 10)) + R"(,"tenor":20}})";
  }

  const load::ServedProgram& program_;
  Figures& figures_;
  int number_;
  std::string from_;
  std::vector<RoomClient> pages_;
  std::uint64_t rounds_ = 0;
  int offers_ = 0;
  bool is_over_ = false;  ///< a game; its debrief is on
};

/// Waits and prints the memory at five moments; returns by how much it grew in the second half: of
/// two minutes from the end of the first game to that of the second.
double watch(const load::ServedProgram& program, int seconds, int rooms, Figures& figures) {
  const auto begun = Clock::now();
  const auto is_seated = [&] { return figures.seated + figures.errors() >= rooms; };
  while (!is_seated() && Clock::now() - begun < std::chrono::minutes(2)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  const double joining = std::chrono::duration<double>(Clock::now() - begun).count();
  double middle = 0, now = program.resident();
  const double busy = program.busy();
  std::printf("all seated after %.1f s: %.0f MiB\n", joining, now);
  const auto start = Clock::now();
  for (int quarter = 1; quarter <= 4; ++quarter) {
    std::this_thread::sleep_until(start + std::chrono::milliseconds(250) * quarter * seconds);
    now = program.resident();
    middle = quarter == 2 ? now : middle;
    std::printf("after %d s: %.0f MiB\n", quarter * seconds / 4, now);
  }
  std::printf("the program computed for %.1f s of them\n", program.busy() - busy);
  return now / middle;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::fprintf(stderr, "load_rooms PROGRAM ROOMS SECONDS\n");
    return 2;
  }
  const int rooms = std::stoi(words[2]), seconds = std::stoi(words[3]);
  const auto logs =
      std::filesystem::temp_directory_path() / ("tumen_load_" + std::to_string(::getpid()));
  Figures figures;
  double grown = 0;
  {
    const load::ServedProgram program(words[1], logs);
    std::vector<std::jthread> tables;
    for (int k = 0; k < rooms; ++k) {
      tables.emplace_back(
          [&, k](const std::stop_token& stop) { Table(program, k, figures).play(stop); });
    }
    grown = watch(program, seconds, rooms, figures);
    for (std::jthread& table : tables) {
      table.request_stop();
    }
    tables.clear();
  }
  std::filesystem::remove_all(logs);
  figures.print();
  std::printf("%d rooms x 8 sockets, %d s: %d rounds, %d games over, %d deals agreed, %d errors\n",
              rooms, seconds, figures.rounds.load(), figures.games.load(), figures.deals.load(),
              figures.errors());
  const bool is_good = seconds < 60 || (grown < 1.1 && figures.longest_wait() < 200);
  return figures.errors() == 0 && is_good ? 0 : 1;
}
