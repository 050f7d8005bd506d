#include "tests/support/hall_server.hpp"

namespace tumen::test {

HallServer::HallServer(const std::filesystem::path& folder, const server::Limits& limits,
                       int futures)
    : scenarios_({std::filesystem::path(TUMEN_SOURCE_DIR) / "configs"}) {
  server::hall::HallSettings settings;
  settings.folder = folder;
  settings.key = key;
  settings.futures = futures;
  settings.beat = std::chrono::milliseconds(5);
  settings.clock = [this] { return clock_.load(); };
  hall_ = std::make_unique<server::hall::Hall>(
      scenarios_, std::vector{std::filesystem::path(TUMEN_SOURCE_DIR) / "configs"}, settings);
  server::Site site;
  site.answer = [](const server::Request&) { return server::Response{}; };
  site.conversations["/ws/room"] = [this](server::Peer peer) {
    return hall_->open(std::move(peer));
  };
  server_ = std::make_unique<server::Server>(server::Address{"127.0.0.1", 0, {"127.0.0.1"}},
                                             std::move(site), limits);
  hall_->is_found_at({"http://127.0.0.1:" + std::to_string(port()) + "/"});
  thread_ = std::jthread([this] { server_->run(); });
}

HallServer::~HallServer() {
  server_->stop();
  thread_.join();
  hall_->stop();
}

}  // namespace tumen::test
