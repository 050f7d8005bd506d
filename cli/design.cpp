// tumen design: the table of runs to be made, for this or anybody's model.
#include "studies/designs/design.hpp"

#include "cli/commands.hpp"
#include "cli/page_file.hpp"
#include "cli/scenario_options.hpp"
#include "studies/designs/record.hpp"

#include <limits>
#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct DesignOptions {
  DesignPlan plan;
  std::string factors, out;
  std::string base = "sobol";
  bool force = false;
};

/// The plan with its factors read and everything left open filled in.
DesignPlan plan_of(const DesignOptions& o) {
  DesignPlan plan = o.plan;
  (void)design_kind(plan.kind);  // a wrong kind is told before wrong factors
  plan.factors = parse_factors(o.factors);
  if (o.base != "sobol" && o.base != "random") {
    refuse_option("--base", in_quotes(o.base), "sobol, random");
  }
  plan.is_random_base = o.base == "random";
  complete(plan);
  return plan;
}

std::string told(const DesignPlan& plan, const std::string& out) {
  std::string text =
      fmt::format("{} runs of {} factors in {}, how they were made in {}\n", rows_of(plan),
                  plan.factors.size(), out, record_path(out).generic_string());
  text += fmt::format(
      "Run the model on every line, write its outcomes line by line (a column each) into Y.csv, "
      "then\n"
      "  tumen sensitivity --design {} --outcomes Y.csv\n",
      out);
  return text;
}

void design_command(const DesignOptions& o, Session& session) {
  const DesignPlan plan = plan_of(o);
  const std::string record = record_path(o.out).generic_string();
  check_page_file(o.out, o.force, "--out");
  check_page_file(record, o.force, "--out");
  const std::string csv = design_csv(plan);
  const JsonObject made = design_record(plan, csv);
  write_page_file(record, json_text(made));
  write_page_file(o.out, csv);
  if (session.is_json) {
    session.say(Json(made));
  } else {
    session.say(told(plan, o.out));
  }
}

std::string kinds_text() {
  std::string text;
  for (const DesignKind& kind : design_kinds()) {
    text += fmt::format("  {:<16} {}\n", kind.name, kind.summary);
  }
  return text;
}

}  // namespace

void add_design(CLI::App& app, Session& session) {
  auto options = std::make_shared<DesignOptions>();
  DesignOptions& o = *options;
  CLI::App& command = *app.add_subcommand("design", "A table of runs to be made, for any model");
  command.add_option("KIND", o.plan.kind, "Kind of design, see below")->required();
  command.add_option("--factors", o.factors, "What varies, NAME:DISTRIBUTION:PARAMETERS,...")
      ->type_name("LIST")
      ->required();
  command.add_option("--n", o.plan.n, "Size: what it counts depends on the kind")
      ->type_name("N")
      ->check(whole_number(1, std::uint64_t{1} << 53U))
      ->required();
  command.add_option("--seed", o.plan.seed, "Seed of the random numbers [1]")
      ->type_name("N")
      ->check(whole_number(0, std::numeric_limits<std::uint64_t>::max()));
  command.add_option("--out", o.out, "The table; FILE.json beside it says how it was made")
      ->type_name("FILE")
      ->required();
  command.add_flag("--force", o.force, "Replace files that exist");
  command.add_flag("--second-order", o.plan.has_second_order,
                   "saltelli: also the runs for interactions of two factors");
  command.add_option("--base", o.base, "saltelli: points that it starts from, sobol or random")
      ->type_name("KIND")
      ->capture_default_str();
  command
      .add_option("--scrambles", o.plan.scrambles,
                  "saltelli: independent scrambles that N is split into [16 where each has 64 "
                  "points or more, else 1]")
      ->type_name("K")
      ->check(whole_number(1, 1'000'000));
  command.add_option("--levels", o.plan.levels, "morris: levels of a factor, even [4]")
      ->type_name("P")
      ->check(whole_number(1, 1'000'000));
  command
      .add_option("--groups", o.plan.groups_text,
                  "saltelli, morris: factors moved together, NAME=FACTOR+FACTOR,...")
      ->type_name("LIST");
  command
      .add_option("--constraint", o.plan.constraints,
                  "What every line keeps, \"a <= b\" or \"a + 2 * b <= 1\"; repeatable")
      ->type_name("TEXT")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.footer(
      "Kinds:\n" + kinds_text() +
      "Distributions:\n"
      "  uniform:LOW:HIGH  triangular:LOW:MODE:HIGH  normal:MEAN:SD  beta:A:B:LOW:HIGH\n"
      "  lognormal:MEAN_OF_LOG:SD_OF_LOG  integer:LOW:HIGH  categorical:VALUE|VALUE\n"
      "Example:\n"
      "  tumen design saltelli --factors \"x1:uniform:0:1,x2:normal:0:1\" --n 1024 --out D.csv\n"
      "  tumen design morris --factors \"x1:uniform:0:1,x2:integer:1:5\" --n 20 --out M.csv\n"
      "  tumen design sobol --factors \"price:lognormal:3:0.4,rule:categorical:old|new\" --n 512 "
      "--out S.csv");
  command.callback([options, &session] { design_command(*options, session); });
}

}  // namespace tumen::cli
