#pragma once
#include "server/transport/shared.hpp"

#include <functional>

#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace tumen::server {

/// Accepts the upgrade and carries the conversation until it ends.
void start_socket(boost::beast::tcp_stream&& stream,
                  boost::beast::http::request<boost::beast::http::string_body>&& request,
                  const std::function<Conversation(Peer)>& open, Shared& shared, Counted counted);

}  // namespace tumen::server
