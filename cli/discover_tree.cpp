#include "cli/discover_tree.hpp"

#include "sim/text_table.hpp"

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

std::string share(double value) {
  return fmt::format("{:.3f}", value);
}

std::string rules_table(const TreeReport& r, std::size_t width) {
  TextTable table({{"rule", Align::right},
                   {"density", Align::right},
                   {"coverage", Align::right},
                   {"mass", Align::right},
                   {"density so far", Align::right},
                   {"coverage so far", Align::right},
                   {"where"}});
  for (std::size_t k = 0; k < r.rules.rules.size(); ++k) {
    const Rule& rule = r.rules.rules[k];
    table.add({fmt::format("{}{}", k < r.rules.chosen ? "* " : "", k + 1),
               share(rule.measures.density), share(rule.measures.coverage),
               share(rule.measures.mass), share(rule.density_so_far), share(rule.coverage_so_far),
               box_words(r.cases, rule.box)});
  }
  return table.text(width);
}

}  // namespace

std::string tree_text(const TreeReport& r, std::size_t width) {
  std::string text = cases_words(r.question, r.cases);
  if (r.rules.rules.size() == 1) {
    return text +
           "No split of the tree stands the cross-validation: these inputs do not tell cases from "
           "the rest.\n";
  }
  text += "\nLeaves of the tree by density (* are chosen)\n" + rules_table(r, width) + "\n";
  const std::string answer =
      fmt::format("{}: {}.", r.rules.chosen == 1 ? "The chosen rule" : "The chosen rules together",
                  measures_words(r.rules.together));
  return text + wrapped_text(answer, width);
}

Json tree_json(const TreeReport& r) {
  JsonArray rules;
  for (std::size_t k = 0; k < r.rules.rules.size(); ++k) {
    const Rule& rule = r.rules.rules[k];
    JsonObject told = {
        {"rule", k + 1}, {"chosen", k < r.rules.chosen}, {"words", box_words(r.cases, rule.box)}};
    add_measures(told, rule.measures);
    told["coverage_so_far"] = rule.coverage_so_far;
    told["density_so_far"] = rule.density_so_far;
    told["limits"] = box_json(r.cases, rule.box);
    rules.push_back(std::move(told));
  }
  JsonObject together;
  add_measures(together, r.rules.together);
  return JsonObject{{"table", r.question.table},
                    {"outcome", r.question.outcome},
                    {"target", target_words(r.question.target)},
                    {"points", r.cases.points()},
                    {"cases", r.cases.cases()},
                    {"method", "cart"},
                    {"depth", r.settings.depth},
                    {"folds", r.settings.folds},
                    {"together", std::move(together)},
                    {"rules", std::move(rules)}};
}

}  // namespace tumen::cli
