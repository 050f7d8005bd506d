#include "server/transport/server.hpp"

#include "server/transport/http_session.hpp"
#include "sim/document/problem.hpp"

#include <csignal>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>

namespace tumen::server {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

namespace {

[[noreturn]] void refuse(const std::string& option, std::string found, std::string allowed) {
  Problems problems;
  problems.add({{option, 0, 0}, "", std::move(found), std::move(allowed), ""});
  throw InputError(problems);
}

tcp::endpoint endpoint_of(const Address& address) {
  error_code error;
  const auto host = net::ip::make_address(address.host, error);
  if (error) {
    refuse("--host", in_quotes(address.host), "an IP address of this machine, such as 127.0.0.1");
  }
  return {host, address.port};
}

void bind(tcp::acceptor& acceptor, const Address& address) {
  const tcp::endpoint endpoint = endpoint_of(address);
  error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) {
    acceptor.set_option(net::socket_base::reuse_address(true), error);
  }
  if (!error) {
    acceptor.bind(endpoint, error);
  }
  if (!error) {
    acceptor.listen(net::socket_base::max_listen_connections, error);
  }
  if (error) {
    refuse("--port", fmt::format("{}:{}: {}", address.host, address.port, error.message()),
           "an address of this machine and a free port (0 finds one)");
  }
}

}  // namespace

struct Server::Parts {
  Shared shared;
  net::io_context io{1};
  tcp::acceptor acceptor{io};
  net::steady_timer pause{io};
  net::signal_set signals{io};

  void accept() {
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
      if (error == net::error::operation_aborted) {
        return;
      }
      if (error) {  // out of file descriptors, say: let some be given back
        pause.expires_after(std::chrono::milliseconds(100));
        pause.async_wait([this](error_code stopped) {
          if (!stopped) {
            accept();
          }
        });
        return;
      }
      take(std::move(socket));
      accept();
    });
  }

  void take(tcp::socket socket) {
    error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (!error) {
      socket.set_option(tcp::no_delay(true), error);
      Counted counted(shared, peer.address().to_string());
      start_session(boost::beast::tcp_stream(std::move(socket)), shared, std::move(counted));
    }
  }
};

Server::Server(const Address& address, Site site, const Limits& limits)
    : parts_(std::make_unique<Parts>()) {
  bind(parts_->acceptor, address);
  parts_->shared.site = std::move(site);
  parts_->shared.limits = limits;
  parts_->shared.names = {address.names, port()};
  // Before anybody is told of the port, so that whoever is told may end it at once.
  parts_->signals.add(SIGINT);
  parts_->signals.add(SIGTERM);
  parts_->signals.async_wait([parts = parts_.get()](error_code error, int) {
    if (!error) {
      parts->io.stop();
    }
  });
}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return parts_->acceptor.local_endpoint().port();
}

void Server::run() {
  parts_->accept();
  parts_->io.run();
  parts_->shared.answers.join();
}

void Server::stop() {
  parts_->io.stop();
}

}  // namespace tumen::server
