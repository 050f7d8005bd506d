#pragma once
// State and record of one lane as doubles. The structs of the state hold nothing but Reals, which a
// static_assert checks, so they are widened field by field without naming the fields.
#include "world/record.hpp"

#include <bit>
#include <cstring>

namespace tumen {

/// `From<Real>` as `From<double>`, lane `k`.
template <template <class> class Struct, class Real>
[[nodiscard]] Struct<double> widen(const Struct<Real>& from, int k) {
  static_assert(std::is_trivially_copyable_v<Struct<Real>>);
  constexpr std::size_t n = sizeof(Struct<Real>) / sizeof(Real);
  static_assert(n * sizeof(Real) == sizeof(Struct<Real>));
  static_assert(n * sizeof(double) == sizeof(Struct<double>));
  const auto fields = std::bit_cast<std::array<Real, n>>(from);
  std::array<double, n> wide{};
  for (std::size_t i = 0; i < n; ++i) {
    wide[i] = static_cast<double>(lane(fields[i], k));
  }
  return std::bit_cast<Struct<double>>(wide);
}

template <template <class> class Struct, class Real>
[[nodiscard]] std::vector<Struct<double>> widen(const std::vector<Struct<Real>>& from, int k) {
  std::vector<Struct<double>> wide;
  wide.reserve(from.size());
  for (const auto& f : from) {
    wide.push_back(widen(f, k));
  }
  return wide;
}

template <class Real>
[[nodiscard]] std::vector<double> widen_numbers(const std::vector<Real>& from, int k) {
  std::vector<double> wide;
  wide.reserve(from.size());
  for (const auto& f : from) {
    wide.push_back(static_cast<double>(lane(f, k)));
  }
  return wide;
}

template <class Real>
[[nodiscard]] Outlook<double> widen_outlook(const Outlook<Real>& o, int k) {
  return {widen(o.constants, k),         widen(o.rates, k),          widen_numbers(o.declared, k),
          widen_numbers(o.unsure, k),    widen_numbers(o.delay, k),  widen_numbers(o.capital, k),
          widen_numbers(o.hostility, k), widen_numbers(o.pressed, k)};
}

template <class Real>
[[nodiscard]] World<double> widen_world(const World<Real>& w, int k = 0) {
  return {w.tick,
          widen(w.market, k),
          static_cast<double>(lane(w.strangers_breach, k)),
          widen_outlook(w.outlook, k),
          widen(w.countries, k),
          widen(w.pairs, k),
          widen(w.fields, k),
          widen(w.corridors, k),
          widen(w.firms, k),
          widen(w.debts, k),
          widen(w.regimes, k),
          widen(w.packages, k),
          widen(w.parties, k),
          widen_numbers(w.terms, k)};
}

template <class Real>
[[nodiscard]] Flow<double> widen_flow(const Flow<Real>& f, int k = 0) {
  return {f.from,
          f.to,
          f.package,
          f.debt,
          f.corridor,
          f.commodity,
          static_cast<double>(lane(f.amount, k)),
          static_cast<double>(lane(f.arrives, k))};
}

template <class Real>
[[nodiscard]] Record<double> widen_record(const Record<Real>& r, int k = 0) {
  Record<double> wide;
  wide.packages = widen(r.packages, k);
  wide.acts = widen_numbers(r.acts, k);
  wide.governments = widen_numbers(r.governments, k);
  wide.built = widen_numbers(r.built, k);
  wide.resumed = widen_numbers(r.resumed, k);
  for (std::size_t i = 0; i < r.flow_count; ++i) {
    wide.flows.push_back(widen_flow(r.flows[i], k));
  }
  wide.flow_count = r.flow_count;
  return wide;
}

}  // namespace tumen
