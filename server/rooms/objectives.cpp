// ASSUMPTION throughout: the weights of the parts of an objective (60 : 40 or thirds) and the
// levels at which a part counts as reached are the room's own; what matters is the order of futures
// by them, for scores are ranks among futures.
#include "server/rooms/objectives.hpp"

#include "policies/context.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen::server::rooms {
namespace {

double part(double share) {
  return std::clamp(share, 0.0, 1.0);
}
const char* yes(bool flag) {
  return flag ? "yes" : "no";
}
int whole(double points) {
  return static_cast<int>(std::lround(std::clamp(points, 0.0, 100.0)));
}

/// One world, asked what objectives ask of it.
struct Ledger {
  const Scenario& s;
  const World<double>& first;
  const World<double>& now;
  const Tally& tally;

  [[nodiscard]] Id id(const char* code) const { return find_name(s.names.countries, code); }
  [[nodiscard]] bool signs(Id package, Id country) const {
    const Id row = country == no_id ? no_id : at(at(s.model.packages, package).row, country);
    return row != no_id && at(s.model.parties, row).signs;
  }
  [[nodiscard]] PackageStage stage(Id package) const {
    return static_cast<PackageStage>(static_cast<int>(at(now.packages, package).stage));
  }
  [[nodiscard]] bool is_ratified(Id package) const {
    return stage(package) == PackageStage::in_force || stage(package) == PackageStage::blocked;
  }
  [[nodiscard]] double years() const { return std::max(1.0, double(tally.ticks)) * s.model.dt; }

  /// 1 where all of `codes` have a ratified deal over a corridor, half where it is signed alone.
  [[nodiscard]] double corridor_deal(std::initializer_list<const char*> codes) const {
    double best = 0;
    for (Id k = 0; k < count(s.model.packages); ++k) {
      const Package& p = at(s.model.packages, k);
      const bool all = std::all_of(codes.begin(), codes.end(),
                                   [&](const char* code) { return signs(k, id(code)); });
      if (!p.is_spare && all && !p.corridors.empty()) {
        const double here = is_ratified(k) ? 1 : stage(k) == PackageStage::signed_ ? 0.5 : 0;
        best = std::max(best, here);
      }
    }
    return best;
  }

  /// True if a deal of the two over a corridor of this fuel is signed or further.
  [[nodiscard]] bool sells(const char* seller, const char* buyer, Fuel fuel) const {
    for (Id k = 0; k < count(s.model.packages); ++k) {
      const Package& p = at(s.model.packages, k);
      const bool is_on = !p.is_spare && (is_ratified(k) || stage(k) == PackageStage::signed_);
      if (is_on && p.signatories == 2 && signs(k, id(seller)) && signs(k, id(buyer)) &&
          std::any_of(p.corridors.begin(), p.corridors.end(),
                      [&](Id c) { return at(s.model.corridors, c).fuel == fuel; })) {
        return true;
      }
    }
    return false;
  }

  /// Trade of a and b as a share of all of a's declared trade.
  [[nodiscard]] double share(const World<double>& w, Id a, Id b) const {
    const Id pair = a == no_id || b == no_id ? no_id : s.model.pair(a, b);
    if (pair == no_id) {
      return 0;
    }
    const PairState<double>& x = at(w.pairs, pair);
    return (x.trade_ab + x.trade_ba) / std::max(at(w.countries, a).trade_total, 1e-6);
  }

  [[nodiscard]] bool has_ended_at(const Corridor& c, Id country) const {
    return !c.countries.empty() && c.countries.back() == country;
  }
};

Reached russia(const Ledger& l) {
  const double trilateral = l.corridor_deal({"RUS", "PRK", "KOR"});
  const bool has_china = l.sells("RUS", "CHN", Fuel::gas);
  const bool is_exclusive = has_china && trilateral < 1;
  return {whole(60 * trilateral + (is_exclusive ? 0 : 40)),
          fmt::format("A corridor of the three is {}; China alone has a gas deal: {}.",
                      trilateral >= 1  ? "ratified"
                      : trilateral > 0 ? "signed, not ratified"
                                       : "not signed",
                      yes(is_exclusive))};
}

Reached north(const Ledger& l) {
  const Id own = l.id("PRK");
  const CountryState<double>& now = at(l.now.countries, own);
  const CountryState<double>& before = at(l.first.countries, own);
  const double income = (now.cash - before.cash) / l.years();
  const double drop = l.share(l.first, own, l.id("CHN")) - l.share(l.now, own, l.id("CHN"));
  const double kept = (1 - now.frozen) * part(now.programme / std::max(before.programme, 1e-6));
  return {
      whole(40 * part(income / 100) + 30 * part(drop / 0.1) + 30 * kept),
      fmt::format("Deals brought {} M USD a year; China's part in trade fell by {} points; {} % "
                  "of the programme are kept.",
                  rounded(std::round(income)), whole(100 * drop), whole(100 * kept))};
}

Reached south(const Ledger& l) {
  const Id own = l.id("KOR");
  const Id host = l.id("PRK");
  double route = 0;
  double hurt = 0;
  for (Id k = 0; k < count(l.s.model.corridors); ++k) {
    const Corridor& c = at(l.s.model.corridors, k);
    const bool crosses = std::find(c.hosts.begin(), c.hosts.end(), host) != c.hosts.end();
    const CorridorState<double>& x = at(l.now.corridors, k);
    if (!crosses || !l.has_ended_at(c, own)) {
      continue;
    }
    const bool runs = x.stage == code<double>(CorridorStage::operating);
    route = std::max(route, runs ? 1 : 0.5 * part(x.progress));
    hurt = std::max(hurt, runs && c.fuel != Fuel::goods ? x.flow : 0);
  }
  return {whole(60 * route + 40 * (1 - part(hurt))),
          fmt::format("The furthest route through the north is at {} %; a cut could stop {} % of a "
                      "fuel line.",
                      whole(100 * route), whole(100 * hurt))};
}

Reached china(const Ledger& l) {
  const Id north = l.id("PRK");
  const bool gas = l.sells("RUS", "CHN", Fuel::gas);
  const bool oil = l.sells("RUS", "CHN", Fuel::oil);
  const double gdp = std::max(1000 * at(l.now.countries, north).gdp, 1.0);  // M USD
  const double afloat = part(1 + mean_utility(l.tally, north) / (0.1 * gdp));
  const double hold = l.share(l.now, north, l.id("CHN"));
  return {
      whole((gas || oil ? 40 : 0) + 30 * afloat + 30 * part(hold / 0.6)),
      fmt::format("East Siberian supply agreed: {}; the DPRK is afloat to {} %, and {} % of its "
                  "trade is China's.",
                  yes(gas || oil), whole(100 * afloat), whole(100 * hold))};
}

Reached japan(const Ledger& l) {
  const Id own = l.id("JPN");
  const bool paid = at(l.now.countries, own).cash < at(l.first.countries, own).cash - 1;
  double step = 0;  // the talks of Tokyo and Pyongyang are about the abducted first of all
  for (Id k = 0; k < count(l.s.model.packages); ++k) {
    if (!at(l.s.model.packages, k).is_spare && l.signs(k, own) && l.signs(k, l.id("PRK"))) {
      step = std::max(step, l.is_ratified(k) ? 1.0 : l.stage(k) == PackageStage::signed_ ? 0.5 : 0);
    }
  }
  const Id terminus = find_name(l.s.names.corridors, "espo_kozmino");
  const bool runs = terminus != no_id &&
                    at(l.now.corridors, terminus).stage == code<double>(CorridorStage::operating);
  const double asked = paid ? step : 0.5 + 0.5 * step;
  return {whole(50 * asked + (runs ? 50 : 0)),
          fmt::format("A step with Pyongyang: {}; money paid: {}; oil reaches the Pacific: {}.",
                      step >= 1  ? "ratified"
                      : step > 0 ? "signed"
                                 : "none",
                      yes(paid), yes(runs))};
}

Reached america(const Ledger& l) {
  const double frozen = at(l.now.countries, l.id("PRK")).frozen;
  bool waived = false;
  for (Id k = 0; k < count(l.s.model.regimes); ++k) {
    const bool sends = std::any_of(at(l.s.model.regimes, k).senders.begin(),
                                   at(l.s.model.regimes, k).senders.end(),
                                   [&](Id sender) { return sender == l.id("USA"); });
    waived = waived || (sends && at(l.now.regimes, k).eased > at(l.first.regimes, k).eased);
  }
  for (Id k = 0; k < count(l.s.model.corridors); ++k) {
    waived = waived || at(l.now.corridors, k).exempt > at(l.first.corridors, k).exempt;
  }
  const bool unpaid = waived && frozen <= 0;
  return {
      whole(60 * part(frozen / 0.5) + (unpaid ? 0 : 40)),
      fmt::format("{} % of the programme are frozen; a waiver or an easing without a freeze: {}.",
                  whole(100 * frozen), yes(unpaid))};
}

}  // namespace

void count_tick(const World<double>& world, Tally& tally) {
  tally.ticks += 1;
  tally.utility.resize(world.countries.size());
  for (std::size_t k = 0; k < world.countries.size(); ++k) {
    for (const double gain : world.countries[k].utility) {
      tally.utility[k] += gain;
    }
  }
}

double mean_utility(const Tally& tally, Id country) {
  return tally.ticks == 0 ? 0 : at(tally.utility, country) / static_cast<double>(tally.ticks);
}

Reached objective_of(const Scenario& scenario, const World<double>& first, const World<double>& now,
                     const Tally& tally, std::string_view country) {
  using Measured = Reached (*)(const Ledger&);
  struct Objective {
    std::string_view country;
    Measured measured;
  };
  constexpr std::array<Objective, 6> objectives = {{{"RUS", russia},
                                                    {"PRK", north},
                                                    {"KOR", south},
                                                    {"CHN", china},
                                                    {"JPN", japan},
                                                    {"USA", america}}};
  const Ledger ledger{scenario, first, now, tally};
  const bool has_north = ledger.id("PRK") != no_id;  // most objectives are about it
  for (const Objective& objective : objectives) {
    if (has_north && objective.country == country && ledger.id(objective.country.data()) != no_id) {
      return objective.measured(ledger);
    }
  }
  return {};
}

}  // namespace tumen::server::rooms
