// tumen list: what there is.
#include "cli/catalogue.hpp"
#include "cli/commands.hpp"
#include "sim/csv.hpp"
#include "sim/document/nearest.hpp"
#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct ListOptions {
  std::string kind = "scenarios";
  std::string scenario;
};

void check_kind(const std::string& kind) {
  const auto& kinds = list_kinds();
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
    refuse_option("tumen list", in_quotes(kind), join_names(kinds), nearest_name(kind, kinds));
  }
}

void list_levers(const Scenario& s, const Session& session) {
  if (session.is_json) {
    JsonArray all;
    for (std::size_t k = 0; k < s.numbers.size(); ++k) {
      all.push_back(lever_json(s, k));
    }
    session.say(Json(std::move(all)));
    return;
  }
  TextTable table({{"lever"}, {"value", TextTable::Align::right}, {"unit"}, {"range"}, {"origin"}});
  for (std::size_t k = 0; k < s.numbers.size(); ++k) {
    const NumberInfo& info = s.numbers[k];
    table.add({info.path, exact_text(s.values[k]), info.unit, range_text(info), origin_text(info)});
  }
  session.say(fmt::format("Levers of {}; set one with --set PATH=VALUE\n", s.name));
  session.say(table.text(std::max<std::size_t>(page_width(), 160)));
}

/// "all", "all but debt-only", or the names.
std::string where_text(const Item& item, const std::vector<std::string>& scenarios) {
  std::vector<std::string> missing;
  for (const std::string& name : scenarios) {
    if (std::find(item.scenarios.begin(), item.scenarios.end(), name) == item.scenarios.end()) {
      missing.push_back(name);
    }
  }
  return missing.empty()                          ? "all"
         : missing.size() < item.scenarios.size() ? "all but " + join_names(missing)
                                                  : join_names(item.scenarios);
}

void list_items(const std::vector<Item>& items, const std::vector<std::string>& scenarios,
                const Session& session) {
  if (session.is_json) {
    JsonArray all;
    for (const Item& item : items) {
      JsonArray where;
      for (const std::string& name : item.scenarios) {
        where.emplace_back(name);
      }
      all.push_back({{"kind", item.kind},
                     {"name", item.name},
                     {"title", item.title},
                     {"scenarios", std::move(where)}});
    }
    session.say(Json(std::move(all)));
    return;
  }
  const bool has_where = std::any_of(items.begin(), items.end(), [&](const Item& item) {
    return !item.scenarios.empty() && item.scenarios.size() < scenarios.size();
  });
  std::vector<TextTable::Column> columns = {{"name"}, {"title"}};
  if (has_where) {
    columns.push_back({"in"});
  }
  TextTable table(columns);
  for (const Item& item : items) {
    std::vector<std::string> cells = {item.name, item.title};
    if (has_where) {
      cells.push_back(where_text(item, scenarios));
    }
    table.add(std::move(cells));
  }
  session.say(table.text(page_width()));
}

void list_command(const ListOptions& o, Session& session) {
  check_kind(o.kind);
  const auto scenarios =
      needs_scenarios(o.kind) ? load_scenarios(o.scenario) : std::vector<LoadedScenario>{};
  if (o.kind == "levers") {
    list_levers(richest(scenarios).scenario, session);
    return;
  }
  std::vector<std::string> names;
  for (const LoadedScenario& loaded : scenarios) {
    names.push_back(loaded.scenario.name);
  }
  list_items(o.kind == "scenarios" ? scenario_items() : items_of(o.kind, scenarios), names,
             session);
  if (o.kind == "scenarios" && !session.is_json) {
    session.say("\nOther lists: tumen list KIND, where KIND is one of " + join_names(list_kinds()) +
                ".\n");
  }
}

}  // namespace

void add_list(CLI::App& app, Session& session) {
  auto options = std::make_shared<ListOptions>();
  CLI::App& command = *app.add_subcommand("list", "List scenarios, countries, levers and so on");
  command.add_option("KIND", options->kind, "One of " + join_names(list_kinds()))
      ->capture_default_str();
  command.add_option("--scenario", options->scenario, "Only what this scenario has")
      ->type_name("NAME");
  command.footer("Example:\n  tumen list levers --scenario debt-only");
  command.callback([options, &session] { list_command(*options, session); });
}

}  // namespace tumen::cli
