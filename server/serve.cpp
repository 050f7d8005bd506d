#include "server/serve.hpp"

#include "server/desk.hpp"
#include "server/own_names.hpp"
#include "server/routing.hpp"
#include "server/transport/server.hpp"

#include <fmt/format.h>

namespace tumen::server {
namespace {

constexpr const char* every_address = "0.0.0.0";

Address address_of(const ServeSettings& settings) {
  Address address{settings.is_on_lan ? every_address : settings.host, settings.port,
                  loopback_names()};
  const auto add = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      address.names.push_back(plain_name(name));
    }
  };
  if (address.host == every_address || address.host == "::") {
    add(network_addresses());
    add(host_names());
  }
  add({address.host});
  add(settings.names);
  return address;
}

Listening listening_on(const Address& address, std::uint16_t port) {
  std::vector<std::string> hosts;
  if (address.host == every_address || address.host == "::") {
    hosts = {"127.0.0.1"};
    for (const std::string& name : network_addresses()) {
      hosts.push_back(name);
    }
  } else {
    hosts = {plain_name(address.host)};
  }
  Listening listening{port, {}};
  for (const std::string& host : hosts) {
    listening.urls.push_back(fmt::format("http://{}:{}/", host, port));
  }
  return listening;
}

}  // namespace

void serve(const ServeSettings& settings, const std::function<void(const Listening&)>& tell) {
  const StaticFiles files = read_static_files(settings.web);
  Scenarios scenarios(settings.roots);
  Desk desk(scenarios, settings.threads);
  Site site;
  const Shelf shelf{files, scenarios, settings.runs};
  site.answer = [&](const Request& request) { return answer(request, shelf); };
  site.conversations["/ws/what-if"] = [&](const Peer& peer) { return desk.open(peer.send); };
  const Address address = address_of(settings);
  Server server(address, std::move(site));
  tell(listening_on(address, server.port()));
  server.run();
  desk.stop();  // it sends through the server until here
}

}  // namespace tumen::server
