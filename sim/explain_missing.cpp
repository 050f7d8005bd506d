// Preconditions that do not hold, and what has overtaken a package, in words. The conditions are
// those of policies/context.hpp.
#include "sim/explain_parts.hpp"
#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

using Kind = Precondition::Kind;

bool is_in_force(const World<double>& w, Id package) {
  return at(w.packages, package).stage == code<double>(PackageStage::in_force);
}

/// What is missing, or nothing if the precondition holds.
std::string missing_text(const Scenario& s, const World<double>& w, const Precondition& c) {
  switch (c.kind) {
    case Kind::in_force:
      return is_in_force(w, c.entity) ? ""
                                      : in_marks(package_name(s, c.entity)) + " is not in force";
    case Kind::not_in_force:
      return is_in_force(w, c.entity) ? in_marks(package_name(s, c.entity)) + " is in force" : "";
    case Kind::corridor_at_least: {
      const double stage = at(w.corridors, c.entity).stage;
      const bool holds =
          stage >= code<double>(c.stage) && stage < code<double>(CorridorStage::suspended);
      return holds
                 ? ""
                 : fmt::format("{} is {}, not {} or further", in_marks(corridor_name(s, c.entity)),
                               corridor_stage_names[static_cast<std::size_t>(stage)],
                               corridor_stage_names[index_of(c.stage)]);
    }
    case Kind::debt_settled:
      return at(w.debts, c.entity).settled > 0 ? ""
                                               : at(s.names.debts, c.entity) + " is not settled";
    case Kind::year:
      break;
  }
  const double from = at(s.values, c.year.index);
  return s.model.year(w.tick) >= from ? "" : fmt::format("it is before {}", from);
}

/// What a clause would do that is done already.
std::string done_text(const Scenario& s, const World<double>& w, const Clause& clause) {
  if (clause.kind == ClauseKind::debt_relief || clause.kind == ClauseKind::claim_assignment) {
    return at(w.debts, clause.what[0]).settled > 0
               ? at(s.names.debts, clause.what[0]) + " is settled already"
               : "";
  }
  if (clause.kind == ClauseKind::works) {
    const double stage = at(w.corridors, clause.what[0]).stage;
    return stage >= code<double>(CorridorStage::building)
               ? fmt::format("{} is {} already", in_marks(corridor_name(s, clause.what[0])),
                             corridor_stage_names[static_cast<std::size_t>(stage)])
               : "";
  }
  return "";
}

}  // namespace

std::vector<std::string> missing_of(const Scenario& s, const World<double>& w, Id package) {
  const Package& p = at(s.model.packages, package);
  std::vector<std::string> missing;
  const auto add = [&](std::string text) {
    if (!text.empty() && std::find(missing.begin(), missing.end(), text) == missing.end()) {
      missing.push_back(std::move(text));
    }
  };
  for (const Precondition& c : p.preconditions) {
    add(missing_text(s, w, c));
  }
  for (const Id rival : p.conflicts) {
    const double stage = at(w.packages, rival).stage;
    if (stage >= code<double>(PackageStage::signed_) &&
        stage <= code<double>(PackageStage::in_force)) {
      add(fmt::format("{} is {}, which excludes it", in_marks(package_name(s, rival)),
                      stage == code<double>(PackageStage::in_force)  ? "in force"
                      : stage == code<double>(PackageStage::blocked) ? "blocked"
                                                                     : "signed"));
    }
  }
  for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
    add(done_text(s, w, at(s.model.clauses, c)));
  }
  return missing;
}

}  // namespace tumen
