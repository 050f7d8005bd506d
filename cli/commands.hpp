#pragma once
// One function a subcommand, each in its own file: adds the command to `app`; when it is chosen, it
// runs and leaves its exit code in `session`.
#include "cli/session.hpp"

#include <CLI/CLI.hpp>

namespace tumen::cli {

void add_run(CLI::App& app, Session& session);
void add_explain(CLI::App& app, Session& session);
void add_batch(CLI::App& app, Session& session);
void add_merge(CLI::App& app, Session& session);
void add_bench(CLI::App& app, Session& session);
void add_compare(CLI::App& app, Session& session);
void add_report(CLI::App& app, Session& session);
void add_power(CLI::App& app, Session& session);
void add_sweep(CLI::App& app, Session& session);
void add_seal(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_calibrate(CLI::App& app, Session& session);
void add_backtest(CLI::App& app, Session& session);
void add_design(CLI::App& app, Session& session);
void add_sensitivity(CLI::App& app, Session& session);
void add_discover(CLI::App& app, Session& session);
void add_decide(CLI::App& app, Session& session);
void add_serve(CLI::App& app, Session& session);
void add_validate(CLI::App& app, Session& session);
void add_list(CLI::App& app, Session& session);
void add_describe(CLI::App& app, Session& session);

}  // namespace tumen::cli
