// kill -9 in the middle of a game: nothing that anybody was told is lost.
#include "server/hall/workshop.hpp"
#include "server/rooms/appraise.hpp"
#include "server/rooms/log.hpp"
#include "sim/json_reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_client.hpp"
#include "tests/support/room_game.hpp"
#include "tests/support/temporary_folder.hpp"

#include <csignal>
#include <cstdio>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using test::cut;
using test::RoomClient;

/// The program, serving rooms of a folder.
class Process {
 public:
  explicit Process(const std::filesystem::path& rooms) {
    const std::string command = "cd '" TUMEN_SOURCE_DIR "' && echo $$ && exec '" TUMEN_PROGRAM
                                "' serve --port 0 --json --web web/dist --rooms '" +
                                rooms.string() + "'";
    out_ = ::popen(command.c_str(), "r");
    REQUIRE(out_ != nullptr);
    REQUIRE(std::fscanf(out_, "%d", &pid_) == 1);
    std::string text;
    for (int c = std::fgetc(out_); c != EOF; c = std::fgetc(out_)) {
      text += static_cast<char>(c);
      if (text.size() > 2 && text.substr(text.size() - 2) == "}\n") {
        break;
      }
    }
    const JsonObject told = parse_json_object(text);
    port = static_cast<std::uint16_t>(count_at(told, "port"));
    const std::string host = text_at(told, "host");
    key = host.substr(host.find('#') + 1);
  }
  ~Process() { end(SIGKILL); }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void end(int signal) {
    if (out_ != nullptr) {
      ::kill(pid_, signal);
      ::pclose(out_);
      out_ = nullptr;
    }
  }

  std::uint16_t port = 0;
  std::string key;

 private:
  FILE* out_ = nullptr;
  int pid_ = 0;
};

const std::string small = R"({"scenario":"debt-only","rounds":3,"minutes":5,"quarters":4})";
bool is_taken(const JsonObject& answer) {
  return answer.at("taken").as_bool();
}

}  // namespace

TEST_CASE("a server that is killed in a game goes on where it was", "[server][hall][cli]") {
  const test::TemporaryFolder folder;
  test::OpenedRoom room;
  std::string rus, prk;
  {
    Process process(folder.path());
    RoomClient host(process.port), ann(process.port), ben(process.port);
    room = test::open_room(host, process.key, small);
    test::join(ann, room.code, "RUS");
    test::join(ben, room.code, "PRK", "Ben");
    rus = ann.token;
    prk = ben.token;
    REQUIRE(is_taken(host.ask(R"("type":"start")")));
    REQUIRE(is_taken(ann.ask(R"("type":"offer","draft":)" + cut)));
    ben.view_at(5);  // nobody accepts what it has not seen
    REQUIRE(is_taken(ben.ask(R"("type":"accept","offer":0)")));
    process.end(SIGKILL);
  }
  Process process(folder.path());
  RoomClient host(process.port), ann(process.port), ben(process.port);
  CHECK(text_at(test::hello(host, room.code, room.host), "role") == "host");
  CHECK(text_at(test::hello(ann, room.code, rus), "country") == "RUS");
  CHECK(text_at(test::hello(ben, room.code, prk), "country") == "PRK");
  ann.last_id = 1'000;
  host.last_id = 1'000;
  const std::uint64_t before = ann.version();
  CHECK(before == 6);  // opened, two joined, started, offered, accepted
  REQUIRE(is_taken(ann.ask(R"("type":"press","text":"we are back")")));
  REQUIRE(is_taken(host.ask(R"("type":"skip")")));
  const JsonObject seen =
      ann.hear("room", [](const JsonObject& view) { return count_at(view, "round") == 2; });
  CHECK(text_at(seen.at("me").at("offers").as_array().at(0).as_object(), "stage") == "agreed");
  CHECK(seen.at("messages").as_array().size() == 1);
  process.end(SIGTERM);
  // The log of the process replays here to the world that it had, whose hash it holds.
  const std::string log = test::read_bytes(folder.path() / (room.code + ".jsonl"));
  const auto again = server::rooms::replay(log, test::scene_workshop());
  CHECK(again.bytes == log.size());
  CHECK(again.room.round == 2);
  CHECK(test::has(log, server::rooms::fingerprint(again.room.world)));
}

TEST_CASE("a room is one server's at a time, and no other takes it", "[server][hall][cli]") {
  const test::TemporaryFolder folder;
  Process first(folder.path()), second(folder.path());
  RoomClient host(first.port), other(second.port);
  const auto room = test::open_room(host, first.key, small);
  const JsonObject refused = test::hello(other, room.code, room.host);
  CHECK(text_at(refused, "reason") == "gone");
  CHECK(is_taken(host.ask(R"("type":"start")")));
}
