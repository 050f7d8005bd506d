#include "tests/support/refusals.hpp"

#include "policies/bargaining.hpp"
#include "sim/number.hpp"
#include "sim/simulation.hpp"

#include <algorithm>

namespace tumen::refusals {
namespace {

using Sim = Simulation<RunReal>;

/// What the tick offers at the table, read before countries decide.
struct Offer {
  bool can_close = false;     ///< all being certain to accept, the draw would strike the deal
  bool is_forbidden = false;  ///< by a doctrine or a precondition
};

Offer offer_of(Sim& sim, const Moves<RunReal>& nobody, Id package) {
  const Step<RunReal> step = sim.context();
  const Table<RunReal> t(step, nobody);
  const Package& p = at(t.m.packages, package);
  const Number own = p.agreement_rate;
  const RunReal rate = t.x(own.exists() ? own : t.m.rules.agreement_rate);
  Offer offer;
  offer.can_close = t.uniform(p.key, Stream::agreement) < hazard_probability(rate, t.dt());
  offer.is_forbidden = !(preconditions_hold(t, package) > 0) || is_overtaken(t, package) > 0;
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    offer.is_forbidden |= is_ruled_out(t, package, at(t.m.parties, row).country) > 0;
  }
  return offer;
}

/// What a tick made of a package that stood at `before`.
class Verdict {
 public:
  Verdict(const Sim& sim, Id package, const PackageState<RunReal>& before, const Offer& offer)
      : record_(at(sim.record().packages, package)), before_(before), offer_(offer) {
    const Package& p = at(sim.model().packages, package);
    stage_ = static_cast<PackageStage>(static_cast<int>(before.stage));
    at_table_ = stage_ == PackageStage::talks || record_.opened > 0;
    speaks_ = !speaks_each_tick(sim.model(), p) || (at_table_ && !(record_.opened > 0));
    for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
      loses_ |= at(sim.world().parties, row).perceived < 0;
    }
  }

  [[nodiscard]] Decision decision() const { return decision_of(stage_, record_); }
  [[nodiscard]] bool is_no_at_table() const {
    return at_table_ && !(record_.agreed > 0) && (loses_ || offer_.is_forbidden);
  }
  [[nodiscard]] Kind kind() const {
    if (at_table_) {
      return kind_at_table();
    }
    const auto why = static_cast<Hindrance>(static_cast<int>(record_.hindrance));
    const bool voted_down = why == Hindrance::domestic_vote || why == Hindrance::approval;
    const bool asked = stage_ == PackageStage::blocked || record_.ratified > 0;
    return record_.breached > 0                            ? Kind::broken
           : stage_ == PackageStage::signed_ && voted_down ? Kind::vote
           : asked && why == Hindrance::consent            ? Kind::veto
                                                           : Kind::not_yet;
  }

 private:
  [[nodiscard]] Kind kind_at_table() const {
    if (record_.agreed > 0) {
      return Kind::rival;
    }
    if (record_.broke > 0) {
      return Kind::talks_ended;
    }
    if (!offer_.can_close || !speaks_) {
      return Kind::not_yet;
    }
    return offer_.is_forbidden ? Kind::forbidden : loses_ ? Kind::no_gain : Kind::holds_out;
  }

  const PackageRecord<RunReal>& record_;
  PackageState<RunReal> before_;
  Offer offer_;
  PackageStage stage_ = PackageStage::idle;
  bool at_table_ = false;
  bool speaks_ = true;  ///< somebody has spoken, so that there is something to refuse
  bool loses_ = false;  ///< a signatory sees itself lose
};

void add_run(const Scenario& s, Refusal one, std::vector<Refusal>& all) {
  const auto nobody = Moves<RunReal>::none(s.model);
  Sim sim(s, {one.settings.seed, one.settings.run});
  sim.start();
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    const auto before = sim.world().packages;
    sim.look_around();
    std::vector<Offer> offers;
    for (Id k = 0; k < count(s.model.packages); ++k) {
      offers.push_back(offer_of(sim, nobody, k));
    }
    sim.negotiate();
    for (Id k = 0; k < count(s.model.packages); ++k) {
      const Verdict v(sim, k, at(before, k), at(offers, k));
      one.decision = v.decision();
      if (one.decision.happened || at(s.model.packages, k).is_spare) {
        continue;
      }
      one.question = {k, tick, {}};
      one.kind = v.kind();
      one.is_no_at_table = v.is_no_at_table();
      all.push_back(one);
    }
  }
}

}  // namespace

std::vector<Refusal> steps_not_taken(const std::vector<Scenario>& scenarios,
                                     const std::vector<std::uint64_t>& seeds) {
  std::vector<Refusal> all;
  for (Id k = 0; k < static_cast<Id>(scenarios.size()); ++k) {
    for (const std::uint64_t seed : seeds) {
      Refusal one;
      one.scenario = k;
      one.settings.seed = seed;
      one.settings.threads = 0;
      add_run(at(scenarios, k), one, all);
    }
  }
  return all;
}

std::vector<Refusal> drawn(std::vector<Refusal> from, std::size_t n) {
  const Random<double> random({2011, 0});
  std::vector<std::pair<double, std::size_t>> lots;
  for (std::size_t k = 0; k < from.size(); ++k) {
    lots.emplace_back(random.uniform(0, static_cast<std::uint32_t>(k), 0), k);
  }
  std::sort(lots.begin(), lots.end());
  lots.resize(std::min(n, lots.size()));
  std::vector<Refusal> sample;
  for (const auto& [lot, k] : lots) {
    sample.push_back(from[k]);
  }
  return sample;
}

}  // namespace tumen::refusals
