#include "server/scenarios.hpp"

#include "sim/document/load.hpp"
#include "sim/document/nearest.hpp"
#include "sim/report_folder.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace tumen::server {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_recompiled = 8;
/// A change may add agents of its own accord, but no run that never ends.
constexpr Id most_ticks = 400;

std::string title_of(const fs::path& file) {
  Problems ignored;
  const Node root = load_document(file, ignored);
  const MapEntry* title = root.is_map() ? root.find("title") : nullptr;
  return title == nullptr ? "" : title->value.text();
}

struct Setting {
  std::string path, value;
};

Setting parsed(const std::string& text) {
  const std::size_t sign = text.find('=');
  return {text.substr(0, sign), sign == std::string::npos ? "" : text.substr(sign + 1)};
}

std::optional<double> as_number(const std::string& text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

/// The place of a number that can be changed without compiling, if the setting is of that kind.
std::optional<std::size_t> quick_place(const Scenario& base, const Setting& setting) {
  const std::optional<Number> number = find_number(base, setting.path);
  const std::optional<double> value = as_number(setting.value);
  if (!number || !value) {
    return std::nullopt;
  }
  const auto place = static_cast<std::size_t>(number->index);
  const NumberInfo& info = base.numbers[place];
  const bool is_in_range = info.has_range && *value >= info.low && *value <= info.high;
  return is_in_range && !info.shapes_model ? std::optional(place) : std::nullopt;
}

void check_path(const Scenario& base, const Setting& setting, Problems& problems) {
  if (find_number(base, setting.path) || setting.path.ends_with(".enabled")) {
    return;
  }
  std::vector<std::string> known;
  for (const NumberInfo& number : base.numbers) {
    known.push_back(number.path);
  }
  problems.add({{"", 0, 0},
                setting.path,
                "no number of " + base.name,
                "paths of its levers, and enabled of its entries",
                nearest_name(setting.path, known)});
}

}  // namespace

Scenarios::Scenarios(std::vector<fs::path> roots) : roots_(std::move(roots)) {
  for (const fs::path& file : list_scenarios(roots_)) {
    list_.push_back({file.stem().string(), title_of(file)});
  }
  for (const fs::path& root : roots_) {
    Problems ignored;  // whoever loads a scenario is told
    if (fs::exists(root / "sources.yaml")) {
      sources_ = load_sources(root / "sources.yaml", ignored);
      break;
    }
  }
}

std::shared_ptr<const Scenario> Scenarios::get(const std::string& name) {
  const auto known = [&](const ScenarioName& entry) { return entry.name == name; };
  if (std::none_of(list_.begin(), list_.end(), known)) {
    std::vector<std::string> names;
    for (const ScenarioName& entry : list_) {
      names.push_back(entry.name);
    }
    Problems problems;
    problems.add(
        {{"scenario", 0, 0}, "", in_quotes(name), join_names(names), nearest_name(name, names)});
    throw InputError(problems);
  }
  const std::scoped_lock lock(guard_);
  auto& kept = warm_[name];
  if (kept == nullptr) {
    kept = std::make_shared<const Scenario>(load_scenario(find_scenario(name, roots_), roots_));
  }
  return kept;
}

std::shared_ptr<const Scenario> Scenarios::with(const std::string& name,
                                                const std::vector<std::string>& settings) {
  const std::shared_ptr<const Scenario> base = get(name);
  if (settings.empty()) {
    return base;
  }
  Problems problems;
  std::vector<std::string> slow;
  std::vector<std::pair<std::string, double>> quick;
  for (const std::string& text : settings) {
    const Setting setting = parsed(text);
    check_path(*base, setting, problems);
    if (quick_place(*base, setting)) {
      quick.emplace_back(setting.path, *as_number(setting.value));
    } else {
      slow.push_back(text);
    }
  }
  problems.throw_if_any();
  Scenario changed = slow.empty() ? *base : *compiled(*base, slow);
  for (const auto& [path, value] : quick) {
    // What was switched off has taken its numbers along; they decide nothing any more.
    if (const auto number = find_number(changed, path)) {
      at(changed.values, number->index) = value;
    }
  }
  return std::make_shared<const Scenario>(std::move(changed));
}

std::shared_ptr<const Scenario> Scenarios::compiled(const Scenario& base,
                                                    const std::vector<std::string>& settings) {
  std::string key = base.name;
  for (const std::string& text : settings) {
    key += "\n" + text;
  }
  const std::scoped_lock lock(guard_);
  const auto found = std::find_if(recompiled_.begin(), recompiled_.end(),
                                  [&](const Kept& kept) { return kept.first == key; });
  if (found != recompiled_.end()) {
    recompiled_.splice(recompiled_.begin(), recompiled_, found);
    return found->second;
  }
  Problems problems;
  Scenario scenario = report::compile_config(base.config_text, base.name, settings, problems);
  problems.throw_if_any();
  if (scenario.model.ticks > most_ticks) {
    problems.add({{base.name, 0, 0},
                  "ticks",
                  fmt::format("{}", scenario.model.ticks),
                  fmt::format("at most {}", most_ticks),
                  ""});
    problems.throw_if_any();
  }
  recompiled_.emplace_front(key, std::make_shared<const Scenario>(std::move(scenario)));
  if (recompiled_.size() > most_recompiled) {
    recompiled_.pop_back();
  }
  return recompiled_.front().second;
}

}  // namespace tumen::server
