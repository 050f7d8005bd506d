#include "cli/describe_text.hpp"

#include "cli/session.hpp"
#include "sim/csv.hpp"
#include "sim/document/parse.hpp"
#include "sim/document/provenance.hpp"
#include "sim/scenario/tree.hpp"
#include "sim/text_table.hpp"
#include "sim/wording.hpp"
#include "world/clauses/clauses.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

std::string paragraph(std::string_view text, std::string_view indent = "") {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  std::string out;
  for (const std::string& line : wrapped(plain, page_width() - indent.size())) {
    out += std::string(indent) + line + "\n";
  }
  return out;
}

/// "  SOURCE: title (year), url" for every source of a number that a sources.yaml knows.
std::string sources_text(const NumberInfo& info) {
  std::string text;
  for (const auto& root : config_roots()) {
    Problems ignored;
    const Provenance known = load_sources(root / "sources.yaml", ignored);
    for (const std::string& key : info.sources) {
      const Source* source = known.find(key);
      if (source != nullptr && text.find(key + ":") == std::string::npos) {
        text += paragraph(fmt::format("{}: {}{}{}", key, source->title,
                                      source->year.empty() ? "" : " (" + source->year + ")",
                                      source->url.empty() ? "" : ", " + source->url),
                          "            ");
      }
    }
  }
  return text;
}

/// Items of a list by their text or name; their number where they have none.
std::string list_text(const Node& list) {
  std::vector<std::string> items;
  for (const Node& item : list.items()) {
    const std::string name = item.is_scalar() ? item.text() : child_text(item, "name");
    if (name.empty()) {
      return fmt::format("{} entries", list.items().size());
    }
    items.push_back(name);
  }
  return join_names(items);
}

/// What the document says of an entry, key by key; numbers are told in the table below it.
std::string outline(const Node& node, const std::string& indent) {
  std::string text;
  for (const MapEntry& entry : node.entries()) {
    if (entry.key == "title" || entry.key == "description" || entry.key == "name" ||
        entry.key == "declares" || is_number_form(entry.value)) {
      continue;
    }
    const Node& value = entry.value;
    if (value.is_scalar()) {
      text += paragraph(entry.key + ": " + value.text(), indent);
    } else if (value.is_list()) {
      text += value.items().empty() ? "" : paragraph(entry.key + ": " + list_text(value), indent);
    } else if (value.is_map() && indent.size() < 4) {
      const std::string inner = outline(value, indent + "  ");
      text += inner.empty() ? paragraph(entry.key + ": " + join_names(value.keys()), indent)
                            : indent + entry.key + ":\n" + inner;
    }
  }
  return text;
}

struct NumberTable {
  std::string text;
  JsonArray json;
};

/// Numbers whose path is `path` or below it.
NumberTable numbers_below(const Scenario& s, const std::string& path) {
  TextTable table({{"lever"}, {"value", Align::right}, {"unit"}, {"range"}, {"origin"}});
  NumberTable out;
  for (std::size_t k = 0; k < s.numbers.size(); ++k) {
    const NumberInfo& info = s.numbers[k];
    if (info.path == path || info.path.starts_with(path + ".")) {
      table.add(
          {info.path, exact_text(s.values[k]), info.unit, range_text(info), origin_text(info)});
      out.json.push_back(lever_json(s, k));
    }
  }
  out.text = table.is_empty() ? "" : table.text(std::max<std::size_t>(page_width(), 150));
  return out;
}

}  // namespace

Page describe_lever(const LoadedScenario& loaded, std::size_t number) {
  const Scenario& s = loaded.scenario;
  const NumberInfo& info = s.numbers[number];
  std::string text =
      fmt::format("{}\n  value     {} {}\n  range     {}\n  scenario  {}\n", info.path,
                  exact_text(s.values[number]), info.unit, range_text(info), s.name);
  text += "  origin    " + origin_text(info) + "\n" + sources_text(info);
  text += fmt::format("  change    --set {}=VALUE\n", info.path);
  JsonObject json = lever_json(s, number);
  json["kind"] = "lever";
  json["scenario"] = s.name;
  return {text, std::move(json)};
}

std::optional<Page> describe_clause(std::string_view name) {
  const auto found = std::find_if(clause_catalog.begin(), clause_catalog.end(),
                                  [&](const ClauseInfo& c) { return c.name == name; });
  if (found == clause_catalog.end()) {
    return std::nullopt;
  }
  TextTable table({{"slot"}, {"kind"}, {"unit"}, {"needed"}, {"meaning"}});
  JsonArray slots;
  const auto add = [&](std::string_view slot, std::string kind, std::string unit, bool optional,
                       std::string_view meaning) {
    table.add({std::string(slot), kind, unit, optional ? "no" : "yes", std::string(meaning)});
    slots.push_back({{"name", slot},
                     {"kind", kind},
                     {"unit", unit},
                     {"is_optional", optional},
                     {"meaning", meaning}});
  };
  for (const RoleSlot& slot : found->roles) {
    add(slot.name, "country", "", slot.optional, slot.meaning);
  }
  for (const ThingSlot& slot : found->things) {
    add(slot.name, std::string(slot.table), "", slot.optional, slot.meaning);
  }
  for (const AmountSlot& slot : found->amounts) {
    add(slot.name, "number or term", std::string(slot.unit), slot.optional,
        fmt::format("{} ({} to {})", slot.meaning, exact_text(slot.low), exact_text(slot.high)));
  }
  return Page{fmt::format("Clause {}\n", name) + table.text(page_width()),
              {{"kind", "clause"}, {"name", name}, {"slots", std::move(slots)}}};
}

Page describe_scenario(const LoadedScenario& loaded) {
  const Scenario& s = loaded.scenario;
  const Model& m = s.model;
  std::string text = fmt::format("Scenario {}: {}\n", s.name, s.title) + paragraph(s.story);
  text += fmt::format("\n{} ticks of {} years from {} to {}; {} numbers\n", m.ticks, m.dt,
                      m.start_year, m.year(m.ticks), s.numbers.size());
  text += paragraph("countries: " + join_names(s.names.countries));
  text += paragraph("packages: " + join_names(s.names.packages));
  text += paragraph("corridors: " + join_names(s.names.corridors));
  text += paragraph("debts: " + join_names(s.names.debts));
  text += paragraph("sanction regimes: " + join_names(s.names.regimes));
  for (const SuggestedLever& lever : s.levers) {
    text += paragraph(fmt::format("try {}: {}", lever.path, lever.why));
  }
  for (const Claim& claim : s.claims) {
    text += paragraph("tends to happen: " + claim.says);
  }
  for (const std::string& note : s.notes) {
    text += paragraph("note: " + note);
  }
  return {text,
          {{"kind", "scenario"},
           {"name", s.name},
           {"title", s.title},
           {"story", s.story},
           {"file", loaded.file.generic_string()},
           {"start", m.start_year},
           {"ticks", m.ticks},
           {"years_a_tick", m.dt}}};
}

std::optional<Page> describe_entity(const LoadedScenario& loaded, std::string_view section,
                                    std::string_view name) {
  Problems ignored;
  const Node root = parse_document(loaded.scenario.config_text, loaded.scenario.name, ignored);
  const Node* node = find_path(root, {std::string(section), std::string(name)});
  if (node == nullptr || !node->is_map()) {
    return std::nullopt;
  }
  const std::string path = fmt::format("{}.{}", section, name);
  std::string title = child_text(*node, "title");
  title = title.empty() ? child_text(*node, "name") : title;
  const std::string description = child_text(*node, "description");
  NumberTable numbers = numbers_below(loaded.scenario, path);
  std::string text = fmt::format("{}{}{} (scenario {})\n", path, title.empty() ? "" : ": ", title,
                                 loaded.scenario.name);
  text += (description.empty() ? "" : paragraph(description)) + outline(*node, "  ");
  text += numbers.text.empty() ? "" : "\n" + numbers.text;
  return Page{text,
              {{"kind", section},
               {"name", name},
               {"title", title},
               {"description", description},
               {"scenario", loaded.scenario.name},
               {"numbers", std::move(numbers.json)}}};
}

std::optional<Page> describe_path(const LoadedScenario& loaded, std::string_view path) {
  NumberTable numbers = numbers_below(loaded.scenario, std::string(path));
  if (numbers.text.empty()) {
    return std::nullopt;
  }
  return Page{fmt::format("{} (scenario {})\n", path, loaded.scenario.name) + numbers.text,
              {{"kind", "path"},
               {"name", path},
               {"scenario", loaded.scenario.name},
               {"numbers", std::move(numbers.json)}}};
}

}  // namespace tumen::cli
