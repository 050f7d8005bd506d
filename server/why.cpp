#include "server/why.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/problem.hpp"
#include "sim/explain_json.hpp"
#include "sim/flips_text.hpp"

#include <fmt/format.h>

namespace tumen::server {
namespace {

constexpr std::size_t most_flips = 8;

[[noreturn]] void refuse(std::string what, std::string found, std::string allowed,
                         std::string nearest = {}) {
  Problems problems;
  problems.add(
      {{std::move(what), 0, 0}, "", std::move(found), std::move(allowed), std::move(nearest)});
  throw InputError(problems);
}

FlipQuestion question_of(const Scenario& s, const RunSettings& settings,
                         const WhatIfRequest& request) {
  if (request.tick >= s.model.ticks) {
    refuse("tick", fmt::format("{}", request.tick), fmt::format("0 to {}", s.model.ticks - 1));
  }
  if (request.package.empty()) {
    const auto failed = best_failed(s, run(s, settings), request.tick);
    if (!failed) {
      refuse("package", "every deal of this future came into force", join_names(s.names.packages));
    }
    return {failed->package, failed->tick, {}};
  }
  const Id package = find_name(s.names.packages, request.package);
  if (package == no_id || at(s.model.packages, package).is_spare) {
    refuse("package", in_quotes(request.package), join_names(s.names.packages),
           nearest_name(request.package, s.names.packages));
  }
  return {
      package, request.tick >= 0 ? request.tick : telling_tick(s, run(s, settings), package), {}};
}

std::string message_of(const WhatIfRequest& request, const Explained& explained) {
  return json_line(JsonObject{{"type", "why"},
                              {"id", request.id},
                              {"slot", request.slot},
                              {"explanation", explain_json(explained)}});
}

}  // namespace

void explain_decision(const Scenario& s, const WhatIfRequest& request,
                      const std::function<void(std::string)>& hand_on,
                      const std::function<bool()>& go_on) {
  RunSettings settings;
  settings.seed = request.seed;
  settings.run = request.run;
  const FlipQuestion question = question_of(s, settings, request);
  const Explanation e = explain(s, settings, question.package, question.tick);
  hand_on(message_of(request, {s, e, nullptr, request.seed, request.run}));
  Flips flips =
      find_flips(s, settings, question, [&](std::size_t, std::size_t) { return go_on(); });
  flips.found = telling_flips(flips, most_flips);
  if (go_on()) {
    hand_on(message_of(request, {s, e, &flips, request.seed, request.run}));
  }
}

}  // namespace tumen::server
