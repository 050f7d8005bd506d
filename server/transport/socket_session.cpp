#include "server/transport/socket_session.hpp"

#include "server/rate_limit.hpp"
#include "server/transport/outbox.hpp"

#include <memory>

#include <boost/asio/post.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

namespace tumen::server {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace websocket = beast::websocket;

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Carries one conversation. Kept alive by the read that is under way; one write at a time.
class SocketSession : public std::enable_shared_from_this<SocketSession> {
 public:
  SocketSession(beast::tcp_stream&& stream, Shared& shared, Counted counted)
      : socket_(std::move(stream)),
        counted_(std::move(counted)),
        rate_(shared.limits.messages_a_second, shared.limits.burst),
        outbox_(shared.limits.outbox_bytes) {
    // Compression is off unless asked for: its memory has grown without bound (beast #2105).
    websocket::stream_base::timeout times{};
    times.handshake_timeout = shared.limits.handshake;
    times.idle_timeout = shared.limits.idle;
    times.keep_alive_pings = true;
    socket_.set_option(times);
    socket_.read_message_max(shared.limits.message_bytes);
    socket_.text(true);
    socket_.auto_fragment(false);
  }

  ~SocketSession() {
    if (conversation_.close) {
      conversation_.close();
    }
  }
  SocketSession(const SocketSession&) = delete;
  SocketSession& operator=(const SocketSession&) = delete;

  void start(http::request<http::string_body>&& request,
             const std::function<Conversation(Peer)>& open) {
    request_ = std::move(request);
    socket_.async_accept(request_, [self = shared_from_this(), open](beast::error_code error) {
      if (!error) {
        self->begin(open);
      }
    });
  }

 private:
  void begin(const std::function<Conversation(Peer)>& open) {
    Peer peer;
    peer.send = [weak = weak_from_this()](std::string text, std::string topic) {
      on_network(weak, [text = std::move(text), topic = std::move(topic)](auto& self) mutable {
        self.send(std::move(text), std::move(topic));
      });
    };
    peer.hang_up = [weak = weak_from_this()] {
      on_network(weak, [](auto& self) { self.hang_up(); });
    };
    peer.address = counted_.address();
    conversation_ = open(std::move(peer));
    read();
  }

  /// Does something with the session, if it is still there, on the thread of the network.
  template <class Action>
  static void on_network(const std::weak_ptr<SocketSession>& weak, Action action) {
    if (auto self = weak.lock()) {
      // The session goes along: its end must come on that thread.
      const auto executor = self->socket_.get_executor();
      net::post(executor,
                [self = std::move(self), action = std::move(action)]() mutable { action(*self); });
    }
  }

  void read() {
    socket_.async_read(buffer_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) {
        self->on_read();
      }
    });
  }

  void on_read() {
    if (!socket_.got_text()) {
      close(websocket::close_code::unknown_data);
    } else if (!rate_.allows(seconds_now())) {
      close(websocket::close_code::policy_error);
    } else if (!is_ending_) {  // who is being hung up on has said enough
      const std::string text = beast::buffers_to_string(buffer_.data());
      buffer_.consume(buffer_.size());
      conversation_.receive(text);
      read();
    }
  }

  void send(std::string&& text, std::string&& topic) {
    if (is_closing_ || is_ending_) {
      return;
    }
    if (!outbox_.push(std::move(text), std::move(topic))) {
      close(websocket::close_code::try_again_later);
    } else if (outbox_.size() == 1) {
      write();
    }
  }

  void write() {
    socket_.async_write(net::buffer(outbox_.front()),
                        [self = shared_from_this()](beast::error_code error, std::size_t) {
                          if (!error) {
                            self->on_write();
                          }
                        });
  }

  void on_write() {
    outbox_.pop();
    if (outbox_.size() > 0 && !is_closing_) {
      write();
    } else if (is_ending_) {
      close(websocket::close_code::normal);
    }
  }

  void hang_up() {
    is_ending_ = true;
    if (outbox_.size() == 0) {
      close(websocket::close_code::normal);
    }
  }

  void close(websocket::close_code code) {
    if (!is_closing_) {
      is_closing_ = true;
      socket_.async_close(code, [self = shared_from_this()](beast::error_code) {});
    }
  }

  websocket::stream<beast::tcp_stream> socket_;
  Counted counted_;
  RateLimit rate_;
  Outbox outbox_;
  Conversation conversation_;
  http::request<http::string_body> request_;
  beast::flat_buffer buffer_;
  bool is_closing_ = false;
  bool is_ending_ = false;  ///< closes once the outbox is empty
};

}  // namespace

void start_socket(beast::tcp_stream&& stream, http::request<http::string_body>&& request,
                  const std::function<Conversation(Peer)>& open, Shared& shared, Counted counted) {
  std::make_shared<SocketSession>(std::move(stream), shared, std::move(counted))
      ->start(std::move(request), open);
}

}  // namespace tumen::server
