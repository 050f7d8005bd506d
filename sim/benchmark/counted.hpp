#pragma once
// A number type that counts what is done with it: Counted<R> computes as R does, to the bit, and
// notes every operation. Over Lanes<float, 16> one operation on the block counts once, so the
// counts are those of one run, and work that a block skips is not counted.
//
// Counted as the unit executes them (world/pack.hpp, world/math.hpp): + and - as additions; *; /;
// sqrt; comparisons; choices by select(). min() and max() are a comparison and a choice. exp, log
// and the quantiles are the operations they are made of. Signs, absolute values, masks, broadcasts
// and bit operations are free, as are the integers of Philox and what makes a number of its words;
// those words are counted apart.
#include "sim/benchmark/operations.hpp"
#include "world/rng.hpp"

namespace tumen {

/// The mask of Counted<R>.
template <RealNumber R>
class CountedMask {
 public:
  using Mask = MaskOf<R>;
  constexpr CountedMask() = default;
  explicit CountedMask(const Mask& mask)
    requires(!std::same_as<Mask, bool>)
      : mask_(mask) {}
  template <std::same_as<bool> B>
  CountedMask(B everywhere) : mask_(everywhere) {}  // NOLINT: implicit on purpose

  [[nodiscard]] const Mask& mask() const { return mask_; }

 private:
  Mask mask_{};
};

template <RealNumber R>
class Counted {
 public:
  using Mask = CountedMask<R>;

  constexpr Counted() = default;
  explicit Counted(const R& value)
    requires(!std::is_arithmetic_v<R>)
      : value_(value) {}
  template <class U>
    requires(std::is_arithmetic_v<U> && !std::same_as<U, bool>)
  Counted(U everywhere) : value_(static_cast<Scalar<R>>(everywhere)) {}  // NOLINT: implicit

  [[nodiscard]] const R& value() const { return value_; }
  [[nodiscard]] R& value() { return value_; }

  friend Counted operator+(const Counted& a, const Counted& b) {
    ++operations().additions;
    return Counted(a.value_ + b.value_);
  }
  friend Counted operator-(const Counted& a, const Counted& b) {
    ++operations().additions;
    return Counted(a.value_ - b.value_);
  }
  friend Counted operator*(const Counted& a, const Counted& b) {
    ++operations().multiplications;
    return Counted(a.value_ * b.value_);
  }
  friend Counted operator/(const Counted& a, const Counted& b) {
    ++operations().divisions;
    return Counted(a.value_ / b.value_);
  }
  friend Counted operator-(const Counted& a) { return Counted(-a.value_); }
  friend Counted operator+(const Counted& a) { return a; }
  Counted& operator+=(const Counted& b) { return *this = *this + b; }
  Counted& operator-=(const Counted& b) { return *this = *this - b; }
  Counted& operator*=(const Counted& b) { return *this = *this * b; }
  Counted& operator/=(const Counted& b) { return *this = *this / b; }

  friend Mask operator<(const Counted& a, const Counted& b) { return noted(a.value_ < b.value_); }
  friend Mask operator<=(const Counted& a, const Counted& b) { return noted(a.value_ <= b.value_); }
  friend Mask operator>(const Counted& a, const Counted& b) { return noted(a.value_ > b.value_); }
  friend Mask operator>=(const Counted& a, const Counted& b) { return noted(a.value_ >= b.value_); }
  friend Mask operator==(const Counted& a, const Counted& b) { return noted(a.value_ == b.value_); }
  friend Mask operator!=(const Counted& a, const Counted& b) { return noted(a.value_ != b.value_); }

 private:
  static Mask noted(const MaskOf<R>& mask) {
    ++operations().comparisons;
    return Mask(mask);
  }

  R value_{};
};

template <class R>
struct RealTraits<Counted<R>> {
  using Scalar = tumen::Scalar<R>;
  using Mask = CountedMask<R>;
  using Bits = BitsOf<R>;
  static constexpr int lanes = RealTraits<R>::lanes;
};

/// Philox as R draws it; each block of which numbers are made is noted.
template <class R>
struct RandomWords<Counted<R>> : RandomWords<R> {
  using Words = typename RandomWords<R>::Words;

  [[nodiscard]] static Counted<R> to_unit(const Words& words) {
    ++operations().draws;
    return Counted<R>(RandomWords<R>::to_unit(words));
  }
  [[nodiscard]] static std::array<Counted<R>, 4> to_units(const std::array<Words, 4>& block) {
    ++operations().draws;
    const std::array<R, 4> units = RandomWords<R>::to_units(block);
    return {Counted<R>(units[0]), Counted<R>(units[1]), Counted<R>(units[2]), Counted<R>(units[3])};
  }
};

// --- the functions of world/real.hpp ------------------------------------------------------------
// The first argument of Counted type names the type; later ones may be plain numbers.

template <class R>
using SameCounted = std::type_identity_t<Counted<R>>;

template <class R>
[[nodiscard]] CountedMask<R> both(const CountedMask<R>& a, const CountedMask<R>& b) {
  return CountedMask<R>(both(a.mask(), b.mask()));
}
template <class R>
[[nodiscard]] CountedMask<R> both(const CountedMask<R>& a, std::same_as<bool> auto b) {
  return both(b, a);
}
template <class R>
[[nodiscard]] CountedMask<R> either(const CountedMask<R>& a, const CountedMask<R>& b) {
  return CountedMask<R>(either(a.mask(), b.mask()));
}
template <class R>
[[nodiscard]] CountedMask<R> either(const CountedMask<R>& a, std::same_as<bool> auto b) {
  return either(b, a);
}
template <class R>
[[nodiscard]] CountedMask<R> negate(const CountedMask<R>& m) {
  return CountedMask<R>(negate(m.mask()));
}
template <class R>
[[nodiscard]] bool any(const CountedMask<R>& m) {
  return any(m.mask());
}
template <class R>
[[nodiscard]] bool none(const CountedMask<R>& m) {
  return none(m.mask());
}
template <class R>
[[nodiscard]] bool all(const CountedMask<R>& m) {
  return all(m.mask());
}
template <class R>
[[nodiscard]] bool lane(const CountedMask<R>& m, int i) {
  return lane(m.mask(), i);
}
template <class R>
[[nodiscard]] CountedMask<R> select(const CountedMask<R>& mask, const CountedMask<R>& yes,
                                    const CountedMask<R>& no) {
  return CountedMask<R>(select(mask.mask(), yes.mask(), no.mask()));
}

template <class R>
[[nodiscard]] Counted<R> select(const CountedMask<R>& mask, const SameCounted<R>& yes,
                                const SameCounted<R>& no) {
  ++operations().choices;
  return Counted<R>(select(mask.mask(), yes.value(), no.value()));
}
template <class R>
[[nodiscard]] Counted<R> min(const Counted<R>& a, const SameCounted<R>& b) {
  return select(a < b, a, b);
}
template <class R>
[[nodiscard]] Counted<R> max(const Counted<R>& a, const SameCounted<R>& b) {
  return select(b < a, a, b);
}
template <class R>
[[nodiscard]] Counted<R> clamp(const Counted<R>& x, const SameCounted<R>& lo,
                               const SameCounted<R>& hi) {
  return min(max(x, lo), hi);
}
template <class R>
[[nodiscard]] Counted<R> sqrt(const Counted<R>& x) {
  ++operations().roots;
  return Counted<R>(sqrt(x.value()));
}
template <class R>
[[nodiscard]] Counted<R> abs(const Counted<R>& x) {
  return Counted<R>(abs(x.value()));
}
template <class R>
[[nodiscard]] Counted<R> floor(const Counted<R>& x) {
  operations() += {.additions = 3, .comparisons = 2, .choices = 2};
  return Counted<R>(floor(x.value()));
}
template <class R>
[[nodiscard]] Counted<R> scale2(const Counted<R>& x, const Counted<R>& k) {
  operations() += {.additions = 1, .multiplications = 1};
  return Counted<R>(scale2(x.value(), k.value()));
}
template <class R>
[[nodiscard]] Counted<R> exponent(const Counted<R>& x) {
  ++operations().additions;
  return Counted<R>(exponent(x.value()));
}
template <class R>
[[nodiscard]] Counted<R> mantissa(const Counted<R>& x) {
  return Counted<R>(mantissa(x.value()));
}
template <class R>
[[nodiscard]] Scalar<R> lane(const Counted<R>& x, int i) {
  return lane(x.value(), i);
}
template <class R>
void set_lane(Counted<R>& x, int i, std::type_identity_t<Scalar<R>> value) {
  set_lane(x.value(), i, value);
}

}  // namespace tumen
