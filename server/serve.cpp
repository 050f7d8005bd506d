#include "server/serve.hpp"

#include "server/desk.hpp"
#include "server/hall/hall.hpp"
#include "server/hall/qr.hpp"
#include "server/own_names.hpp"
#include "server/rooms/tokens.hpp"
#include "server/routing.hpp"
#include "server/transport/server.hpp"

#include <algorithm>

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

/// The addresses under which others find the rooms: those of the network first.
std::vector<std::string> rooms_at(const Listening& listening) {
  std::vector<std::string> urls = listening.urls;
  std::rotate(urls.begin(), urls.begin() + (urls.size() > 1 ? 1 : 0), urls.end());
  return urls;
}

Listening listening_on(const Address& address, std::uint16_t port, const std::string& key) {
  std::vector<std::string> hosts;
  if (address.host == every_address || address.host == "::") {
    hosts = {"127.0.0.1"};
    for (const std::string& name : network_addresses()) {
      hosts.push_back(name);
    }
  } else {
    hosts = {plain_name(address.host)};
  }
  Listening listening{port, {}, "", "", ""};
  for (const std::string& host : hosts) {
    listening.urls.push_back(fmt::format("http://{}:{}/", host, port));
  }
  listening.join = rooms_at(listening).front() + "join";
  listening.host = listening.urls.front() + "host#" + key;
  listening.qr = hall::qr_in_half_blocks(hall::qr_rows(listening.join));
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
  const std::string key = rooms::fresh_token();
  hall::HallSettings of_rooms;
  of_rooms.folder = settings.rooms;
  of_rooms.key = key;
  hall::Hall hall(scenarios, settings.roots, std::move(of_rooms));
  site.conversations["/ws/room"] = [&](Peer peer) { return hall.open(std::move(peer)); };
  const Address address = address_of(settings);
  Server server(address, std::move(site));
  const Listening listening = listening_on(address, server.port(), key);
  hall.is_found_at(rooms_at(listening));
  tell(listening);
  server.run();
  desk.stop();  // they send through the server until here
  hall.stop();
}

}  // namespace tumen::server
