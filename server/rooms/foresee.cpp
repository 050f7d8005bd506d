#include "server/rooms/foresee.hpp"

#include "server/rooms/news.hpp"
#include "server/rooms/staged.hpp"
#include "server/rooms/view.hpp"
#include "sim/simulation.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

namespace tumen::server::rooms {
namespace {

constexpr std::uint64_t own_luck = 1;  // no room's: theirs are drawn

bool is_known(const Room& room, const std::string& package) {
  const Id id = find_name(room.scenario->names.packages, package);
  return id != no_id && viewing::is_public(at(room.world.packages, id));
}

/// News of earlier rounds: what is told in this one has not happened yet.
std::vector<News> known_news(const Room& room) {
  std::vector<News> out;
  std::copy_if(room.news.begin(), room.news.end(), std::back_inserter(out),
               [&](const News& news) { return news.tick < room.world.tick; });
  return out;
}

/// What has been learned of each other since the start stays out, what trade does comes in.
void know_pairs(const World<double>& w, World<double>& out) {
  for (std::size_t k = 0; k < out.pairs.size(); ++k) {
    const PairState<double> before = out.pairs[k];
    PairState<double>& pair = out.pairs[k];
    pair = w.pairs[k];
    pair.alpha = before.alpha;
    pair.beta = before.beta;
    pair.trust = before.trust;
    pair.breach = before.breach;
    pair.deals = pair.breaches = pair.lapses = pair.kept = 0;
  }
}

/// Deals that are public stand as they stand; no others are talked about.
void know_packages(const Room& room, const Scenario& to, World<double>& out) {
  const Scenario& from = *room.scenario;
  for (Id k = 0; k < count(to.model.packages); ++k) {
    const std::string& name = at(to.names.packages, k);
    if (!is_known(room, name)) {
      continue;
    }
    PackageState<double>& now = at(out.packages, k);
    now = at(room.world.packages, find_name(from.names.packages, name));
    now.proposer = at(to.model.packages, k).parties.first;  // who came first is not told
  }
  for (std::size_t k = 0; k < to.names.terms.size(); ++k) {
    const std::string& name = to.names.terms[k];
    const Id old = find_name(from.names.terms, name);
    if (old != no_id && is_known(room, name.substr(0, name.find('.')))) {
      out.terms[k] = at(room.world.terms, old);
    }
  }
}

/// The room's world as all may know it. `fresh` is a world of `to` before its first tick.
World<double> known_world(const Room& room, const Scenario& to, const World<double>& fresh) {
  const World<double>& w = room.world;
  World<double> out = fresh;
  out.tick = w.tick;
  out.market = w.market;
  out.countries = w.countries;
  for (CountryState<double>& country : out.countries) {
    country.talking = 0;
  }
  out.fields = w.fields;
  out.corridors = w.corridors;
  out.firms = w.firms;
  out.debts = w.debts;
  out.regimes = w.regimes;
  know_pairs(w, out);
  know_packages(room, to, out);
  return out;
}

int in_hundred(int times, int of) {
  return static_cast<int>(std::lround(100.0 * times / std::max(of, 1)));
}

}  // namespace

bool wants_chances(const Room& room) {
  return room.phase != Phase::lobby && !room.is_foreseen;
}

void Foresight::begin(const Workshop& shop) {
  std::vector<Deal> deals;
  std::copy_if(room().deals.begin(), room().deals.end(), std::back_inserter(deals),
               [&](const Deal& deal) { return is_known(room(), deal.slot); });
  scenario_ = shop.compile(room().settings.scenario, composed(deals));
  if (const std::vector<News> news = known_news(room()); !news.empty()) {
    auto changed = std::make_shared<Scenario>(for_play(*scenario_));
    std::for_each(news.begin(), news.end(), [&](const News& told) { declare(told, *changed); });
    scenario_ = std::move(changed);
  }
  operating_.assign(scenario_->model.corridors.size(), 0);
  kept_.assign(scenario_->model.packages.size(), 0);
}

void Foresight::play(std::uint32_t run) {
  const Model& m = scenario_->model;
  Simulation<double> sim(*scenario_, {own_luck, run});
  sim.start();
  sim.resume_from(known_world(room(), *scenario_, sim.world()));
  std::vector<char> entered(kept_.size()), broken(kept_.size());
  for (Id k = 0; k < count(m.packages); ++k) {
    at(entered, k) = at(sim.world().packages, k).stage == code<double>(PackageStage::in_force);
  }
  while (sim.world().tick < m.ticks) {
    sim.step();
    for (Id k = 0; k < count(m.packages); ++k) {
      at(entered, k) = at(entered, k) != 0 || at(sim.record().packages, k).entered > 0;
      at(broken, k) = at(broken, k) != 0 || at(sim.record().packages, k).breached > 0;
    }
  }
  for (std::size_t k = 0; k < kept_.size(); ++k) {
    kept_[k] += entered[k] != 0 && broken[k] == 0 ? 1 : 0;
  }
  for (std::size_t k = 0; k < operating_.size(); ++k) {
    const bool runs = sim.world().corridors[k].stage == code<double>(CorridorStage::operating);
    operating_[k] += runs ? 1 : 0;
  }
}

bool Foresight::is_about(const Room& now) const {
  return wants_chances(now) && now.phase == room().phase && now.branch == room().branch &&
         now.world.tick == room().world.tick;
}

Event Foresight::event(Moment at) const {
  const Scenario& s = *scenario_;
  JsonObject corridors;
  for (std::size_t k = 0; k < operating_.size(); ++k) {
    corridors[s.names.corridors[k]] = in_hundred(operating_[k], counted());
  }
  JsonObject deals;
  for (std::size_t k = 0; k < kept_.size(); ++k) {
    if (is_known(room(), s.names.packages[k])) {
      deals[s.names.packages[k]] = in_hundred(kept_[k], counted());
    }
  }
  Event e;
  e.kind = EventType::foreseen;
  e.at = at;
  e.text = json_line(JsonObject{{"runs", counted()},
                                {"round", room().round},
                                {"from", date_of_tick(s.model, room().world.tick)},
                                {"by", date_of_tick(s.model, s.model.ticks)},
                                {"corridors", std::move(corridors)},
                                {"deals", std::move(deals)}});
  return e;
}

Event foreseeing(const Room& room, Moment now, const Workshop& shop, int futures) {
  Foresight foresight(std::make_shared<const Room>(room), futures);
  foresight.count_all(shop);
  return foresight.event(now);
}

}  // namespace tumen::server::rooms
