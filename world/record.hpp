#pragma once
// What happened in one tick, in fixed arrays sized by the model: read by the trace, the outcomes
// and the tests, overwritten by the next tick. Flags are 0 or 1, one a lane.
#include "world/state.hpp"

#include <vector>

namespace tumen {

/// What moves between two countries.
/// `barter` is goods counted in money; `goods` are containers.
enum class Commodity : std::uint8_t { money, gas, oil, power, goods, aid, labour, barter };
inline constexpr std::array<std::string_view, 8> commodity_names = {
    "money", "gas", "oil", "power", "goods", "aid", "labour", "barter"};

/// One transfer of one tick. Money to a corridor (`to` = no_id) is spent on its works.
template <class Real>
struct Flow {
  Id from = no_id, to = no_id;
  Id package = no_id, debt = no_id, corridor = no_id;
  Commodity commodity = Commodity::money;
  Real amount{};   ///< what leaves [M USD; fuel unit; thousand worker-years]
  Real arrives{};  ///< amount less losses
};

/// Why a package did not get on this tick, as a small integer in a Real.
enum class Hindrance : std::uint8_t {
  none,
  precondition,
  doctrine,
  no_gain,
  aspiration,
  domestic_vote,
  consent,
  conflict,
  deadline,
  shock,
  withdrawn,
  approval,
};
inline constexpr std::array<std::string_view, 12> hindrance_names = {
    "none",    "precondition", "doctrine", "no_gain", "aspiration", "domestic_vote",
    "consent", "conflict",     "deadline", "shock",   "withdrawn",  "approval"};

template <class Real>
struct PackageRecord {
  Real opened{}, memorandum{}, lapsed{}, agreed{}, signed_{}, ratified{}, entered{}, broke{},
      breached{}, ended{}, blocked{};
  Real hindrance{};  ///< Hindrance
  Real hinderer{};   ///< country that stood in the way, or -1
};

/// What a tick notes besides the state that its laws read. A run notes everything, an ensemble what
/// its outcomes ask for: what is not noted costs nothing.
struct Notes {
  bool reasons = true;    ///< PackageRecord::hindrance and hinderer
  bool flows = true;      ///< Record::flows
  bool cash = true;       ///< CountryState::cash
  bool utilities = true;  ///< CountryState::utility
  bool surpluses = true;  ///< PackageState::surplus of packages without terms to solve
  bool hazards = true;    ///< PackageState::breach_rate of packages nobody has in force

  [[nodiscard]] static constexpr Notes none() { return {false, false, false, false, false, false}; }
};

template <class Real>
struct Record {
  std::vector<PackageRecord<Real>> packages;
  std::vector<Real> acts;         ///< 1 where the act was done
  std::vector<Real> governments;  ///< 1 where the government changed
  std::vector<Real> built;        ///< 1 where the corridor was completed
  std::vector<Real> resumed;      ///< 1 where a suspended corridor runs again
  std::vector<Flow<Real>> flows;
  std::size_t flow_count = 0;
  Notes notes;

  /// Adds a flow; the vector has room for one a clause effect, reserved by make_record.
  void flow(const Flow<Real>& f) {
    if (notes.flows) {
      flows[flow_count++] = f;
    }
  }

  void clear() {
    for (auto& p : packages) {
      p = {};
      p.hinderer = Real(-1);
    }
    for (auto* flags : {&acts, &governments, &built, &resumed}) {
      for (auto& f : *flags) {
        f = Real(0);
      }
    }
    flow_count = 0;
  }
};

/// Record with room for everything `m` can do in a tick.
template <class Real>
[[nodiscard]] Record<Real> make_record(const Model& m) {
  Record<Real> r;
  r.packages.resize(m.packages.size());
  r.acts.resize(m.acts.size());
  r.governments.resize(m.countries.size());
  r.built.resize(m.corridors.size());
  r.resumed.resize(m.corridors.size());
  r.flows.resize(2 * m.clauses.size() + 2 * m.debts.size() + 1);
  return r;
}

}  // namespace tumen
