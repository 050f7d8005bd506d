// The command line: global options, the subcommands, and what an error becomes.
#include "cli/commands.hpp"
#include "cli/mistakes.hpp"
#include "sim/document/problem.hpp"
#include "sim/version.hpp"

#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

using tumen::cli::ExitCode;
using tumen::cli::Session;

/// Has the C library keep some of what is freed. A block of runs takes and frees the same megabyte
/// hundreds of times a second; to give it back to the system each time is a seventh of a batch.
void keep_freed_memory() {
#if defined(__GLIBC__)
  constexpr int mebibyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 4 * mebibyte);
  mallopt(M_TRIM_THRESHOLD, 16 * mebibyte);
#endif
}

std::string version_text() {
  return fmt::format("tumen {} ({})\n{}, {}, {}", tumen::version(), tumen::git_description(),
                     tumen::build_compiler(), tumen::build_type(), tumen::parallel_backend());
}

void add_everything(CLI::App& app, Session& session) {
  app.description(
      "Tumen simulates how Russia, the DPRK, the ROK, China, Japan and the US bargain over debts,\n"
      "pipelines, railways and sanctions.");
  app.require_subcommand(1);
  app.fallthrough();
  app.add_flag("-q,--quiet", session.is_quiet, "Print nothing but errors");
  app.add_flag("--json", session.is_json, "Print what was asked for as JSON");
  app.set_version_flag("--version", version_text());
  app.footer(
      "Examples:\n"
      "  tumen list                                  what there is\n"
      "  tumen run debt-only --seed 7                one run, told as a chronicle\n"
      "  tumen explain debt-only --deal debt_write_off --tick 40\n"
      "  tumen batch debt-only --runs 1000           how often, with quantiles\n"
      "  tumen compare debt-only --b rules.precedent=0.8\n"
      "  tumen report results/first                  a page to read of a run\n"
      "  tumen power hindcast-1990-2024 --to KOR --year 2011\n"
      "  tumen sensitivity --design D.csv --outcomes Y.csv\n"
      "  tumen discover --table runs.csv --outcome signed   under which inputs\n"
      "  tumen serve                                 the what-if page in the browser\n"
      "  tumen describe countries.PRK.discount_rate  a number, its source and range\n"
      "Exit codes: 0 done, 1 a fault of the program, 2 bad input, 130 interrupted.");
  add_run(app, session);
  add_explain(app, session);
  add_batch(app, session);
  add_merge(app, session);
  add_bench(app, session);
  add_compare(app, session);
  add_report(app, session);
  add_power(app, session);
  add_sweep(app, session);
  add_design(app, session);
  add_sensitivity(app, session);
  add_seal(app, session);
  add_verify(app, session);
  add_calibrate(app, session);
  add_backtest(app, session);
  add_discover(app, session);
  add_decide(app, session);
  add_serve(app, session);
  add_validate(app, session);
  add_list(app, session);
  add_describe(app, session);
}

/// Help and version print and end well; everything else about the words is bad input.
int end_of_parsing(const CLI::App& app, const CLI::ParseError& error, const Session& session) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    return app.exit(error);
  }
  tumen::cli::complain(tumen::cli::usage_message(app, error, session.command));
  return static_cast<int>(ExitCode::bad_input);
}

int run_program(int argc, char** argv) {
  keep_freed_memory();
  Session session;
  session.command.assign(argv, argv + argc);
  CLI::App app("", "tumen");
  add_everything(app, session);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_of_parsing(app, error, session);
  }
  return static_cast<int>(session.exit_code);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const int code = run_program(argc, argv);
    if (std::fflush(stdout) != 0) {
      tumen::cli::complain("the output could not be written");
      return static_cast<int>(ExitCode::internal);
    }
    return code;
  } catch (const tumen::InputError& error) {
    tumen::cli::complain(error.what());
    return static_cast<int>(ExitCode::bad_input);
  } catch (const std::exception& error) {
    tumen::cli::complain(fmt::format("internal error: {}", error.what()));
    return static_cast<int>(ExitCode::internal);
  }
}
