// tumen verify: whether a ledger of forecasts is as it was written, and can be computed again.
#include "cli/commands.hpp"
#include "cli/progress_bar.hpp"
#include "cli/scenario_options.hpp"
#include "sim/json_reader.hpp"
#include "sim/report_folder.hpp"
#include "sim/text_table.hpp"
#include "sim/version.hpp"
#include "studies/seal/forecast.hpp"
#include "studies/seal/ledger.hpp"
#include "studies/seal/sha256.hpp"

#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace fs = std::filesystem;
namespace {

struct VerifyOptions {
  std::string ledger = "forecasts/ledger.jsonl";
  std::string study;
  bool is_short = false;
  int threads = 0;
};

struct Check {
  std::string study, what;
  bool passes = false;
  std::string reason;  ///< why it does not pass
};

/// Whether the ledger has what would be written now: numbers read back from their text.
bool same_text(const Json& written, const JsonArray& now) {
  return parse_json_object(json_line(JsonObject{{"all", now}})).at("all") == written;
}

class Verifier {
 public:
  Verifier(const VerifyOptions& options, bool is_quiet) : o_(options), is_quiet_(is_quiet) {}

  void verify(const LedgerEntry& entry) {
    study_ = text_at(entry.content, "study");
    add("entry as it was written", entry.faults.empty(),
        entry.faults.empty() ? "" : entry.faults.front());
    const fs::path folder = fs::path(o_.ledger).parent_path() / study_;
    const bool has_study = same_file(folder / "study.yaml", entry.content, "study_sha256");
    const bool has_scenario = same_file(folder / "scenario.yaml", entry.content, "scenario_sha256");
    if (!o_.is_short && has_study && has_scenario) {
      run_again(folder, entry.content);
    }
  }
  [[nodiscard]] const std::vector<Check>& checks() const { return checks_; }

 private:
  void add(std::string what, bool passes, std::string reason) {
    checks_.push_back({study_, std::move(what), passes, passes ? "" : std::move(reason)});
  }

  bool same_file(const fs::path& file, const JsonObject& entry, const char* key) {
    const bool exists = fs::is_regular_file(file);
    const bool same = exists && sha256(report::read_folder_file(file)) == text_at(entry, key);
    add(file.filename().string() + " as it was sealed", same,
        exists ? "its hash differs" : "no such file: " + file.generic_string());
    return same;
  }

  void run_again(const fs::path& folder, const JsonObject& entry) {
    const Study study = read_study(folder / "study.yaml");
    const Scenario scenario = report::read_scenario(folder / "scenario.yaml");
    ProgressBar bar("runs", !is_quiet_);
    const ForecastRun run = run_forecasts(study, scenario, {o_.threads}, [&](auto done, auto of) {
      bar.show(done, of);
      return true;
    });
    const std::string sealed_by = text_at(entry, "version");
    const std::string here = fmt::format("{} ({})", version(), git_description());
    const std::string versions =
        sealed_by == here ? "" : fmt::format("; sealed by {}, this is {}", sealed_by, here);
    add("design computed again", sha256(run.plan.points->text) == text_at(entry, "design_sha256"),
        "other points" + versions);
    add("distributions computed again",
        same_text(entry.at("forecasts"), forecasts_json(study, run)), "other numbers" + versions);
  }

  const VerifyOptions& o_;
  bool is_quiet_;
  std::string study_;
  std::vector<Check> checks_;
};

Json checks_json(const std::vector<Check>& checks) {
  JsonArray all;
  for (const Check& check : checks) {
    all.push_back(JsonObject{{"study", check.study},
                             {"check", check.what},
                             {"passes", check.passes},
                             {"reason", check.reason}});
  }
  return JsonObject{{"checks", std::move(all)}};
}

std::string checks_text(const std::vector<Check>& checks, std::size_t width) {
  TextTable table({{"study"}, {"check"}, {""}, {""}});
  for (const Check& check : checks) {
    table.add({check.study, check.what, check.passes ? "PASS" : "FAIL", check.reason});
  }
  return table.text(width);
}

void verify_command(const VerifyOptions& o, Session& session) {
  const std::vector<LedgerEntry> entries = read_ledger(o.ledger);
  Verifier verifier(o, session.is_quiet);
  for (const LedgerEntry& entry : entries) {
    if (o.study.empty() || o.study == text_at(entry.content, "study")) {
      verifier.verify(entry);
    }
  }
  if (verifier.checks().empty()) {
    refuse_option(o.ledger, o.study.empty() ? "no forecasts" : "no study " + in_quotes(o.study),
                  "a ledger that tumen seal has written");
  }
  session.say(session.is_json ? json_text(checks_json(verifier.checks()))
                              : checks_text(verifier.checks(), page_width()));
  for (const Check& check : verifier.checks()) {
    if (!check.passes) {
      session.exit_code = ExitCode::bad_input;
    }
  }
}

}  // namespace

void add_verify(CLI::App& app, Session& session) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App& command =
      *app.add_subcommand("verify", "Check a ledger of forecasts and compute them again");
  command.add_option("LEDGER", options->ledger, "The ledger")->capture_default_str();
  command.add_option("--study", options->study, "Only the forecasts of this study")
      ->type_name("NAME");
  command.add_flag("--short", options->is_short, "Hashes only, compute nothing");
  command.add_option("--threads", options->threads, "Threads to use, 0 for all [0]")
      ->type_name("N")
      ->check(whole_number(0, 4096));
  command.footer(
      "Exits with 2 if a check fails.\n"
      "Example:\n  tumen verify forecasts/ledger.jsonl\n  tumen verify --short --json");
  command.callback([options, &session] { verify_command(*options, session); });
}

}  // namespace tumen::cli
