// Rooms full of bots against the built program on loopback: load_rooms PROGRAM ROOMS SECONDS.
// Prints errors, resident memory and how long commands waited for their answers; ends with 1 if
// there was an error, if memory grew by more than a tenth, or if the 99th percentile of the answers
// took 200 ms or more.
#include "sim/json_reader.hpp"
#include "tests/support/room_client.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include <unistd.h>

namespace {

using namespace tumen;
using test::RoomClient;
using Clock = std::chrono::steady_clock;

const std::vector<std::string> countries = {"RUS", "PRK", "KOR", "CHN", "JPN", "USA"};

struct Figures {
  std::mutex guard;
  std::vector<double> milliseconds;
  std::vector<std::string> errors;

  void add(double took) {
    const std::scoped_lock lock(guard);
    milliseconds.push_back(took);
  }
  void fail(const std::string& what) {
    const std::scoped_lock lock(guard);
    errors.push_back(what);
  }
};

/// The program, its port and its host's key.
struct Program {
  FILE* out = nullptr;
  int pid = 0;
  std::uint16_t port = 0;
  std::string key;

  Program(const std::string& path, const std::filesystem::path& logs) {
    const std::string command =
        "echo $$ && exec '" + path + "' serve --port 0 --json --rooms '" + logs.string() + "'";
    out = ::popen(command.c_str(), "r");
    if (out == nullptr || std::fscanf(out, "%d", &pid) != 1) {
      throw std::runtime_error("the program does not start");
    }
    std::string text;
    while (!text.ends_with("}\n")) {
      const int c = std::fgetc(out);
      if (c == EOF) {
        throw std::runtime_error("the program ended at once");
      }
      text += static_cast<char>(c);
    }
    const JsonObject told = parse_json_object(text.substr(0, text.rfind('}') + 1));
    port = static_cast<std::uint16_t>(count_at(told, "port"));
    const std::string host = text_at(told, "host");
    key = host.substr(host.find('#') + 1);
  }
  ~Program() {
    ::kill(pid, SIGTERM);
    ::pclose(out);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// MiB of memory that it occupies.
  [[nodiscard]] double resident() const {
    std::ifstream status("/proc/" + std::to_string(pid) + "/statm");
    double size = 0, pages = 0;
    status >> size >> pages;
    return pages * 4096 / 1024 / 1024;
  }
};

/// Six seats, a host and a projector, on one thread.
class Table {
 public:
  Table(const Program& program, int number, Figures& figures)
      : program_(program), figures_(figures), from_("127.0.2." + std::to_string(number + 1)) {}

  void play(const std::stop_token& stop) {
    try {
      sit();
      for (int step = 0; !stop.stop_requested(); ++step) {
        act(step);
        for (RoomClient& page : pages_) {
          page.listen();
          page.forget();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
      }
    } catch (const std::exception& error) {
      figures_.fail(from_ + ": " + error.what());
    }
  }

 private:
  void sit() {
    for (int k = 0; k < 8; ++k) {
      pages_.emplace_back(program_.port, from_);
    }
    const auto room = test::open_room(
        pages_[0], program_.key,
        R"({"scenario":"debt-for-pipeline-2011","rounds":12,"minutes":60,"quarters":1})");
    test::hello(pages_[1], room.code, room.screen);
    for (std::size_t k = 0; k < countries.size(); ++k) {
      test::join(pages_[k + 2], room.code, countries[k]);
    }
    command(pages_[0], R"("type":"start")");
  }

  bool command(RoomClient& page, const std::string& members) {
    const auto before = Clock::now();
    const JsonObject answer = page.ask(members);
    figures_.add(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    return answer.at("taken").as_bool();
  }

  void act(int step) {
    RoomClient& page = pages_[2 + static_cast<std::size_t>(step) % countries.size()];
    switch (step % 40) {
      case 7:
        page.say(R"({"type":"check","id":1,)" + draft(step) + "}");
        page.hear("checked");
        break;
      case 12: {
        command(pages_[2], R"("type":"offer",)" + draft(step));
        break;
      }
      case 39:  // a round ends: the world moves; after the last the room goes back to its start
        if (!command(pages_[0], R"("type":"skip")") || ++rounds_ % 10 == 0) {
          pages_[0].listen();
          command(pages_[0], R"("type":"rewind","round":1)");
        }
        break;
      default:
        command(page, step % 2 == 0 ? R"("type":"say","text":"what do you say?")"
                                    : R"("type":"press","text":"we want a deal")");
    }
  }

  [[nodiscard]] static std::string draft(int step) {
    return R"("draft":{"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
           R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.)" +
           std::to_string(50 + step % 40) + R"(,"tenor":20}})";
  }

  const Program& program_;
  Figures& figures_;
  std::string from_;
  std::vector<RoomClient> pages_;
  int rounds_ = 0;
};

double quantile(const std::vector<double>& sorted, double share) {
  return sorted.empty()
             ? 0
             : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
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
  double early = 0, late = 0;
  {
    const Program program(words[1], logs);
    std::vector<std::jthread> tables;
    for (int k = 0; k < rooms; ++k) {
      tables.emplace_back(
          [&, k](const std::stop_token& stop) { Table(program, k, figures).play(stop); });
    }
    const int first = seconds / 4;
    std::this_thread::sleep_for(std::chrono::seconds(first));
    early = program.resident();
    std::this_thread::sleep_for(std::chrono::seconds(seconds - first));
    late = program.resident();
    for (std::jthread& table : tables) {
      table.request_stop();
    }
    tables.clear();
  }
  std::filesystem::remove_all(logs);
  std::vector<double>& all = figures.milliseconds;
  std::sort(all.begin(), all.end());
  std::printf("%d rooms x 8 sockets, %d s: %zu commands, %zu errors\n", rooms, seconds, all.size(),
              figures.errors.size());
  std::printf("command to answer, ms: 50 %% %.1f, 99 %% %.1f, most %.1f\n", quantile(all, 0.5),
              quantile(all, 0.99), quantile(all, 1));
  std::printf("resident, MiB: %.0f after %d s, %.0f at the end\n", early, seconds / 4, late);
  for (std::size_t k = 0; k < std::min<std::size_t>(figures.errors.size(), 5); ++k) {
    std::printf("error: %s\n", figures.errors[k].c_str());
  }
  const bool is_flat = seconds < 60 || late < 1.1 * early;
  return figures.errors.empty() && is_flat && quantile(all, 0.99) < 200 ? 0 : 1;
}
