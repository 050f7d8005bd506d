#pragma once
// Every configured number has one slot in a flat table. The core holds handles (Number, Series)
// and reads them through Parameters, so any number can be swept, and only the swept ones cost a
// lane's width of memory: the rest stay scalars and are broadcast when read.
#include "world/ids.hpp"
#include "world/real.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tumen {

/// Handle of a configured number; index -1 means "not configured" (its term is left out).
struct Number {
  std::int32_t index = -1;
  [[nodiscard]] constexpr bool exists() const { return index >= 0; }
};

/// Handle of a configured time series, one value a tick, with a scale that can be swept.
struct Series {
  std::int32_t first = -1;  ///< offset of tick 0 in the series table
  Number scale;             ///< multiplies every value; its own path ends in `.scale`
  [[nodiscard]] constexpr bool exists() const { return first >= 0; }
};

/// The numbers of one run (or of one block of lanes).
template <class Real>
class Parameters {
 public:
  using S = Scalar<Real>;

  Parameters() = default;
  /// `values`: one a Number, in the units of the scenario; `series`: the series table.
  Parameters(const std::vector<double>& values, const std::vector<double>& series) {
    numbers_.resize(values.size());
    series_.resize(series.size());
    const auto rounded = [](double v) { return static_cast<S>(v); };
    std::transform(values.begin(), values.end(), numbers_.begin(),
                   [&](double v) { return Slot{rounded(v), -1}; });
    std::transform(series.begin(), series.end(), series_.begin(), rounded);
  }

  /// Gives number `n` a value of its own in every lane.
  void sweep(Number n, const Real& value) {
    std::int32_t& slot = numbers_[static_cast<std::size_t>(n.index)].slot;
    if (slot < 0) {
      slot = static_cast<std::int32_t>(values_.size());
      values_.push_back(value);
    } else {
      values_[static_cast<std::size_t>(slot)] = value;
    }
  }

  [[nodiscard]] Real operator()(Number n) const {
    const Slot& number = numbers_[static_cast<std::size_t>(n.index)];
    if (number.slot >= 0) [[unlikely]] {
      return values_[static_cast<std::size_t>(number.slot)];
    }
    return Real(number.base);
  }

  /// Value of an optional number, or `otherwise` where the scenario leaves it out.
  [[nodiscard]] Real operator()(Number n, S otherwise) const {
    return n.exists() ? (*this)(n) : Real(otherwise);
  }

  /// Value of a series at `tick` as configured, whatever its scale; the series must exist.
  [[nodiscard]] Real as_configured(Series s, Id tick) const {
    return Real(series_[static_cast<std::size_t>(s.first + tick)]);
  }

  /// Value of a series at `tick`; 0 where it is not configured.
  [[nodiscard]] Real at(Series s, Id tick) const {
    if (!s.exists()) {
      return Real(S(0));
    }
    const Real value(series_[static_cast<std::size_t>(s.first + tick)]);
    return s.scale.exists() ? value * (*this)(s.scale) : value;
  }

 private:
  struct Slot {
    S base;
    std::int32_t slot;  ///< of values_, or -1
  };
  std::vector<Slot> numbers_;
  std::vector<S> series_;
  std::vector<Real> values_;  ///< of the numbers that are swept
};

}  // namespace tumen
