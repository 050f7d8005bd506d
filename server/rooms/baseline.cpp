#include "server/rooms/baseline.hpp"

#include "policies/context.hpp"
#include "server/rooms/news.hpp"
#include "server/rooms/ranks.hpp"
#include "server/rooms/staged.hpp"
#include "sim/simulation.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

constexpr std::size_t most_points = 100;
constexpr std::size_t most_sentences = 6;

using Future = Baseline::Future;

Future come_to(const Scenario& s, const World<double>& first, const World<double>& now,
               const Tally& tally) {
  Future out;
  for (Id k = 0; k < count(s.model.countries); ++k) {
    out.utility.push_back(mean_utility(tally, k));
    out.objective.push_back(objective_of(s, first, now, tally, at(s.names.countries, k)).value);
  }
  const double operating = code<double>(CorridorStage::operating);
  for (Id k = 0; k < count(s.model.corridors); ++k) {
    const bool is_new = at(first.corridors, k).stage < operating;
    const double stage = at(now.corridors, k).stage;
    out.built.push_back(is_new && stage >= operating && stage < code<double>(CorridorStage::dead));
  }
  for (Id k = 0; k < count(s.model.debts); ++k) {
    out.settled.push_back(at(now.debts, k).settled > at(first.debts, k).settled);
  }
  return out;
}

Future played(const Scenario& s, const Room& room, std::uint32_t run) {
  Simulation<double> sim(s, {room.settings.seed, run});
  sim.start();
  const World<double> first = sim.world();
  Tally tally;
  while (sim.world().tick < room.world.tick) {
    for (const News& news : room.news) {
      if (news.tick == sim.world().tick) {
        World<double> struck = sim.world();
        strike(news, s, struck);
        sim.resume_from(struck);
      }
    }
    sim.step();
    count_tick(sim.world(), tally);
  }
  Future out = come_to(s, first, sim.world(), tally);
  for (Id k = 0; run == 0 && k < count(s.model.packages); ++k) {
    const double stage = at(sim.world().packages, k).stage;
    if (stage >= code<double>(PackageStage::signed_) &&
        stage <= code<double>(PackageStage::in_force)) {
      out.deals.push_back(package_name(s, k));
    }
  }
  return out;
}

double sum_without(const std::vector<double>& values, std::size_t left_out) {
  double sum = 0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    sum += k == left_out ? 0 : values[k];
  }
  return sum;
}

Json point_json(const std::array<int, 2>& point) {
  return JsonArray{Json(point[0]), Json(point[1])};
}

/// The futures, and the room's own outcome beside them.
class Comparison {
 public:
  Comparison(std::vector<Future> futures, Future own)
      : futures_(std::move(futures)), own_(std::move(own)) {}

  [[nodiscard]] Json scores_of(std::size_t country) const {
    const int common = percentile_of(all(&Future::utility, country), own_.utility[country]);
    const int hidden = percentile_of(all(&Future::objective, country), own_.objective[country]);
    return JsonObject{{"total", (common + hidden + 1) / 2}, {"common", common}, {"hidden", hidden}};
  }

  [[nodiscard]] Json points_of(std::size_t country) const {
    const std::vector<double> mine = all(&Future::utility, country);
    std::vector<double> others;
    for (const Future& future : futures_) {
      others.push_back(sum_without(future.utility, country));
    }
    const auto place = [&](const Future& future) {
      return std::array<int, 2>{percentile_of(mine, future.utility[country]),
                                percentile_of(others, sum_without(future.utility, country))};
    };
    std::vector<std::array<int, 2>> points;
    JsonArray shown;
    for (const Future& future : futures_) {
      points.push_back(place(future));
      if (shown.size() < most_points) {
        shown.push_back(point_json(points.back()));
      }
    }
    JsonArray frontier;
    for (const std::array<int, 2>& point : reach_of(points)) {
      frontier.push_back(point_json(point));
    }
    return JsonObject{{"futures", std::move(shown)},
                      {"frontier", std::move(frontier)},
                      {"came", point_json(place(own_))},
                      {"alone", point_json(place(futures_.front()))}};
  }

  /// In how many futures a flag is set.
  [[nodiscard]] int times(std::vector<char> Future::* flags, std::size_t k) const {
    return static_cast<int>(
        std::count_if(futures_.begin(), futures_.end(),
                      [&](const Future& future) { return (future.*flags)[k] != 0; }));
  }
  [[nodiscard]] int size() const { return static_cast<int>(futures_.size()); }
  [[nodiscard]] const Future& alone() const { return futures_.front(); }
  [[nodiscard]] const Future& own() const { return own_; }

 private:
  [[nodiscard]] std::vector<double> all(std::vector<double> Future::* member,
                                        std::size_t country) const {
    std::vector<double> out;
    for (const Future& future : futures_) {
      out.push_back((future.*member)[country]);
    }
    return out;
  }

  std::vector<Future> futures_;
  Future own_;
};

/// Where a room and the futures that nobody plays went different ways; what they share is told by
/// the shares of corridors.
std::string contrast(const std::string& what, const char* done, bool is_here, int times, int of) {
  const bool is_usual = 2 * times >= of;
  if (is_here == is_usual) {
    return "";
  }
  return is_here ? fmt::format("Here {} {}; in {} of {} futures that nobody plays it is.", what,
                               done, times, of)
                 : fmt::format("In {} of {} futures that nobody plays {} {}; here it was not.",
                               times, of, what, done);
}

JsonArray sentences(const Scenario& s, const Comparison& c) {
  JsonArray out;
  const auto add = [&out](const std::string& sentence) {
    if (!sentence.empty() && out.size() < most_sentences) {
      out.emplace_back(sentence);
    }
  };
  for (std::size_t k = 0; k < c.own().settled.size(); ++k) {
    const Debt& debt = s.model.debts[k];
    add(fmt::format(
        "The claim of {} on {} is settled in {} of {} futures that nobody plays; here it was{}.",
        country_name(s, debt.creditor), country_name(s, debt.debtor), c.times(&Future::settled, k),
        c.size(), c.own().settled[k] != 0 ? "" : " not"));
  }
  for (std::size_t k = 0; k < c.own().built.size(); ++k) {
    add(contrast(in_marks(corridor_name(s, static_cast<Id>(k))), "is built", c.own().built[k] != 0,
                 c.times(&Future::built, k), c.size()));
  }
  return out;
}

JsonObject comparison_json(const Room& room, const Comparison& c) {
  const Scenario& s = *room.scenario;
  JsonObject corridors;
  for (std::size_t k = 0; k < c.own().built.size(); ++k) {
    const int times = c.times(&Future::built, k);
    const std::string title = corridor_name(s, static_cast<Id>(k));
    const int percent = static_cast<int>(std::lround(100.0 * times / c.size()));
    corridors[s.names.corridors[k]] = JsonObject{{"title", title}, {"built", percent}};
  }
  JsonArray deals;
  for (const std::string& deal : c.alone().deals) {
    deals.emplace_back(deal);
  }
  JsonObject scores;
  JsonObject points;
  for (std::size_t k = 0; k < s.names.countries.size(); ++k) {
    scores[s.names.countries[k]] = c.scores_of(k);
    points[s.names.countries[k]] = c.points_of(k);
  }
  return JsonObject{
      {"runs", c.size()},        {"deals", std::move(deals)},   {"corridors", std::move(corridors)},
      {"text", sentences(s, c)}, {"scores", std::move(scores)}, {"points", std::move(points)}};
}

}  // namespace

bool wants_baseline(const Room& room) {
  return room.phase == Phase::debrief && room.world.tick > 0 && room.baseline.empty();
}

void Baseline::begin(const Workshop& shop) {
  scenario_ = for_play(*shop.compile(room().settings.scenario, {}));
  for (const News& news : room().news) {
    declare(news, *scenario_);
  }
}

void Baseline::play(std::uint32_t run) {
  all_.push_back(played(*scenario_, room(), run));
}

bool Baseline::is_about(const Room& now) const {
  return wants_baseline(now) && now.phase_changed == room().phase_changed;
}

Event Baseline::event(Moment at) const {
  const Room& r = room();
  Event e;
  e.kind = EventType::counted;
  e.at = at;
  e.text = json_line(
      comparison_json(r, Comparison(all_, come_to(*r.scenario, first_world(r), r.world, r.tally))));
  return e;
}

Event counting(const Room& room, Moment now, const Workshop& shop, int futures) {
  Baseline baseline(std::make_shared<const Room>(room), futures);
  baseline.count_all(shop);
  return baseline.event(now);
}

}  // namespace tumen::server::rooms
