// The desk: who asks is answered, the first futures of all come before the rest of any.
#include "server/desk.hpp"

#include "sim/json_reader.hpp"

#include <filesystem>
#include <future>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server;

/// Collects what a desk says, and tells when `wanted` texts are there.
struct Heard {
  explicit Heard(std::size_t count) : wanted(count) {}
  std::mutex guard;
  std::vector<std::string> said;
  std::size_t wanted;
  std::promise<void> done;

  Send as(const std::string& name) {
    return [this, name](const std::string& text, const std::string&) {
      const std::scoped_lock lock(guard);
      const JsonObject message = parse_json_object(text);
      const std::string type = text_at(message, "type");
      said.push_back(name + " " + type + (type == "fans" ? " " + text_at(message, "runs") : ""));
      if (said.size() == wanted) {
        done.set_value();
      }
    };
  }
};

std::string question(const std::string& type, int runs) {
  return R"({"type":")" + type + R"(","scenario":"debt-only","runs":)" + std::to_string(runs) + "}";
}

}  // namespace

TEST_CASE("the first futures of every page are counted before the rest of any", "[server]") {
  Scenarios scenarios({std::filesystem::path(TUMEN_SOURCE_DIR) / "configs"});
  Heard heard(6);
  Desk desk(scenarios, 1);
  // The first question holds the desk until the others are there.
  std::promise<void> let_go;
  std::shared_future<void> may_go = let_go.get_future().share();
  const Conversation gate =
      desk.open([&](const std::string&, const std::string&) { may_go.wait(); });
  gate.receive(question("story", 1));
  const Conversation ann = desk.open(heard.as("ann"));
  const Conversation bo = desk.open(heard.as("bo"));
  ann.receive(question("what_if", 400));
  bo.receive(question("what_if", 400));
  bo.receive(question("story", 1));
  bo.receive(question("dance", 1));
  let_go.set_value();
  heard.done.get_future().wait();
  desk.stop();
  CHECK(heard.said == std::vector<std::string>{"bo error", "ann fans 160", "bo fans 160",
                                               "bo story", "ann fans 400", "bo fans 400"});
}

TEST_CASE("a page that has gone is not answered, and a desk ends with questions left", "[server]") {
  Scenarios scenarios({std::filesystem::path(TUMEN_SOURCE_DIR) / "configs"});
  Desk desk(scenarios, 1);
  Heard heard(1);
  std::promise<void> let_go;
  std::shared_future<void> may_go = let_go.get_future().share();
  const Conversation gate =
      desk.open([&](const std::string&, const std::string&) { may_go.wait(); });
  gate.receive(question("story", 1));
  const Conversation gone = desk.open(heard.as("gone"));
  gone.receive(question("what_if", 400));
  gone.close();
  const Conversation here = desk.open(heard.as("here"));
  here.receive(question("story", 1));
  let_go.set_value();
  heard.done.get_future().wait();
  here.receive(question("what_if", 2000));
  desk.stop();
  CHECK(heard.said.front() == "here story");
}
