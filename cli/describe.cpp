// tumen describe: all that is known of one name.
#include "cli/commands.hpp"
#include "cli/describe_text.hpp"
#include "sim/document/nearest.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct DescribeOptions {
  std::string name;
  std::string scenario;
};

constexpr std::array<std::string_view, 7> sections = {
    "countries", "corridors", "packages", "instruments", "debts", "regimes", "acts"};

/// Pages of entries and paths of that name in one scenario.
void add_pages(const LoadedScenario& loaded, const std::string& name, std::vector<Page>& pages) {
  if (loaded.scenario.name == name) {
    pages.push_back(describe_scenario(loaded));
  }
  if (const auto number = find_number(loaded.scenario, name)) {
    pages.push_back(describe_lever(loaded, static_cast<std::size_t>(number->index)));
    return;
  }
  for (const std::string_view section : sections) {
    const std::string prefix = std::string(section) + ".";
    const std::string plain = name.starts_with(prefix) ? name.substr(prefix.size()) : name;
    if (auto page = describe_entity(loaded, section, plain)) {
      pages.push_back(std::move(*page));
    }
  }
  if (pages.empty()) {
    if (auto page = describe_path(loaded, name)) {
      pages.push_back(std::move(*page));
    }
  }
}

[[noreturn]] void refuse_name(const std::string& name,
                              const std::vector<LoadedScenario>& scenarios) {
  std::vector<std::string> known;
  for (const std::string& kind : list_kinds()) {
    for (const Item& item : kind == "levers"      ? std::vector<Item>{}
                            : kind == "scenarios" ? scenario_items()
                                                  : items_of(kind, scenarios)) {
      known.push_back(item.name);
    }
  }
  for (const LoadedScenario& loaded : scenarios) {
    for (const NumberInfo& info : loaded.scenario.numbers) {
      known.push_back(info.path);
    }
  }
  refuse_option("tumen describe", in_quotes(name) + " is not known", "what tumen list shows",
                nearest_name(name, known));
}

std::vector<Page> find_pages(const DescribeOptions& o) {
  std::vector<Page> pages;
  if (auto clause = describe_clause(o.name)) {
    pages.push_back(std::move(*clause));
    return pages;
  }
  const auto scenarios = load_scenarios(o.scenario);
  for (const LoadedScenario& loaded : scenarios) {
    if (loaded.scenario.name == o.name) {
      return {describe_scenario(loaded)};
    }
  }
  // The scenario with the most numbers first: there a name means what it means in the full world.
  if (!scenarios.empty()) {
    add_pages(richest(scenarios), o.name, pages);
  }
  for (std::size_t k = 0; k < scenarios.size() && pages.empty(); ++k) {
    add_pages(scenarios[k], o.name, pages);
  }
  if (pages.empty()) {
    refuse_name(o.name, scenarios);
  }
  return pages;
}

void describe_command(const DescribeOptions& o, const Session& session) {
  std::vector<Page> pages = find_pages(o);
  if (session.is_json) {
    JsonArray all;
    for (Page& page : pages) {
      all.push_back(std::move(page.json));
    }
    session.say(Json(std::move(all)));
    return;
  }
  std::string_view gap;
  for (const Page& page : pages) {
    session.say(gap);
    session.say(page.text);
    gap = "\n";
  }
}

}  // namespace

void add_describe(CLI::App& app, Session& session) {
  auto options = std::make_shared<DescribeOptions>();
  CLI::App& command = *app.add_subcommand("describe", "Tell all that is known of a name");
  command
      .add_option("NAME", options->name,
                  "A scenario, country, corridor, package, instrument, clause or lever path")
      ->required();
  command.add_option("--scenario", options->scenario, "Look it up in this scenario")
      ->type_name("NAME");
  command.footer("Example:\n  tumen describe countries.PRK.discount_rate");
  command.callback([options, &session] { describe_command(*options, session); });
}

}  // namespace tumen::cli
