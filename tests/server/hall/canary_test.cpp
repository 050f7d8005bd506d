// A unique text in every private place, a whole game over real sockets with errors, a way back, new
// tabs and files: nobody but its owners ever receives it.
#include "sim/json_reader.hpp"
#include "tests/support/hall_server.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_client.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using test::HallServer;
using test::has;
using test::RoomClient;

const std::string game =
    R"({"scenario":"debt-for-pipeline-2011","rounds":3,"minutes":5,"quarters":2})";

std::string draft(const std::string& haircut) {
  return R"("draft":{"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
         R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.)" +
         haircut + R"(,"tenor":17.3219}})";
}

bool is_taken(const JsonObject& answer) {
  return answer.at("taken").as_bool();
}

/// All pages of a room by name, those that were closed too, and what none but its owners may hear.
class Watch {
 public:
  RoomClient& open(const std::string& name, std::uint16_t port) {
    pages_.emplace_back(name, std::make_unique<RoomClient>(port));
    return *pages_.back().second;
  }

  void add(const std::string& secret, const std::vector<std::string>& owners) {
    secrets_.emplace_back(secret, owners);
  }
  /// A number between 0 and 1 by its digits, as pages and files write it.
  void add_number(const std::string& digits, const std::vector<std::string>& owners) {
    add("0." + digits, owners);
    add(digits.substr(0, 1) + "." + digits.substr(1) + "E-1", owners);
  }

  /// It is no secret any more.
  void open_secret(const std::string& secret) {
    std::erase_if(secrets_, [&](const auto& entry) { return entry.first == secret; });
  }

  /// Waits until everybody who is there has seen all that has happened.
  void settle() {
    const std::string mark = "mark " + std::to_string(++marks_) + ".";
    REQUIRE(is_taken(pages_.front().second->ask(R"("type":"say","text":")" + mark + "\"")));
    for (auto& [name, page] : pages_) {
      if (gone_.count(page.get()) == 0) {
        page->hear("room", [&](const JsonObject& seen) { return has(json_line(seen), mark); });
      }
    }
  }
  /// A page that was closed: it waits for nothing any more.
  void close(const RoomClient& page) { gone_.insert(&page); }

  /// How many have heard it.
  [[nodiscard]] std::ptrdiff_t hearers(const std::string& text) const {
    return std::count_if(pages_.begin(), pages_.end(),
                         [&](const auto& page) { return has(page.second->heard(), text); });
  }

  void look() const {
    for (const auto& [secret, owners] : secrets_) {
      for (const auto& [name, page] : pages_) {
        CAPTURE(secret, name);
        const bool is_owner = std::find(owners.begin(), owners.end(), name) != owners.end();
        CHECK((is_owner || !has(page->heard(), secret)));
      }
    }
  }

 private:
  std::vector<std::pair<std::string, std::unique_ptr<RoomClient>>> pages_;
  std::vector<std::pair<std::string, std::vector<std::string>>> secrets_;
  std::set<const RoomClient*> gone_;
  int marks_ = 0;
};

void take_files(RoomClient& page) {
  for (const char* what : {"room.json", "events.csv", "deals.csv"}) {
    page.say(R"({"type":"download","id":900,"what":")" + std::string(what) + "\"}");
    CHECK_FALSE(page.hear("file").at("text").as_string().empty());
  }
}

}  // namespace

TEST_CASE("what is private reaches no other socket in a whole game", "[server][hall]") {
  const test::TemporaryFolder folder;
  HallServer hall(folder.path(), {}, 4);
  Watch watch;
  RoomClient& host = watch.open("host", hall.port());
  RoomClient& rus = watch.open("RUS", hall.port());
  RoomClient& prk = watch.open("PRK", hall.port());
  RoomClient& kor = watch.open("KOR", hall.port());
  RoomClient& duma = watch.open("duma", hall.port());
  RoomClient& screen = watch.open("screen", hall.port());
  RoomClient& stranger = watch.open("stranger", hall.port());
  const auto room = test::open_room(host, HallServer::key, game);
  test::join(rus, room.code, "RUS");
  test::join(prk, room.code, "PRK");
  test::join(kor, room.code, "KOR");
  test::hello(duma, room.code);
  REQUIRE(is_taken(duma.ask(R"("type":"join","role":"parliament","country":"RUS","name":"Vera")")));
  duma.token = text_at(duma.hear("seat"), "token");
  test::hello(screen, room.code, room.screen);
  test::hello(stranger, room.code);
  watch.settle();
  watch.add("A corridor of three countries is ratified", {"RUS"});
  watch.add("a smaller part of China in trade", {"PRK"});
  watch.add("no cut of it could hurt Seoul", {"KOR"});
  watch.add("\"answers\"", {});  // of the quiz
  REQUIRE(is_taken(rus.ask(R"("type":"quiz","when":"before","answers":[0,4,2])")));
  REQUIRE(is_taken(host.ask(R"("type":"start")")));
  watch.settle();

  // What is written to one alone.
  REQUIRE(is_taken(rus.ask(R"("type":"say","to":"PRK","text":"canary-letter")")));
  REQUIRE(is_taken(host.ask(R"("type":"say","to":"KOR","text":"canary-of-the-host")")));
  watch.add("canary-letter", {"RUS", "PRK"});
  watch.add("canary-of-the-host", {"KOR"});
  // Drafts that are tried, offered, countered, refused, withdrawn.
  prk.say(R"({"type":"check","id":1,)" + draft("712345") + "}");
  CHECK(prk.hear("checked").at("errors").as_array().empty());
  watch.add_number("712345", {});  // what is tried is not even said back
  REQUIRE(is_taken(rus.ask(R"("type":"offer",)" + draft("876543"))));
  watch.add_number("876543", {"RUS", "PRK"});
  watch.add("1.73219E1", {"RUS", "PRK"});
  watch.settle();
  REQUIRE(is_taken(prk.ask(R"("type":"counter","offer":0,)" + draft("654321"))));
  watch.add_number("654321", {"RUS", "PRK"});
  watch.settle();
  REQUIRE(is_taken(rus.ask(R"("type":"refuse","offer":1)")));
  REQUIRE(is_taken(rus.ask(R"("type":"offer",)" + draft("543217"))));
  watch.add_number("543217", {"RUS", "PRK"});
  watch.settle();
  REQUIRE(is_taken(rus.ask(R"("type":"withdraw","offer":2)")));
  // Moves of the round.
  REQUIRE(is_taken(rus.ask(R"("type":"plan","verb":"open","target":"debt_write_off")")));
  watch.add(R"("verb":"open")", {"RUS"});
  // What is refused is said back to whoever said it alone.
  CHECK_FALSE(is_taken(kor.ask(R"("type":"accept","offer":0)")));
  CHECK_FALSE(is_taken(host.ask(R"("type":"accept","offer":0)")));
  CHECK_FALSE(is_taken(kor.ask(R"("type":"say","to":"canary-nowhere","text":"canary-lost")")));
  kor.say(R"({"type":"canary-type","id":901,"version":1})");
  CHECK_FALSE(is_taken(kor.hear("answer")));
  kor.say("{canary-nonsense");
  kor.hear("error");
  for (const char* lost : {"canary-nowhere", "canary-lost", "canary-type", "canary-nonsense"}) {
    watch.add(lost, {"KOR"});
  }
  take_files(host);
  watch.settle();

  // A new tab, rounds, a way back.
  RoomClient& again = watch.open("KOR", hall.port());
  test::hello(again, room.code, kor.token);
  CHECK(kor.close_code() == 1000);
  watch.close(kor);
  watch.settle();
  for (int round = 1; round <= 2; ++round) {
    REQUIRE(is_taken(host.ask(R"("type":"skip")")));
    watch.settle();
  }
  REQUIRE(is_taken(host.ask(R"("type":"rewind","round":2)")));
  watch.settle();
  REQUIRE(is_taken(prk.ask(R"("type":"plan","verb":"accept","target":"debt_write_off")")));
  watch.add(R"("verb":"accept")", {"PRK"});
  take_files(host);
  watch.look();
  CHECK(watch.hearers("canary-letter") == 2);
  CHECK(watch.hearers("8.76543E-1") == 2);
  CHECK(watch.hearers("5.43217E-1") == 2);
  CHECK(watch.hearers("canary-of-the-host") ==
        2);  // both tabs of Korea: the second is sent its letters
  CHECK(watch.hearers("A corridor of three countries is ratified") == 1);
  CHECK(watch.hearers(R"("chances":{)") == 8);

  // Afterwards objectives are no secret any more; the rest stays one.
  REQUIRE(is_taken(host.ask(R"("type":"end")")));
  watch.settle();
  take_files(host);
  take_files(prk);
  take_files(duma);
  for (const char* objective :
       {"A corridor of three countries is ratified", "a smaller part of China in trade",
        "no cut of it could hurt Seoul"}) {
    watch.open_secret(objective);
    // All but the closed tab of Korea, which has heard of its own.
    CHECK(watch.hearers(objective) == (has(objective, "Seoul") ? 8 : 7));
  }
  const std::string log = test::read_bytes(folder.path() / (room.code + ".jsonl"));
  const std::size_t seed = log.find("\"seed\":") + 7;
  const std::string number = log.substr(seed, log.find_first_not_of("0123456789", seed) - seed);
  REQUIRE(number.size() > 5);
  watch.add(number, {});
  watch.add(HallServer::key, {});
  watch.add(room.host, {"host"});
  watch.add(room.screen, {"host"});
  watch.add(rus.token, {"RUS"});
  watch.add(prk.token, {"PRK"});
  watch.add(kor.token, {"KOR"});
  watch.add(duma.token, {"duma"});
  watch.look();
  for (const RoomClient* page : {&rus, &prk, &kor, &duma}) {
    CHECK(watch.hearers(page->token) == 1);
    CHECK_FALSE(has(log, page->token));  // the log keeps hashes alone
  }
  CHECK_FALSE(has(log, room.host));
  CHECK_FALSE(has(log, room.screen));
}
