#include "server/transport/http_session.hpp"

#include "server/headers.hpp"
#include "server/transport/socket_session.hpp"

#include <memory>
#include <optional>

#include <boost/asio/post.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace tumen::server {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;

using Parser = http::request_parser<http::string_body>;
using Parsed = http::request<http::string_body>;
using Reply = http::response<http::string_body>;

std::string_view plain(beast::string_view text) {
  return {text.data(), text.size()};
}

Response refusal(int status, std::string text) {
  return {status, "text/plain; charset=utf-8", std::move(text) + "\n"};
}

/// Serves one connection. Kept alive by the operation under way.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(beast::tcp_stream&& stream, Shared& shared, Counted counted)
      : stream_(std::move(stream)), shared_(shared), counted_(std::move(counted)) {}

  void start() {
    if (!counted_.is_counted()) {
      keeps_open_ = false;
      write(refusal(503, "Too many connections; try again in a moment."));
      return;
    }
    read();
  }

 private:
  void read() {
    parser_.emplace();
    parser_->header_limit(shared_.limits.header_bytes);
    parser_->body_limit(shared_.limits.body_bytes);
    stream_.expires_after(shared_.limits.request);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) {
                       self->on_read(error);
                     });
  }

  void on_read(beast::error_code error) {
    if (error == http::error::header_limit || error == http::error::body_limit) {
      keeps_open_ = false;
      write(refusal(error == http::error::body_limit ? 413 : 431, "The request is too large."));
    } else if (error) {
      close();
    } else {
      handle(parser_->release());
    }
  }

  void handle(Parsed&& request) {
    const std::string_view host = plain(request[http::field::host]);
    const bool is_get = request.method() == http::verb::get;
    keeps_open_ = request.keep_alive();
    is_head_ = request.method() == http::verb::head;
    if (!shared_.names.has(host)) {
      write(refusal(421, "This server does not go by that name; use the address it printed."));
    } else if (beast::websocket::is_upgrade(request)) {
      upgrade(std::move(request), host);
    } else if (!is_get && !is_head_) {
      write(refusal(405, "Only GET and HEAD are answered."));
    } else {
      answer({std::string(plain(request.target()))});
    }
  }

  void upgrade(Parsed&& request, std::string_view host) {
    const auto found = shared_.site.conversations.find(std::string(plain(request.target())));
    if (found == shared_.site.conversations.end()) {
      write(refusal(404, "There is no WebSocket at this address."));
    } else if (!is_same_origin(plain(request[http::field::origin]), host)) {
      write(refusal(403, "A page of another origin may not speak here."));
    } else {
      stream_.expires_never();  // the WebSocket has timeouts of its own
      start_socket(std::move(stream_), std::move(request), found->second, shared_,
                   std::move(counted_));
    }
  }

  /// Answers on another thread: the first question for a scenario compiles it.
  void answer(Request request) {
    stream_.expires_never();
    net::post(shared_.answers, [self = shared_from_this(), request = std::move(request)]() mutable {
      Response response = refusal(500, "A fault of the program.");
      try {
        response = self->shared_.site.answer(request);
      } catch (const std::exception&) {
        // Nothing of the inside goes over the network.
      }
      // The session goes along: its end must come on the thread of the network.
      const auto executor = self->stream_.get_executor();
      net::post(executor, [self = std::move(self), response = std::move(response)]() mutable {
        self->write(std::move(response));
      });
    });
  }

  void write(Response&& response) {
    reply_ = {};
    reply_.version(11);
    reply_.result(static_cast<unsigned>(response.status));
    for (const auto& [name, value] : safe_headers) {
      reply_.set(beast::string_view(name.data(), name.size()),
                 beast::string_view(value.data(), value.size()));
    }
    reply_.set(http::field::content_type, response.type);
    reply_.set(http::field::cache_control, response.cache);
    if (response.status == 405) {
      reply_.set(http::field::allow, "GET, HEAD");
    }
    reply_.keep_alive(keeps_open_);
    reply_.content_length(response.body.size());
    if (!is_head_) {
      reply_.body() = std::move(response.body);
    }
    stream_.expires_after(shared_.limits.request);
    serializer_.emplace(reply_);
    serializer_->split(false);
    const auto done = [self = shared_from_this()](beast::error_code error, std::size_t) {
      self->on_write(error);
    };
    if (is_head_) {
      http::async_write_header(stream_, *serializer_, done);
    } else {
      http::async_write(stream_, *serializer_, done);
    }
  }

  void on_write(beast::error_code error) {
    if (error || !keeps_open_) {
      close();
    } else {
      read();
    }
  }

  void close() {
    beast::error_code ignored;
    stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  }

  beast::tcp_stream stream_;
  Shared& shared_;
  Counted counted_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Reply reply_;
  std::optional<http::response_serializer<http::string_body>> serializer_;
  bool keeps_open_ = true;
  bool is_head_ = false;
};

}  // namespace

void start_session(beast::tcp_stream&& stream, Shared& shared, Counted counted) {
  std::make_shared<HttpSession>(std::move(stream), shared, std::move(counted))->start();
}

}  // namespace tumen::server
