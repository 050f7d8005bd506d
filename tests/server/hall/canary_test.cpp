// A unique text in every private place, a whole game over real sockets: no other socket ever
// receives it.
#include "sim/json_reader.hpp"
#include "tests/support/hall_server.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_client.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using test::HallServer;
using test::RoomClient;

const std::string game =
    R"({"scenario":"debt-for-pipeline-2011","rounds":2,"minutes":5,"quarters":2})";
const std::string draft =
    R"("draft":{"instrument":"debt_write_off","roles":{"creditor":"RUS","debtor":"PRK"},)"
    R"("things":{"debt":"dprk_to_russia"},"terms":{"haircut":0.876543,"tenor":17.3219}})";

bool is_taken(const JsonObject& answer) {
  return answer.at("taken").as_bool();
}

}  // namespace

TEST_CASE("what is private reaches no other socket in a whole game", "[server][hall]") {
  const test::TemporaryFolder folder;
  HallServer hall(folder.path());
  RoomClient host(hall.port()), rus(hall.port()), prk(hall.port()), kor(hall.port()),
      screen(hall.port()), stranger(hall.port());
  const auto room = test::open_room(host, HallServer::key, game);
  test::join(rus, room.code, "RUS");
  test::join(prk, room.code, "PRK");
  test::join(kor, room.code, "KOR");
  test::hello(screen, room.code, room.screen);
  test::hello(stranger, room.code);
  RoomClient again(hall.port());
  RoomClient* korea = &kor;
  const auto settle = [&](std::uint64_t version) {
    for (RoomClient* page : {&host, &rus, &prk, korea, &screen, &stranger}) {
      page->view_at(version);
    }
  };
  settle(4);
  REQUIRE(is_taken(host.ask(R"("type":"start")")));
  REQUIRE(is_taken(rus.ask(R"("type":"say","to":"PRK","text":"canary-letter")")));
  REQUIRE(is_taken(rus.ask(R"("type":"offer",)" + draft)));
  settle(7);
  prk.say(R"({"type":"check","id":1,)" + draft + "}");
  CHECK(prk.hear("checked").at("errors").as_array().empty());
  CHECK_FALSE(is_taken(kor.ask(R"("type":"accept","offer":0)")));  // not its offer
  CHECK_FALSE(is_taken(host.ask(R"("type":"accept","offer":0)")));
  kor.say("{canary-nonsense");
  kor.hear("error");
  REQUIRE(is_taken(prk.ask(R"("type":"counter","offer":0,)" + draft)));
  settle(8);
  test::hello(again, room.code, kor.token);  // Korea comes back in another tab
  korea = &again;
  REQUIRE(is_taken(rus.ask(R"("type":"refuse","offer":1)")));
  REQUIRE(is_taken(host.ask(R"("type":"skip")")));
  settle(10);
  REQUIRE(is_taken(host.ask(R"("type":"rewind","round":1)")));
  settle(11);
  REQUIRE(is_taken(host.ask(R"("type":"end")")));
  for (RoomClient* page : {&host, &rus, &prk, &again, &screen, &stranger}) {
    page->hear("room", [](const JsonObject& seen) { return text_at(seen, "phase") == "debrief"; });
  }

  const auto hears = [](const RoomClient& page, const std::string& secret) {
    return test::has(page.heard(), secret);
  };
  for (const RoomClient* page : {&host, &kor, &again, &screen, &stranger}) {
    CHECK_FALSE(hears(*page, "canary-letter"));
    CHECK_FALSE(hears(*page, "8.76543E-1"));
    CHECK_FALSE(hears(*page, "1.73219E1"));
    CHECK_FALSE(hears(*page, "0.876543"));
  }
  CHECK(hears(rus, "canary-letter"));
  CHECK(hears(prk, "canary-letter"));
  CHECK(hears(prk, "8.76543E-1"));
  const std::string log = test::read_bytes(folder.path() / (room.code + ".jsonl"));
  const std::size_t seed = log.find("\"seed\":") + 7;
  const std::string canary_seed =
      log.substr(seed, log.find_first_not_of("0123456789", seed) - seed);
  REQUIRE(canary_seed.size() > 5);
  for (const RoomClient* page : {&host, &rus, &prk, &kor, &again, &screen, &stranger}) {
    CHECK_FALSE(hears(*page, canary_seed));
    CHECK_FALSE(hears(*page, HallServer::key));
    for (const RoomClient* other : {&rus, &prk, &kor}) {
      CHECK(hears(*page, other->token) == (page == other));
    }
    CHECK(hears(*page, room.host) == (page == &host));
    CHECK(hears(*page, room.screen) == (page == &host));
  }
  for (const std::string& token : {rus.token, prk.token, kor.token, room.host, room.screen}) {
    CHECK_FALSE(test::has(log, token));  // the log keeps hashes alone
  }
}
