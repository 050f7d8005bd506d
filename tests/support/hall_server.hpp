#pragma once
// A hall on loopback, on threads of its own, with a clock that is set by hand.
#include "server/hall/hall.hpp"
#include "server/transport/server.hpp"

#include <atomic>
#include <thread>

namespace tumen::test {

class HallServer {
 public:
  /// Logs go to `folder`, none if it is empty. Without `futures` no chances are counted, so that
  /// versions are those of what people do.
  explicit HallServer(const std::filesystem::path& folder = {}, const server::Limits& limits = {},
                      int futures = 0);
  ~HallServer();
  HallServer(const HallServer&) = delete;
  HallServer& operator=(const HallServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  /// Time passes.
  void wait(server::rooms::Moment by) { clock_ += by; }

  static constexpr const char* key = "the host's key";

 private:
  std::atomic<server::rooms::Moment> clock_{1'000'000};
  server::Scenarios scenarios_;
  std::unique_ptr<server::hall::Hall> hall_;
  std::unique_ptr<server::Server> server_;
  std::jthread thread_;
};

}  // namespace tumen::test
