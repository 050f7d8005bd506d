#include "server/rooms/staged.hpp"

#include "server/rooms/news.hpp"
#include "server/rooms/parliament.hpp"
#include "studies/seal/sha256.hpp"

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

/// What is changed after compiling; empty if nothing is.
std::string changes(const Room& room) {
  std::string out;
  for (const News& news : room.news) {
    if (news.kind != NewsKind::text) {
      out += fmt::format("{} {} {} {} {}\n", news.tick, news_kind_names[index_of(news.kind)],
                         news.country, news.doctrine, news.factor);
    }
  }
  for (std::size_t k = 0; k < room.seats.size(); ++k) {
    if (has_parliament(room, static_cast<int>(k))) {
      out += fmt::format("parliament {}\n", k);
    }
  }
  return out;
}

std::shared_ptr<const Scenario> changed(const Room& room, const Scenario& compiled) {
  auto out = std::make_shared<Scenario>(for_play(compiled));
  for (const News& news : room.news) {
    declare(news, *out);
  }
  follow_parliaments(room, *out);
  return out;
}

}  // namespace

Scenario for_play(const Scenario& scenario) {
  Scenario out;
  out.name = scenario.name;
  out.title = scenario.title;
  out.model = scenario.model;
  out.values = scenario.values;
  out.series = scenario.series;
  out.names = scenario.names;
  return out;
}

Board board_of(const Scenario& scenario) {
  return {std::make_shared<const Scenario>(for_play(scenario)),
          std::make_shared<const Catalogue>(catalogue_of(scenario)), sha256(scenario.config_text)};
}

Staged staged(const Room& room, const std::vector<Deal>& deals, const Workshop& shop) {
  const std::string changed_by = changes(room);
  std::string recipe = changed_by;
  for (const Deal& deal : deals) {
    recipe += fmt::format("{} {} {}\n", deal.slot, deal.from, deal.text);
  }
  if (recipe == room.recipe) {
    return {room.scenario, std::move(recipe)};
  }
  const auto compiled = shop.compile(room.settings.scenario, composed(deals));
  return {changed_by.empty() ? compiled : changed(room, *compiled), std::move(recipe)};
}

}  // namespace tumen::server::rooms
