// Rooms full of bots against the built program on loopback: load_rooms PROGRAM ROOMS SECONDS.
// Prints errors, resident memory at five moments and how long commands waited for their answers;
// ends with 1 if there was an error, if memory grew by more than a tenth in the second half, or if
// the 99th percentile of the answers took 200 ms or more.
#include "sim/json_reader.hpp"
#include "tests/load/served_program.hpp"
#include "tests/support/room_client.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include <unistd.h>

namespace {

using namespace tumen;
using test::RoomClient;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds pause{250};  // between two commands of a room
constexpr int steps_a_round = 40;
constexpr int rounds_before_rewind = 4;  // what a game remembers grows with its rounds
const std::vector<std::string> countries = {"RUS", "PRK", "KOR", "CHN", "JPN", "USA"};

struct Figures {
  std::mutex guard;
  std::map<std::string, std::vector<double>> milliseconds;  ///< by kind of command
  std::vector<std::string> errors;
  std::atomic<int> seated{0}, rounds{0}, deals{0};

  void add(const std::string& kind, double took) {
    const std::scoped_lock lock(guard);
    milliseconds[kind].push_back(took);
  }
  void fail(const std::string& what) {
    const std::scoped_lock lock(guard);
    errors.push_back(what);
  }
};

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
                        R"({"scenario":"classroom-2011","rounds":12,"minutes":60,"quarters":1})");
    test::hello(pages_[1], room.code, room.screen);
    for (std::size_t k = 0; k < countries.size(); ++k) {
      test::join(pages_[k + 2], room.code, countries[k]);
    }
    command(pages_[0], "start", R"("type":"start")");
    ++figures_.seated;
  }

  bool command(RoomClient& page, const std::string& kind, const std::string& members) {
    const auto before = Clock::now();
    const JsonObject answer = page.ask(members);
    figures_.add(kind, std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    return answer.at("taken").as_bool();
  }

  /// A round: talk, a draft checked, an offer made and accepted, a press line, the next round.
  void act(int step) {
    RoomClient& page = pages_[2 + static_cast<std::size_t>(step) % countries.size()];
    RoomClient &host = pages_[0], &rus = pages_[2], &prk = pages_[3];
    const std::string to = countries[static_cast<std::size_t>(step + 1) % countries.size()];
    switch (step % steps_a_round) {
      case 7: {
        const auto before = Clock::now();
        rus.say(R"({"type":"check","id":1,)" + draft() + "}");
        rus.hear("checked");
        figures_.add("check",
                     std::chrono::duration<double, std::milli>(Clock::now() - before).count());
        break;
      }
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

  /// The world moves; after some rounds the room goes back to its start.
  void next_round(RoomClient& host) {
    const bool is_moved = command(host, "round", R"("type":"skip")");
    figures_.rounds += is_moved ? 1 : 0;
    if (!is_moved || ++rounds_ % rounds_before_rewind == 0) {
      host.listen();
      command(host, "rewind", R"("type":"rewind","round":1)");
      offers_ = 0;
    }
  }

  /// Of its own in every room, so that each is compiled.
  [[nodiscard]] std::string draft() const {
    return R"("draft":{"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
           R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.)" +
           std::to_string(500 + 10 * number_ + rounds_ % 10) + R"(,"tenor":20}})";
  }

  const load::ServedProgram& program_;
  Figures& figures_;
  int number_;
  std::string from_;
  std::vector<RoomClient> pages_;
  int rounds_ = 0, offers_ = 0;
};

double quantile(const std::vector<double>& sorted, double share) {
  return sorted.empty()
             ? 0
             : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void print_line(const std::string& kind, std::vector<double>& taken) {
  std::sort(taken.begin(), taken.end());
  std::printf("%-10s %8zu %8.1f %8.1f %8.1f\n", kind.c_str(), taken.size(), quantile(taken, 0.5),
              quantile(taken, 0.99), quantile(taken, 1));
}

/// Prints the table; returns the 99th percentile of all.
double print_waits(Figures& figures) {
  std::printf("command to answer, ms\n%-10s %8s %8s %8s %8s\n", "", "count", "50 %", "99 %",
              "most");
  std::vector<double> all;
  for (auto& [kind, taken] : figures.milliseconds) {
    print_line(kind, taken);
    all.insert(all.end(), taken.begin(), taken.end());
  }
  print_line("all", all);
  return quantile(all, 0.99);
}

/// Waits and prints the memory at five moments; returns by how much it grew in the second half,
/// when games have been going on for long.
double watch(const load::ServedProgram& program, int seconds, int rooms, Figures& figures) {
  const auto begun = Clock::now();
  const auto is_seated = [&] {
    const std::scoped_lock lock(figures.guard);
    return figures.seated + static_cast<int>(figures.errors.size()) >= rooms;
  };
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
  const double slow = print_waits(figures);
  std::printf("%d rooms x 8 sockets, %d s: %d rounds, %d deals agreed, %zu errors\n", rooms,
              seconds, figures.rounds.load(), figures.deals.load(), figures.errors.size());
  for (std::size_t k = 0; k < std::min<std::size_t>(figures.errors.size(), 5); ++k) {
    std::printf("error: %s\n", figures.errors[k].c_str());
  }
  const bool is_flat = seconds < 60 || grown < 1.1;
  return figures.errors.empty() && is_flat && slow < 200 ? 0 : 1;
}
