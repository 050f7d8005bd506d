#include "tests/support/accord.hpp"

#include <algorithm>

namespace tumen::mechanisms {
namespace {

void agree(const Scenario& s, Id deal, Id refuser, Moves<double>& moves, bool speaks = true) {
  const Package& p = at(s.model.packages, deal);
  for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
    const Id who = at(s.model.parties, row).country;
    at(moves.driven, who) = 1;
    at(moves.opens, row) = speaks ? 1 : 0;
    at(moves.answers, row) = speaks && who != refuser ? 1 : 0;
  }
}

}  // namespace

Driver all_agree(const Scenario& s, const std::vector<std::string>& deals, Id from) {
  std::vector<Id> rows;
  for (const std::string& deal : deals) {
    rows.push_back(package(s, deal));
  }
  return [&s, rows, from](const World<double>& w, Moves<double>& moves) {
    for (const Id deal : rows) {
      agree(s, deal, no_id, moves, w.tick >= from);
    }
  };
}

Driver all_but(const Scenario& s, const std::string& deal, std::string_view refuser) {
  return [&s, row = package(s, deal), who = country(s, refuser)](
             const World<double>&, Moves<double>& moves) { agree(s, row, who, moves); };
}

Driver with_act(const Scenario& s, const Driver& driver, std::string_view name, Id when) {
  return [&s, driver, when, row = act(s, name)](const World<double>& w, Moves<double>& moves) {
    driver(w, moves);
    at(moves.driven, at(s.model.acts, row).actor) = 1;
    at(moves.acts, row) = w.tick == when ? 1 : 0;
  };
}

double total_of(const Scenario& s, const World<double>& w, std::string_view deal,
                std::string_view who) {
  return at(w.parties, at(at(s.model.packages, package(s, deal)).row, country(s, who))).total;
}

Overrides without_delay(const std::string& deal) {
  return {"packages." + deal + ".needs_memorandum=false", "packages." + deal + ".is_treaty=false"};
}

Overrides operator+(Overrides a, const Overrides& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

bool is_in_force(const World<double>& w, Id package) {
  return at(w.packages, package).stage == code<double>(PackageStage::in_force);
}

bool operates(const World<double>& w, Id corridor) {
  return at(w.corridors, corridor).stage == code<double>(CorridorStage::operating);
}

Id ticks_operating(const std::vector<World<double>>& play, Id corridor) {
  return static_cast<Id>(std::count_if(
      play.begin(), play.end(), [&](const World<double>& w) { return operates(w, corridor); }));
}

Id entered(const std::vector<World<double>>& play, Id package) {
  const auto found = std::find_if(play.begin(), play.end(),
                                  [&](const World<double>& w) { return is_in_force(w, package); });
  return found == play.end() ? no_id : static_cast<Id>(found - play.begin());
}

}  // namespace tumen::mechanisms
