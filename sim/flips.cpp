#include "sim/flips.hpp"

#include "sim/flips_replay.hpp"
#include "sim/flips_search.hpp"
#include "sim/number.hpp"
#include "sim/widen.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <optional>

namespace tumen {
namespace {

/// Levers a worker takes at a time: a replay is made for each lot.
constexpr std::size_t lot = 64;

struct Found {
  bool is_felt = false;
  std::optional<Flip> flip;
};

/// What becomes of the decision where a lever has a value. The tick of the package alone answers
/// both questions at once and is taken once a value: the two searches ask at the same points.
template <class Real>
class Answers {
 public:
  Answers(Replay<Real>& replay, const FlipLever& lever) : replay_(replay), lever_(lever) {}

  [[nodiscard]] flips::Effect in_package(FlipEffect effect) {
    return [this, effect](double value) { return at_value(value)[index_of(effect)]; };
  }
  [[nodiscard]] flips::Effect in_world() {
    return [this](double value) {
      replay_.take(lever_, value, Scope::world);
      return replay_.is_reversed();
    };
  }

 private:
  using Both = std::array<bool, flip_effect_names.size()>;

  const Both& at_value(double value) {
    const auto [place, is_new] = known_.try_emplace(value);
    if (is_new) {
      replay_.take(lever_, value, Scope::package);
      place->second = {replay_.is_reversed(), replay_.is_met()};
    }
    return place->second;
  }

  Replay<Real>& replay_;
  const FlipLever& lever_;
  std::map<double, Both> known_;
};

/// The nearer of the effects on both sides of the present value.
std::optional<Flip> nearest_effect(const FlipLever& lever, FlipEffect effect,
                                   const flips::Effect& has_effect) {
  std::optional<double> nearest;
  double most = lever.most - lever.least;
  for (const double direction : {-1.0, 1.0}) {
    const double room = direction < 0 ? lever.value - lever.least : lever.most - lever.value;
    auto to = flips::nearest_effect({lever.value, direction, room}, most, has_effect);
    if (to) {  // from + (end - from) may miss the end by a rounding
      to = std::clamp(*to, lever.least, lever.most);
    }
    if (to && (!nearest || std::abs(*to - lever.value) < most)) {
      nearest = to;
      most = std::abs(*to - lever.value);
    }
  }
  if (!nearest) {
    return std::nullopt;
  }
  return Flip{lever, effect, *nearest, most / (lever.high - lever.low)};
}

/// Reversals are searched with the package alone and held against the whole tick; where a rival of
/// the same tick makes a difference, they are searched with the whole tick.
template <class Real>
std::optional<Flip> flip_of(Replay<Real>& replay, const FlipLever& lever) {
  Answers<Real> answers(replay, lever);
  auto flip = nearest_effect(lever, FlipEffect::reversed, answers.in_package(FlipEffect::reversed));
  const auto in_world = answers.in_world();
  if (flip && (!in_world(flip->to) || in_world(lever.value + flip_margin * flip->change()))) {
    flip = nearest_effect(lever, FlipEffect::reversed, in_world);
  }
  if (flip || replay.objection().kind == Objection::Kind::none) {
    return flip;
  }
  return nearest_effect(lever, FlipEffect::met, answers.in_package(FlipEffect::met));
}

/// A lever at whose two ends, and half way to them, nothing about the deal changes by a single bit
/// is not searched.
template <class Real>
Found look_at(Replay<Real>& replay, const FlipLever& lever) {
  Found found;
  for (const double end : {lever.least, lever.most}) {
    for (const double value : {end, (end + lever.value) / 2}) {
      if (!found.is_felt && value != lever.value) {
        replay.take(lever, value, Scope::package);
        found.is_felt = replay.is_felt();
      }
    }
  }
  if (found.is_felt) {
    found.flip = flip_of(replay, lever);
  }
  return found;
}

template <class Real>
Flips find_as(const Scenario& s, const RunSettings& settings, const FlipQuestion& q,
              const Progress& progress) {
  const RandomKey<Real> key{settings.seed, settings.run};
  const World<Real> before = world_before<Real>(s, key, q.tick);
  const std::vector<FlipLever> levers =
      chosen_levers(flip_levers(s, widen_world(before), q.package), q.levers);
  std::vector<Found> found(levers.size());
  std::mutex guard;
  std::size_t done = 0;
  parallel_for((levers.size() + lot - 1) / lot, settings.threads, [&](std::size_t k) {
    Replay<Real> replay(s, key, before, q.package);
    const std::size_t end = std::min(levers.size(), (k + 1) * lot);
    for (std::size_t i = k * lot; i < end; ++i) {
      found[i] = look_at(replay, levers[i]);
    }
    const std::scoped_lock lock(guard);
    done += end - k * lot;
    if (progress) {
      progress(done, levers.size());
    }
  });
  const Replay<Real> replay(s, key, before, q.package);
  Flips flips{replay.decision(), replay.objection(), {}, levers.size(), 0};
  for (Found& one : found) {
    flips.felt += one.is_felt ? 1 : 0;
    if (one.flip) {
      flips.found.push_back(std::move(*one.flip));
    }
  }
  std::stable_sort(flips.found.begin(), flips.found.end(), [](const Flip& a, const Flip& b) {
    return std::pair(a.effect, a.size) < std::pair(b.effect, b.size);
  });
  return flips;
}

}  // namespace

std::size_t Flips::count(FlipEffect effect) const {
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [effect](const Flip& flip) { return flip.effect == effect; }));
}

Flips find_flips(const Scenario& scenario, const RunSettings& settings,
                 const FlipQuestion& question, const Progress& progress) {
  return settings.in_double ? find_as<double>(scenario, settings, question, progress)
                            : find_as<RunReal>(scenario, settings, question, progress);
}

}  // namespace tumen
