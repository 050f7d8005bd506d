#include "cli/power_report.hpp"

#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

const std::string& code(const Scenario& s, Id country) {
  return at(s.names.countries, country);
}

std::string codes(const Scenario& s, const std::vector<Id>& countries) {
  std::string text;
  for (const Id country : countries) {
    text += (text.empty() ? "" : " ") + code(s, country);
  }
  return text;
}

std::vector<Id> members(const PowerGame& g, std::size_t coalition) {
  std::vector<Id> all;
  for (std::size_t i = 0; i < g.players.size(); ++i) {
    if (((coalition >> i) & 1) != 0) {
      all.push_back(g.players[i]);
    }
  }
  return all;
}

double total(const PowerGame& g) {
  return g.values.value[(std::size_t{1} << g.players.size()) - 1];
}

std::string routes_table(const Scenario& s, const PowerGame& g, std::size_t width) {
  TextTable table({{"route"},
                   {"needs"},
                   {"volume", Align::right},
                   {"price", Align::right},
                   {"unit cost", Align::right},
                   {"capital, M USD/y", Align::right},
                   {"worth, M USD/y", Align::right}});
  for (const PowerRoute& r : g.routes) {
    table.add({at(s.names.corridors, r.corridor) + (r.stands ? " (stands)" : ""), codes(s, r.needs),
               rounded(r.volume), rounded(r.price), rounded(r.unit_cost), rounded(r.capex),
               rounded(r.worth)});
  }
  return table.text(width);
}

/// Coalitions worth more than any that lacks one of their members: the others follow from these.
std::string coalitions_table(const Scenario& s, const PowerGame& g, std::size_t width) {
  TextTable table({{"coalition"}, {"value, M USD/y", Align::right}});
  for (std::size_t c = 1; c < std::size_t{1} << g.players.size(); ++c) {
    double smaller = 0;
    for (std::size_t i = 0; i < g.players.size(); ++i) {
      const std::size_t others = c & ~(std::size_t{1} << i);
      smaller = std::max(smaller, others == c ? 0 : g.values.value[others]);
    }
    if (g.values.value[c] > smaller) {
      table.add({codes(s, members(g, c)), rounded(g.values.value[c])});
    }
  }
  return table.is_empty() ? "No coalition gains anything.\n" : table.text(width);
}

/// Value of `country`, 0 where it is no player.
double value_of(const PowerGame& g, const std::vector<double>& values, Id country) {
  const auto seat = std::find(g.players.begin(), g.players.end(), country);
  return seat == g.players.end() ? 0 : values[static_cast<std::size_t>(seat - g.players.begin())];
}

std::vector<Id> all_players(const std::vector<const PowerGame*>& games) {
  std::vector<Id> all;
  for (const PowerGame* game : games) {
    for (const Id player : game->players) {
      if (std::find(all.begin(), all.end(), player) == all.end()) {
        all.push_back(player);
      }
    }
  }
  return all;
}

/// One line a game: what all have together, and each country's Shapley value / nucleolus.
std::string shares_table(const Scenario& s, const std::vector<std::string>& names,
                         const std::vector<const PowerGame*>& games, std::size_t width) {
  const std::vector<Id> players = all_players(games);
  std::vector<TextTable::Column> columns = {{"game"}, {"all", Align::right}};
  for (const Id player : players) {
    columns.push_back({code(s, player), Align::right});
  }
  TextTable table(columns);
  for (std::size_t k = 0; k < games.size(); ++k) {
    const PowerGame& g = *games[k];
    std::vector<std::string> row = {names[k], rounded(total(g))};
    for (const Id player : players) {
      row.push_back(rounded(value_of(g, g.shapley, player)) + " / " +
                    rounded(value_of(g, g.nucleolus, player)));
    }
    table.add(std::move(row));
  }
  return table.text(width);
}

std::string one_year(const PowerReport& r, std::size_t width) {
  const PowerGame& g = r.years.front();
  std::vector<std::string> names = {"as asked"};
  std::vector<const PowerGame*> games = {&g};
  for (const PowerVariant& variant : r.variants) {
    names.push_back(variant.name);
    games.push_back(&variant.game);
  }
  return fmt::format("Routes in {:.0f}, Brent {} USD/bbl\n", std::floor(g.year), rounded(g.brent)) +
         routes_table(r.scenario, g, width) + "\nCoalitions that need all their members\n" +
         coalitions_table(r.scenario, g, width) + "\nShapley value / nucleolus, M USD/y\n" +
         shares_table(r.scenario, names, games, width);
}

std::string many_years(const PowerReport& r, std::size_t width) {
  std::vector<std::string> names;
  std::vector<const PowerGame*> games;
  for (const PowerGame& g : r.years) {
    names.push_back(fmt::format("{:.0f}, Brent {}", std::floor(g.year), rounded(g.brent)));
    games.push_back(&g);
  }
  return "Shapley value / nucleolus, M USD/y\n" + shares_table(r.scenario, names, games, width);
}

JsonObject game_json(const Scenario& s, const PowerGame& g) {
  JsonArray routes;
  for (const PowerRoute& r : g.routes) {
    routes.push_back({{"corridor", at(s.names.corridors, r.corridor)},
                      {"needs", codes(s, r.needs)},
                      {"stands", r.stands},
                      {"volume", r.volume},
                      {"price", r.price},
                      {"unit_cost", r.unit_cost},
                      {"capital_musd_per_year", r.capex},
                      {"worth_musd_per_year", r.worth}});
  }
  JsonArray coalitions;
  for (std::size_t c = 1; c < std::size_t{1} << g.players.size(); ++c) {
    coalitions.push_back(
        {{"members", codes(s, members(g, c))}, {"musd_per_year", g.values.value[c]}});
  }
  JsonArray players;
  for (std::size_t i = 0; i < g.players.size(); ++i) {
    players.push_back({{"country", code(s, g.players[i])},
                       {"shapley", g.shapley[i]},
                       {"nucleolus", g.nucleolus[i]}});
  }
  return {{"year", std::floor(g.year)},
          {"brent_usd_per_bbl", g.brent},
          {"routes", std::move(routes)},
          {"coalitions", std::move(coalitions)},
          {"players", std::move(players)}};
}

}  // namespace

std::string power_text(const PowerReport& r, std::size_t width) {
  const std::string title = r.scenario.title.empty() ? r.scenario.name : r.scenario.title;
  return title + "\n\n" + (r.years.size() == 1 ? one_year(r, width) : many_years(r, width));
}

Json power_json(const PowerReport& r) {
  JsonArray years;
  for (const PowerGame& game : r.years) {
    years.push_back(game_json(r.scenario, game));
  }
  JsonArray variants;
  for (const PowerVariant& variant : r.variants) {
    JsonObject told = game_json(r.scenario, variant.game);
    told["variant"] = variant.name;
    variants.push_back(std::move(told));
  }
  return JsonObject{{"scenario", r.scenario.name},
                    {"games", std::move(years)},
                    {"variants", std::move(variants)}};
}

}  // namespace tumen::cli
