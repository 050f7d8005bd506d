#include "cli/mistakes.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/problem.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// "--seed", "--json" ...: the long options of an app.
void add_options(const CLI::App& app, std::vector<std::string>& names) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
}

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = nearest_name(word, known);
  return near.empty() ? "" : fmt::format("; did you mean {}?", in_quotes(near));
}

/// An unknown word where the command should stand, else empty.
std::string wrong_command(const CLI::App& app, const std::vector<std::string>& command) {
  const auto first = std::find_if(command.begin() + 1, command.end(),
                                  [](const std::string& word) { return !word.starts_with('-'); });
  const std::vector<std::string> known = command_names(app);
  if (first == command.end() || std::find(known.begin(), known.end(), *first) != known.end()) {
    return {};
  }
  return fmt::format("{}: no such command; allowed: {}{}", in_quotes(*first), join_names(known),
                     suggestion(*first, known));
}

/// An unknown option, else empty.
std::string wrong_option(const CLI::App& app, const std::vector<std::string>& command) {
  std::vector<std::string> known;
  add_options(app, known);
  for (const CLI::App* chosen : app.get_subcommands()) {
    add_options(*chosen, known);
  }
  for (std::size_t k = 1; k < command.size() && command[k] != "--"; ++k) {
    const std::string name = command[k].substr(0, command[k].find('='));
    if (name.starts_with("--") && std::find(known.begin(), known.end(), name) == known.end()) {
      return fmt::format("{}: no such option{}", printable(name), suggestion(name, known));
    }
  }
  return {};
}

}  // namespace

std::string usage_message(const CLI::App& app, const CLI::ParseError& error,
                          const std::vector<std::string>& command) {
  std::string text = wrong_command(app, command);
  text = text.empty() ? wrong_option(app, command) : text;
  text = text.empty() ? error.what() : text;
  const auto chosen = app.get_subcommands();
  const std::string where = chosen.empty() ? "" : chosen.front()->get_name() + " ";
  return fmt::format("{}\nTry: tumen {}--help", text, where);
}

}  // namespace tumen::cli
