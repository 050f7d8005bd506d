#pragma once
#include "server/transport/shared.hpp"

#include <boost/beast/core/tcp_stream.hpp>

namespace tumen::server {

/// Serves one connection until it ends: requests one after the other, or a WebSocket.
void start_session(boost::beast::tcp_stream&& stream, Shared& shared, Counted counted);

}  // namespace tumen::server
