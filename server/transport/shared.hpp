#pragma once
// What all connections of one server share. One thread reads and writes; answers that take time are
// made on another.
#include "server/http.hpp"
#include "server/own_names.hpp"
#include "server/transport/limits.hpp"

#include <cstdint>
#include <map>
#include <string>

#include <boost/asio/thread_pool.hpp>

namespace tumen::server {

struct Shared {
  Site site;
  Limits limits;
  OwnNames names;
  boost::asio::thread_pool answers{1};
  std::map<std::string, int> connections;  ///< by address; touched by the one thread
  int open = 0;
};

/// Counts a connection while it lives. Invariant: was counted if and only if `is_counted()`.
class Counted {
 public:
  Counted(Shared& shared, std::string address) : shared_(&shared), address_(std::move(address)) {
    int& from_here = shared.connections[address_];
    is_counted_ =
        shared.open < shared.limits.connections && from_here < shared.limits.connections_an_address;
    if (is_counted_) {
      ++from_here;
      ++shared.open;
    }
  }
  Counted(Counted&& other) noexcept
      : shared_(other.shared_),
        address_(std::move(other.address_)),
        is_counted_(other.is_counted_) {
    other.is_counted_ = false;
  }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  Counted& operator=(Counted&&) = delete;
  ~Counted() {
    if (is_counted_) {
      --shared_->open;
      if (--shared_->connections[address_] == 0) {
        shared_->connections.erase(address_);
      }
    }
  }
  [[nodiscard]] bool is_counted() const { return is_counted_; }
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  Shared* shared_;
  std::string address_;
  bool is_counted_ = false;
};

}  // namespace tumen::server
