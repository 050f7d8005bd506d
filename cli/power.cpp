// tumen power: who is worth what in a network of routes.
#include "cli/commands.hpp"
#include "cli/power_report.hpp"
#include "cli/scenario_options.hpp"
#include "sim/document/nearest.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct PowerOptions {
  ScenarioOptions scenario;
  std::vector<double> years;
  std::vector<Id> ticks;
  std::string fuel = "gas";
  std::string buyer;
  std::vector<std::string> without, vetoes;
};

Id find_or_refuse(const std::vector<std::string>& names, const std::string& name,
                  const char* option) {
  const Id id = find_name(names, name);
  if (id == no_id) {
    refuse_option(option, in_quotes(name), join_names(names), nearest_name(name, names));
  }
  return id;
}

RouteVeto read_veto(const Names& names, const std::string& text) {
  const auto colon = text.find(':');
  RouteVeto veto{find_or_refuse(names.countries, text.substr(0, colon), "--veto"), no_id};
  if (colon != std::string::npos) {
    veto.corridor = find_or_refuse(names.corridors, text.substr(colon + 1), "--veto");
  }
  return veto;
}

PowerQuery query_of(const Scenario& s, const PowerOptions& o) {
  PowerQuery q;
  const std::vector<std::string> fuels(fuel_names.begin(), fuel_names.end());
  q.fuel = static_cast<Fuel>(find_or_refuse(fuels, o.fuel, "--fuel"));
  q.buyer = o.buyer.empty() ? no_id : find_or_refuse(s.names.countries, o.buyer, "--to");
  for (const std::string& name : o.without) {
    q.without.push_back(find_or_refuse(s.names.corridors, name, "--without"));
  }
  for (const std::string& text : o.vetoes) {
    q.vetoes.push_back(read_veto(s.names, text));
  }
  return q;
}

/// Routes that cross a target of the regime, as vetoes of `sender`.
std::vector<RouteVeto> vetoes_of(const Model& m, const PowerGame& g, Id target, Id sender) {
  std::vector<RouteVeto> vetoes;
  for (const PowerRoute& route : g.routes) {
    const auto& hosts = at(m.corridors, route.corridor).hosts;
    if (std::find(hosts.begin(), hosts.end(), target) != hosts.end()) {
      vetoes.push_back({sender, route.corridor});
    }
  }
  return vetoes;
}

/// For each sender of a multilateral regime that is on no route: the routes it could stop.
std::vector<std::vector<RouteVeto>> outside_vetoes(const Model& m, const PowerGame& g) {
  std::vector<std::vector<RouteVeto>> all;
  for (const Regime& regime : m.regimes) {
    for (const Id sender : regime.senders) {
      const bool is_player =
          std::find(g.players.begin(), g.players.end(), sender) != g.players.end();
      const bool is_known = std::any_of(all.begin(), all.end(), [&](const auto& vetoes) {
        return vetoes.front().country == sender;
      });
      const auto vetoes = vetoes_of(m, g, regime.target, sender);
      if (regime.is_multilateral && !is_player && !is_known && !vetoes.empty()) {
        all.push_back(vetoes);
      }
    }
  }
  return all;
}

/// The game without each of its routes, and with the consent of each outside sender needed.
std::vector<PowerVariant> variants_of(const Scenario& s, const PowerQuery& q, const PowerGame& g) {
  std::vector<PowerVariant> all;
  for (const PowerRoute& route : g.routes) {
    PowerQuery less = q;
    less.without.push_back(route.corridor);
    if (g.routes.size() > 1) {
      all.push_back({"without " + at(s.names.corridors, route.corridor), power_of(s, less)});
    }
  }
  for (const std::vector<RouteVeto>& vetoes : outside_vetoes(s.model, g)) {
    PowerQuery more = q;
    more.vetoes.insert(more.vetoes.end(), vetoes.begin(), vetoes.end());
    if (g.players.size() < static_cast<std::size_t>(max_players)) {
      all.push_back(
          {"with a veto of " + country_name(s, vetoes.front().country), power_of(s, more)});
    }
  }
  return all;
}

void power_command(const PowerOptions& o, Session& session) {
  const LoadedScenario loaded = load(o.scenario);
  const Scenario& s = loaded.scenario;
  PowerQuery query = query_of(s, o);
  std::vector<double> years = o.years;
  for (const Id tick : o.ticks) {
    years.push_back(s.model.year(tick));
  }
  if (years.empty()) {
    years.push_back(s.model.start_year);
  }
  PowerReport report{s, {}, {}};
  for (const double year : years) {
    query.year = year;
    report.years.push_back(power_of(s, query));
  }
  if (years.size() == 1) {
    report.variants = variants_of(s, query, report.years.front());
  }
  if (session.is_json) {
    session.say(power_json(report));
  } else {
    session.say(power_text(report, page_width()));
  }
}

}  // namespace

void add_power(CLI::App& app, Session& session) {
  auto options = std::make_shared<PowerOptions>();
  PowerOptions& o = *options;
  CLI::App& command = *app.add_subcommand("power", "Coalition values of a network of routes");
  command.add_option("SCENARIO", o.scenario.scenario, "Name of a scenario or path of its file")
      ->required();
  const auto repeatable = [](CLI::Option* option, const char* type) {
    option->type_name(type)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return option;
  };
  repeatable(command.add_option("--set", o.scenario.overrides, "Give a number another value"),
             "PATH=VALUE");
  CLI::Option* const year = repeatable(
      command.add_option("--year", o.years, "Calendar year of prices and ceilings [the first]"),
      "Y");
  repeatable(command.add_option("--tick", o.ticks, "The same by tick, for the year from it on"),
             "T")
      ->check(whole_number(0, 4000))
      ->excludes(year);
  command.add_option("--fuel", o.fuel, "gas, oil, power or goods")
      ->type_name("FUEL")
      ->capture_default_str();
  command.add_option("--to", o.buyer, "Only routes to this country")->type_name("ISO3");
  repeatable(command.add_option("--without", o.without, "Leave a corridor out"), "CORRIDOR");
  repeatable(command.add_option("--veto", o.vetoes,
                                "A country whose consent routes over a third country need, or one "
                                "route"),
             "ISO3[:CORRIDOR]");
  command.footer(
      "Example:\n"
      "  tumen power hindcast-1990-2024 --to KOR --year 2011\n"
      "  tumen power hindcast-1990-2024 --to KOR --year 2005 --year 2011 --without gas_bypass\n"
      "  tumen power hindcast-1990-2024 --to KOR --year 2011 --veto USA:trans_korean_gas");
  command.callback([options, &session] { power_command(*options, session); });
}

}  // namespace tumen::cli
