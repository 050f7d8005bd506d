#pragma once
// One tick again, with one lever turned. The state is a value and chance is keyed, so the tick
// starts from the same snapshot and sees the same draws; only what the lever moves differs.
#include "sim/flips_levers.hpp"
#include "sim/flips_objection.hpp"
#include "sim/simulation.hpp"

#include <algorithm>
#include <span>

namespace tumen {

/// How a tick is taken again.
enum class Scope : std::uint8_t {
  package,  ///< the world and this package alone: quick, blind to rivals of the same tick
  world,    ///< the whole tick
};

/// Invariant: between two calls numbers and moves are those of the run. The scenario must outlive
/// the replay.
template <class Real>
class Replay {
 public:
  /// `before` is the world as the tick found it.
  Replay(const Scenario& s, RandomKey<Real> key, World<Real> before, Id package)
      : scenario_(&s),
        numbers_(s.values, s.series),
        random_(key),
        before_(std::move(before)),
        record_(make_record<Real>(s.model)),
        scratch_(make_scratch<Real>(s.model)),
        moves_(Moves<Real>::none(s.model)),
        package_(package) {
    again(Scope::world);
    const auto before_stage = static_cast<int>(at(before_.packages, package).stage);
    decision_ = decision_of(static_cast<PackageStage>(before_stage), at(record_.packages, package));
    again(Scope::package);
    first_ = traces();
    objection_ = objection_of(decision_, Table<Real>(step(), moves_), package);
  }

  /// What the run itself decided, and what stood against it.
  [[nodiscard]] const Decision& decision() const { return decision_; }
  [[nodiscard]] const Objection& objection() const { return objection_; }

  /// Takes the tick with the lever at `value`; the questions below are about the last tick taken.
  void take(const FlipLever& lever, double value, Scope scope) {
    const Real v = convert<Real>(value);
    if (!lever.is_state()) {
      turn(lever, v, scope);
      return;
    }
    world_ = before_;
    write_state(world_, lever.state, lever.entity, v);
    const bool is_term = lever.state == term_lever();
    if (is_term) {
      // In a tick that solves the terms again the value is put in the place of the solved one.
      at(moves_.offers, lever.entity) = v;
      at(moves_.offered, lever.entity) = Real(1);
    }
    move_on(scope);
    if (is_term) {
      at(moves_.offered, lever.entity) = Real(0);
    }
  }

  /// Whether the decision is another one.
  [[nodiscard]] bool is_reversed() const {
    return has_happened(decision_.kind, at(record_.packages, package_)) != decision_.happened;
  }
  /// Whether the objection of the run is gone; after a tick of Scope::package.
  [[nodiscard]] bool is_met() {
    return objection_.kind != Objection::Kind::none &&
           !stands(objection_, Table<Real>(step(), moves_), package_);
  }
  /// Whether anything about the package is other than in the run; after a tick of Scope::package.
  [[nodiscard]] bool is_felt() const { return traces() != first_; }

 private:
  /// Takes the tick with other numbers, and puts them back.
  void turn(const FlipLever& lever, const Real& v, Scope scope) {
    const bool is_one = lever.number.exists();
    const std::span<const Number> turned =
        is_one ? std::span(&lever.number, 1) : std::span(lever.together);
    std::vector<Real> own;
    for (const Number n : turned) {
      own.push_back(numbers_(n));
      numbers_.sweep(n, is_one ? v : own.back() * v);
    }
    again(scope);
    for (std::size_t k = 0; k < own.size(); ++k) {
      numbers_.sweep(turned[k], own[k]);
    }
  }

  void again(Scope scope) {
    world_ = before_;
    move_on(scope);
  }

  [[nodiscard]] Step<Real> step() { return {scenario_->model, numbers_, random_, world_, record_}; }

  void move_on(Scope scope) {
    scratch_.is_fresh = true;  // other numbers, or another world
    const Step<Real> s = step();
    if (scope == Scope::world) {
      tick(s, moves_, scratch_, Spread{});
      return;
    }
    const Table<Real> t(s, moves_);
    record_.clear();
    look_around(s, t, scratch_, [this](Id, const auto& f) { f(package_); });
    open_talks(t, package_);
    bargain(t, package_);
    ratify(t, package_);
    settle_conflicts(t, scratch_.kept, scratch_.keys);
    keep_or_break(t, package_);
  }

  /// All that the tick wrote about the package, as one row of numbers.
  [[nodiscard]] std::vector<Real> traces() const {
    std::vector<Real> row;
    const auto add = [&](const auto& part) {
      using Part = std::decay_t<decltype(part)>;
      const auto fields = std::bit_cast<std::array<Real, sizeof(Part) / sizeof(Real)>>(part);
      row.insert(row.end(), fields.begin(), fields.end());
    };
    add(at(world_.packages, package_));
    add(at(record_.packages, package_));
    const Range parties = at(scenario_->model.packages, package_).parties;
    for (Id party = parties.first; party < parties.end(); ++party) {
      add(at(world_.parties, party));
    }
    return row;
  }

  const Scenario* scenario_;
  Parameters<Real> numbers_;
  Random<Real> random_;
  World<Real> before_, world_;
  Record<Real> record_;
  Scratch<Real> scratch_;
  Moves<Real> moves_;
  Id package_;
  std::vector<Real> first_;
  Decision decision_;
  Objection objection_;
};

/// The world of a run as it stands before `tick`.
template <class Real>
[[nodiscard]] World<Real> world_before(const Scenario& s, RandomKey<Real> key, Id tick) {
  Simulation<Real> sim(s, key);
  sim.start();
  for (Id k = 0; k < tick; ++k) {
    sim.step();
  }
  return sim.world();
}

}  // namespace tumen
