// Who may speak, how often, and what waits.
#include "server/job_queue.hpp"
#include "server/own_names.hpp"
#include "server/rate_limit.hpp"
#include "server/transport/outbox.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen::server;

}  // namespace

TEST_CASE("a server answers to its own names at its own port and to no other", "[server]") {
  const OwnNames own{{"127.0.0.1", "localhost", "[::1]", "classroom.test"}, 8765};
  for (const char* host : {"127.0.0.1:8765", "localhost:8765", "LocalHost:8765", "[::1]:8765",
                           "classroom.test:8765"}) {
    CAPTURE(host);
    CHECK(own.has(host));
  }
  for (const char* host : {"", "127.0.0.1", "localhost:80", "evil.test:8765", "localhost.evil:8765",
                           "localhost:8765x", "localhost:", ":8765", "[::1", "::1:8765",
                           "127.0.0.1:8765@evil.test", "localhost:99999999999"}) {
    CAPTURE(host);
    CHECK_FALSE(own.has(host));
  }
  const OwnNames plain{{"localhost"}, 80};
  CHECK(plain.has("localhost"));
}

TEST_CASE("the origin of a page must be the host it speaks to", "[server]") {
  CHECK(is_same_origin("http://localhost:8765", "localhost:8765"));
  CHECK(is_same_origin("https://Tumen.test", "tumen.test"));
  CHECK_FALSE(is_same_origin("", "localhost:8765"));
  CHECK_FALSE(is_same_origin("null", "localhost:8765"));
  CHECK_FALSE(is_same_origin("http://", ""));
  CHECK_FALSE(is_same_origin("http://evil.test", "localhost:8765"));
  CHECK_FALSE(is_same_origin("http://localhost:8766", "localhost:8765"));
  CHECK_FALSE(is_same_origin("file://localhost:8765", "localhost:8765"));
}

TEST_CASE("of the questions of one slot the newest alone waits", "[server]") {
  JobQueue<int> queue;
  queue.push(1, "b", 10);
  queue.push(2, "b", 20);
  queue.push(1, "b", 11);
  queue.push(1, "why", 12);
  const auto first = queue.pop();
  REQUIRE(first);
  CHECK(first->second == 11);
  CHECK(queue.is_newest(first->first));
  queue.push(1, "b", 13);
  CHECK_FALSE(queue.is_newest(first->first));
  CHECK(queue.pop()->second == 20);
  CHECK(queue.pop()->second == 12);
  CHECK(queue.pop()->second == 13);
  CHECK_FALSE(queue.pop());
}

TEST_CASE("a job that is put back waits behind those of others", "[server]") {
  JobQueue<int> queue;
  queue.push(1, "b", 10);
  queue.push(2, "b", 20);
  const auto first = queue.pop();
  queue.put_back(first->first, 11);
  CHECK(queue.pop()->second == 20);
  const auto again = queue.pop();
  CHECK(again->second == 11);
  queue.push(1, "b", 12);
  queue.put_back(again->first, 13);
  CHECK(queue.pop()->second == 12);
  CHECK(queue.is_empty());
}

TEST_CASE("who has gone is not answered", "[server]") {
  JobQueue<int> queue;
  queue.push(1, "b", 10);
  queue.push(2, "b", 20);
  const auto first = queue.pop();
  queue.push(1, "b", 11);
  queue.drop(1);
  CHECK_FALSE(queue.is_newest(first->first));
  CHECK(queue.pop()->second == 20);
  CHECK(queue.is_empty());
}

TEST_CASE("of texts about one topic the newest alone waits, behind the one on its way",
          "[server]") {
  Outbox box(100);
  CHECK(box.push("one", "fans"));
  CHECK(box.push("two", "fans"));
  CHECK(box.push("else", ""));
  CHECK(box.push("three", "fans"));
  CHECK(box.size() == 3);
  CHECK(box.front() == "one");
  box.pop();
  CHECK(box.front() == "three");
  box.pop();
  CHECK(box.front() == "else");
}

TEST_CASE("an outbox takes no more than it may hold", "[server]") {
  Outbox box(10);
  CHECK(box.push("12345", ""));
  CHECK(box.push("12345", ""));
  CHECK_FALSE(box.push("1", ""));
  box.pop();
  CHECK(box.push("1", ""));
}

TEST_CASE("a connection may speak in a burst, then at its rate", "[server]") {
  RateLimit rate(2, 3);
  CHECK(rate.allows(100));
  CHECK(rate.allows(100));
  CHECK(rate.allows(100));
  CHECK_FALSE(rate.allows(100));
  CHECK_FALSE(rate.allows(100.4));
  CHECK(rate.allows(100.5));
  CHECK_FALSE(rate.allows(100.6));
}
