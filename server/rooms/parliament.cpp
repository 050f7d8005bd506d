#include "server/rooms/parliament.hpp"

#include "policies/ratification.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

constexpr double surely = 1e3;  // in shares of a stake: a vote that cannot fail

struct House {
  std::string_view country, name;
};
constexpr std::array<House, 6> houses = {{{"RUS", "State Duma"},
                                          {"PRK", "Supreme People's Assembly"},
                                          {"KOR", "National Assembly"},
                                          {"CHN", "National People's Congress"},
                                          {"JPN", "National Diet"},
                                          {"USA", "Congress"}}};

/// Seats that sign the package and have a person for a parliament.
std::vector<int> judges(const Room& room, const Scenario& s, const Package& p) {
  std::vector<int> out;
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const int seat = seat_of(room, at(s.names.countries, at(s.model.parties, row).country));
    if (has_parliament(room, seat)) {
      out.push_back(seat);
    }
  }
  return out;
}

void reject(const Room& room, const Scenario& s, Simulation<double>& sim, Id package, int seat,
            std::vector<Happening>& happenings) {
  World<double> world = sim.world();
  PackageState<double>& now = at(world.packages, package);
  const Package& p = at(s.model.packages, package);
  now.stage = code<double>(PackageStage::idle);
  now.clock = 0;
  now.rest = sim.numbers()(p.rest.exists() ? p.rest : s.model.rules.rest);
  sim.resume_from(world);
  const std::string& country = room.seats[static_cast<std::size_t>(seat)].country;
  happenings.push_back(
      {world.tick,
       "vote_failed",
       fmt::format("{} was voted down in the {} of {}.",
                   capitalised(in_marks(package_name(s, package))), house_of(country),
                   country_name(s, find_name(s.names.countries, country))),
       {}});
}

/// Keeps the vote from falling due in the next tick.
void hold(Simulation<double>& sim, Id package) {
  World<double> world = sim.world();
  const Step<double> step = sim.context();
  const Moves<double> still = Moves<double>::none(sim.model());
  const Table<double> t(step, still);
  const double longest = longest_ratification(t, at(sim.model().packages, package));
  double& clock = at(world.packages, package).clock;
  clock = std::min(clock, longest - sim.model().dt);
  sim.resume_from(world);
}

}  // namespace

std::string_view house_of(std::string_view country) {
  const auto* const found = std::find_if(houses.begin(), houses.end(),
                                         [&](const House& h) { return h.country == country; });
  return found == houses.end() ? "parliament" : found->name;
}

bool has_parliament(const Room& room, int seat) {
  const Seat* const held = seat == nobody ? nullptr : &room.seats[static_cast<std::size_t>(seat)];
  return held != nullptr && !held->parliament_hash.empty() && !held->is_parliament_away;
}

bool goes_to_parliament(const Package& package) {
  return package.is_treaty || package.approver != no_id;
}

std::vector<Id> asked(const Room& room, int seat) {
  const Scenario& s = *room.scenario;
  const Id own = find_name(s.names.countries, room.seats[static_cast<std::size_t>(seat)].country);
  std::vector<Id> out;
  for (Id k = 0; k < count(s.model.packages); ++k) {
    const Package& p = at(s.model.packages, k);
    const Id row = at(p.row, own);
    const bool signs = row != no_id && at(s.model.parties, row).signs;
    if (signs && goes_to_parliament(p) &&
        at(room.world.packages, k).stage == code<double>(PackageStage::signed_)) {
      out.push_back(k);
    }
  }
  return out;
}

const Vote* vote_on(const std::vector<Vote>& votes, int seat, std::string_view deal) {
  const auto found = std::find_if(votes.begin(), votes.end(), [&](const Vote& vote) {
    return vote.seat == seat && vote.deal == deal;
  });
  return found == votes.end() ? nullptr : &*found;
}

void follow_parliaments(const Room& room, Scenario& s) {
  for (std::size_t k = 0; k < room.seats.size(); ++k) {
    if (!has_parliament(room, static_cast<int>(k))) {
      continue;
    }
    const Id country = find_name(s.names.countries, room.seats[k].country);
    at(s.model.countries, country).strategy.domestic_temperature = {};
    for (const Package& p : s.model.packages) {
      if (p.approver == country && p.approval_margin.exists()) {
        at(s.values, p.approval_margin.index) = -surely;
      }
    }
  }
}

void hear_parliaments(const Room& room, const Scenario& s, Simulation<double>& sim,
                      std::vector<Vote>& votes, std::vector<Happening>& happenings) {
  for (Id k = 0; k < count(s.model.packages); ++k) {
    const Package& p = at(s.model.packages, k);
    const std::string& name = at(s.names.packages, k);
    if (p.is_spare || at(sim.world().packages, k).stage != code<double>(PackageStage::signed_)) {
      std::erase_if(votes, [&](const Vote& vote) { return vote.deal == name; });
      continue;
    }
    if (!goes_to_parliament(p)) {
      continue;
    }
    for (const int seat : judges(room, s, p)) {
      const Vote* const vote = vote_on(votes, seat, name);
      if (vote == nullptr) {
        hold(sim, k);
      } else if (!vote->is_yes) {
        reject(room, s, sim, k, seat, happenings);
        break;
      }
    }
  }
}

}  // namespace tumen::server::rooms
