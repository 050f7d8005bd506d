// tumen validate: is a scenario file sound?
#include "cli/commands.hpp"
#include "sim/scenario/scenario.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

JsonObject problem_json(const Problem& problem) {
  return {{"file", problem.place.file},     {"line", problem.place.line},
          {"column", problem.place.column}, {"key", problem.key},
          {"found", problem.found},         {"allowed", problem.allowed},
          {"nearest", problem.nearest},     {"message", problem.message()}};
}

struct Verdict {
  std::string file;
  std::vector<Problem> problems;
  std::string text;  ///< of the problems, or what the scenario holds
};

Verdict judge(const std::string& file) {
  try {
    const auto roots = config_roots();
    const Scenario s = load_scenario(find_scenario(file, roots), roots);
    return {file,
            {},
            fmt::format("sound: {} countries, {} packages, {} corridors, {} numbers, {} ticks",
                        s.model.countries.size(), s.model.packages.size(), s.model.corridors.size(),
                        s.numbers.size(), s.model.ticks)};
  } catch (const InputError& error) {
    return {file, error.problems().sorted(), error.problems().text()};
  }
}

void validate_command(const std::vector<std::string>& files, Session& session) {
  JsonArray verdicts;
  for (const std::string& file : files) {
    const Verdict verdict = judge(file);
    if (!verdict.problems.empty()) {
      session.exit_code = ExitCode::bad_input;
    }
    if (session.is_json) {
      JsonArray problems;
      for (const Problem& problem : verdict.problems) {
        problems.push_back(problem_json(problem));
      }
      verdicts.push_back({{"file", file},
                          {"is_sound", verdict.problems.empty()},
                          {"problems", std::move(problems)}});
    } else if (verdict.problems.empty()) {
      session.say(fmt::format("{}: {}\n", file, verdict.text));
    } else {
      complain(verdict.text);
    }
  }
  if (session.is_json) {
    session.say(Json(std::move(verdicts)));
  }
}

}  // namespace

void add_validate(CLI::App& app, Session& session) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App& command =
      *app.add_subcommand("validate", "Check scenario files and name every mistake");
  command.add_option("FILE", *files, "Scenario files, or names of scenarios")->required();
  command.footer("Example:\n  tumen validate my-scenario.yaml");
  command.callback([files, &session] { validate_command(*files, session); });
}

}  // namespace tumen::cli
