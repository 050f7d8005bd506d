#pragma once
// One world (or one block of lanes) and what it takes to move it: compiled scenario, numbers,
// chance, state, and the record of the last tick.
#include "sim/parallel.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/start.hpp"
#include "sim/tick.hpp"

namespace tumen {

/// From this many packages on a tick's candidates are valued on several threads, if they are
/// allowed.
inline constexpr Id many_packages = 64;

/// Calls f(0..n-1), on `threads` threads where there is enough to do.
struct Spread {
  int threads = 1;
  Id least = many_packages;
  template <class F>
  void operator()(Id n, F&& f) const {
    if (threads == 1 || n < least) {
      for (Id k = 0; k < n; ++k) {
        f(k);
      }
      return;
    }
    parallel_for(static_cast<std::size_t>(n), threads,
                 [&](std::size_t k) { f(static_cast<Id>(k)); });
  }
};

/// Invariant: world_, record_ and scratch_ are sized by the scenario's model. The scenario must
/// outlive the simulation.
template <class Real>
class Simulation {
 public:
  /// `threads` is for one large world; ensembles spread over runs instead.
  Simulation(const Scenario& scenario, RandomKey<Real> key, int threads = 1)
      : scenario_(&scenario),
        numbers_(scenario.values, scenario.series),
        random_(key),
        record_(make_record<Real>(scenario.model)),
        scratch_(make_scratch<Real>(scenario.model)),
        nobody_(Moves<Real>::none(scenario.model)),
        spread_{threads, many_packages} {}

  /// What ticks note besides the state; everything, unless this is said.
  void note(const Notes& notes) { record_.notes = notes; }

  /// Values candidates on several threads from `least` packages on.
  void spread_from(Id least) { spread_.least = least; }

  /// Gives a number another value in every lane; before start().
  void set(Number n, const Real& value) {
    numbers_.sweep(n, value);
    scratch_.is_fresh = true;
  }

  /// Puts the world into its state before tick 0.
  void start();

  /// Moves the world by one tick; `moves` are those of drivers.
  void step(const Moves<Real>& moves);
  void step() { step(nobody_); }

  /// The two halves of a tick, for who wants to look between them (explain): the world moves and
  /// every deal is valued; then countries decide.
  void look_around();
  void negotiate();

  /// What laws and policies are given, for those that ask the same questions from outside.
  [[nodiscard]] Step<Real> context() { return step_context(); }

  [[nodiscard]] const Model& model() const { return scenario_->model; }
  [[nodiscard]] const Parameters<Real>& numbers() const { return numbers_; }
  [[nodiscard]] const World<Real>& world() const { return world_; }
  [[nodiscard]] const Record<Real>& record() const { return record_; }

  /// Rewind or branch: the state is a value.
  void resume_from(const World<Real>& world) {
    world_ = world;
    scratch_.is_fresh = true;
  }

 private:
  [[nodiscard]] Step<Real> step_context() {
    return {scenario_->model, numbers_, random_, world_, record_};
  }

  const Scenario* scenario_;
  Parameters<Real> numbers_;
  Random<Real> random_;
  World<Real> world_;
  Record<Real> record_;
  Scratch<Real> scratch_;
  Moves<Real> nobody_;
  Spread spread_;
};

template <class Real>
void Simulation<Real>::start() {
  record_.clear();
  start_world(step_context());
  scratch_.is_fresh = false;
}

template <class Real>
void Simulation<Real>::step(const Moves<Real>& moves) {
  tick(step_context(), moves, scratch_, spread_);
}

template <class Real>
void Simulation<Real>::look_around() {
  record_.clear();
  const Step<Real> s = step_context();
  tumen::look_around(s, Table<Real>(s, nobody_), scratch_, spread_);
}

template <class Real>
void Simulation<Real>::negotiate() {
  const Step<Real> s = step_context();
  tumen::negotiate(s, Table<Real>(s, nobody_), scratch_);
  world_.tick += 1;
}

// Compiled once, in simulation.cpp: the tick is most of what its users would compile.
extern template class Simulation<float>;
extern template class Simulation<double>;

}  // namespace tumen
