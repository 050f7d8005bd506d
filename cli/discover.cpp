// tumen discover: under which inputs does it happen.
#include "cli/commands.hpp"
#include "cli/discover_report.hpp"
#include "cli/discover_tree.hpp"
#include "cli/page_file.hpp"
#include "cli/scenario_options.hpp"
#include "studies/discovery/pairs_svg.hpp"
#include "studies/discovery/trajectory_svg.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

struct DiscoverOptions {
  DiscoveryQuestion question;
  std::string target, method = "prim", svg, pairs;
  std::vector<std::string> inputs, categories;
  PrimSettings prim;
  CartSettings cart;
  ResamplingSettings resampling;
  bool force = false, whole_only = false;
};

/// The inputs: those asked for, or all columns but the outcome.
std::vector<std::string> inputs_of(const DiscoverOptions& o, const std::string& text) {
  const DiscoveryQuestion& q = o.question;
  std::vector<std::string> names = o.inputs;
  if (names.empty()) {
    names = column_names(text, q.table);
    std::erase(names, q.outcome);
  }
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (names[k] == q.outcome) {
      refuse_option("--inputs", in_quotes(names[k]) + " is the outcome", "the other columns");
    }
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(k), names[k]) !=
        names.begin() + static_cast<std::ptrdiff_t>(k)) {
      refuse_option("--inputs", in_quotes(names[k]) + " twice", "every input once");
    }
  }
  return names;
}

CaseTable read_cases(DiscoverOptions& o) {
  o.question.target = parse_target(o.target, "--target");
  const std::string text = read_table_text(o.question.table);
  MixedReading reading;
  reading.columns = inputs_of(o, text);
  reading.columns.push_back(o.question.outcome);
  reading.as_words = o.categories;
  const MixedTable table = parse_mixed_table(text, o.question.table, reading);
  if (table.columns.size() < 2) {
    refuse_option(o.question.table, "no column beside the outcome", "one input or more");
  }
  CaseTable cases;
  cases.is_case = cases_of(table, table.columns.back(), o.question.target);
  for (std::size_t k = 0; k + 1 < table.columns.size(); ++k) {
    cases.dimensions.push_back(dimension_of(table.columns[k]));
  }
  return cases;
}

void tell_tree(const DiscoverOptions& o, const CaseTable& cases, const Session& session) {
  TreeReport report{o.question, cases, o.cart, find_tree(cases, o.cart), {}};
  report.rules = rules_of(cases, report.tree);
  if (session.is_json) {
    session.say(tree_json(report));
  } else {
    session.say(tree_text(report, page_width()));
  }
}

void draw(const DiscoverOptions& o, const CaseTable& cases, const PrimBox& box) {
  const std::string question = o.question.outcome + " " + target_words(o.question.target);
  if (!o.svg.empty()) {
    write_page_file(o.svg, trajectory_svg(cases, box, question));
  }
  if (!o.pairs.empty()) {
    write_page_file(o.pairs, pairs_svg(cases, box.choice().box, question));
  }
}

void tell_boxes(const DiscoverOptions& o, const CaseTable& cases, const Session& session) {
  DiscoverReport report{o.question, cases, o.prim, find_boxes(cases, o.prim), {}};
  if (o.resampling.samples > 0) {
    report.again = reproduce(cases, o.prim, report.boxes.front(), o.resampling);
  }
  draw(o, cases, report.boxes.front());
  if (session.is_json) {
    session.say(discover_json(report));
  } else {
    session.say(discover_text(report, page_width()));
  }
}

void discover_command(DiscoverOptions& o, const Session& session) {
  o.cart.seed = o.resampling.seed;
  o.prim.threads = o.resampling.threads;
  if (o.whole_only) {
    o.prim.starts.emplace();
  }
  if (o.method == "cart" && !(o.svg.empty() && o.pairs.empty())) {
    refuse_option("--svg, --pairs", "--method cart", "--method prim, which has boxes to draw");
  }
  if (o.prim.choices.size() > o.prim.boxes) {
    refuse_option("--box", fmt::format("{} steps", o.prim.choices.size()),
                  fmt::format("at most one for each of the {} boxes (--boxes)", o.prim.boxes));
  }
  check_page_file(o.svg, o.force, "--svg");
  check_page_file(o.pairs, o.force, "--pairs");
  const CaseTable cases = read_cases(o);
  if (!o.pairs.empty() && cases.dimensions.size() < 2) {
    refuse_option("--pairs", "one input", "two inputs or more");
  }
  const auto tell = o.method == "cart" ? tell_tree : tell_boxes;
  tell(o, cases, session);
}

CLI::Validator share_between(double low, double high) {
  return CLI::Validator(
      [low, high](std::string& text) {
        const std::optional<double> value = cell_number(text);
        return value && *value > low && *value < high
                   ? std::string()
                   : fmt::format("{}: allowed is a number above {} and below {}", in_quotes(text),
                                 low, high);
      },
      "", "share");
}

void add_table_options(CLI::App& command, DiscoverOptions& o) {
  command.add_option("--table", o.question.table, "CSV file: one line a point, with a header")
      ->required()
      ->type_name("FILE");
  command.add_option("--outcome", o.question.outcome, "Column that tells cases from the rest")
      ->required()
      ->type_name("COLUMN");
  command
      .add_option("--target", o.target, "What makes a case: 1, yes, \">=0.8\", \"<3\", \"!=0\" [1]")
      ->type_name("VALUE");
  command.add_option("--inputs", o.inputs, "Columns to look at [all but the outcome]")
      ->delimiter(',')
      ->type_name("A,B,...");
  command.add_option("--categories", o.categories, "Columns of numbers that are names")
      ->delimiter(',')
      ->type_name("A,B,...");
  command.add_option("--method", o.method, "prim: boxes; cart: a classification tree [prim]")
      ->check(CLI::IsMember({"prim", "cart"}))
      ->type_name("NAME");
  command.add_option("--seed", o.resampling.seed, "Seed of samples and folds [1]")
      ->check(whole_number(0, UINT64_MAX))
      ->type_name("N");
  command
      .add_option("--threads", o.resampling.threads, "Threads, 0 for all [0]; changes no result")
      ->check(whole_number(0, 4096))
      ->type_name("N");
}

void add_cart_options(CLI::App& command, DiscoverOptions& o) {
  command.add_option("--depth", o.cart.depth, "Most splits on the way to a leaf (cart) [5]")
      ->check(whole_number(1, 20))
      ->type_name("N");
  command
      .add_option("--min-leaf", o.cart.min_leaf,
                  "Least share of the points in a leaf (cart) [0.01]")
      ->check(share_between(0, 1))
      ->type_name("SHARE");
  command
      .add_option("--folds", o.cart.folds,
                  "Folds of the cross-validation, 0 for no pruning (cart) [10]")
      ->check(whole_number(0, 1000))
      ->type_name("N");
}

void add_prim_options(CLI::App& command, DiscoverOptions& o) {
  command.add_option("--alpha", o.prim.alpha, "Share of a box peeled off at a time [0.05]")
      ->check(share_between(0, 1))
      ->type_name("SHARE");
  command.add_option("--paste-alpha", o.prim.paste_alpha, "Share pasted on at a time [0.05]")
      ->check(share_between(0, 1))
      ->type_name("SHARE");
  command.add_option("--min-mass", o.prim.min_mass, "Least share of the points in a box [0.01]")
      ->check(share_between(0, 1))
      ->type_name("SHARE");
  command
      .add_option("--patience", o.prim.patience,
                  "Peels in a row that may fail to raise the density [5]")
      ->check(whole_number(0, 1000))
      ->type_name("N");
  command
      .add_option("--boxes", o.prim.boxes, "How many boxes to look for, one after the other [1]")
      ->check(whole_number(1, 100))
      ->type_name("N");
  command
      .add_option("--box", o.prim.choices,
                  "Step whose box to take instead of the default; repeat for the second box ...")
      ->check(whole_number(0, 100000))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->type_name("STEP");
  command.add_flag("--no-halves", o.whole_only,
                   "Peel from the whole alone, as the papers do, not from halves too");
  command.add_option("--svg", o.svg, "Draw the trajectory of the first box to this file")
      ->type_name("FILE");
  command.add_option("--pairs", o.pairs, "Draw points and the first box, two inputs at a time")
      ->type_name("FILE");
  command.add_flag("--force", o.force, "Replace a file that exists");
  command
      .add_option("--resamples", o.resampling.samples,
                  "Bootstrap samples to repeat the search on, 0 for none [20]")
      ->check(whole_number(0, 10000))
      ->type_name("N");
}

}  // namespace

void add_discover(CLI::App& app, Session& session) {
  auto options = std::make_shared<DiscoverOptions>();
  options->target = "1";
  CLI::App& command = *app.add_subcommand("discover", "Under which inputs something happens");
  add_table_options(command, *options);
  add_prim_options(command, *options);
  add_cart_options(command, *options);
  command.footer(
      "Examples:\n"
      "  tumen discover --table runs.csv --outcome signed\n"
      "  tumen discover --table runs.csv --outcome gain --target \">=120\" --boxes 2\n"
      "  tumen discover --table runs.csv --outcome signed --inputs price,trust --box 12 --json\n"
      "  tumen discover --table runs.csv --outcome signed --method cart");
  command.callback([options, &session] { discover_command(*options, session); });
}

}  // namespace tumen::cli
