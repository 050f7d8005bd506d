#include "studies/sensitivity/saltelli_terms.hpp"

#include <cmath>

namespace tumen {
namespace {

/// The runs of one base point, centred, with their noise.
class Block {
 public:
  Block(const SaltelliRuns& runs, std::size_t block, double centre)
      : runs_(runs), start_(block * runs.layout.size()), centre_(centre) {}

  [[nodiscard]] double value(std::size_t place) const {
    return runs_.values[start_ + place] - centre_;
  }
  /// The square of the outcome's expectation: noise makes the square of a value too large.
  [[nodiscard]] double square(std::size_t place) const {
    const double noise = runs_.noise.empty() ? 0 : runs_.noise[start_ + place];
    return value(place) * value(place) - noise;
  }
  [[nodiscard]] bool is_complete() const {
    for (std::size_t k = 0; k < runs_.layout.size(); ++k) {
      if (!std::isfinite(runs_.values[start_ + k])) {
        return false;
      }
    }
    return true;
  }

 private:
  const SaltelliRuns& runs_;
  std::size_t start_;
  double centre_;
};

void append_mixture(std::vector<double>& terms, const Block& block, const SaltelliLayout& layout,
                    std::size_t place) {
  const double mixture = block.value(place);
  terms.push_back(mixture);
  terms.push_back(block.square(place));
  terms.push_back(block.value(layout.a()) * mixture);
  terms.push_back(block.value(layout.b()) * mixture);
}

/// In the order of SaltelliTerms.
void append_block(std::vector<double>& terms, const Block& block, const SaltelliLayout& layout) {
  const double a = block.value(layout.a());
  const double b = block.value(layout.b());
  terms.insert(terms.end(), {a, b, block.square(layout.a()), block.square(layout.b()), a * b});
  for (std::size_t g = 0; g < layout.groups; ++g) {
    append_mixture(terms, block, layout, layout.ab(g));
  }
  if (!layout.has_second_order) {
    return;
  }
  for (std::size_t g = 0; g < layout.groups; ++g) {
    append_mixture(terms, block, layout, layout.ba(g));
  }
  for (std::size_t g = 0; g < layout.groups; ++g) {
    for (std::size_t h = 0; h < layout.groups; ++h) {
      terms.push_back(block.value(layout.ba(g)) * block.value(layout.ab(h)));
    }
  }
}

/// Means of two outputs that share some factors: of each, of their squares, of their product.
struct Shared {
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  /// Covariance by variance, the mean and the variance taken from both (Janon et al. 2014, T_N).
  [[nodiscard]] double correlation() const {
    const double mean = (x + y) / 2;
    return (xy - mean * mean) / ((xx + yy) / 2 - mean * mean);
  }
  /// Mean square of the difference.
  [[nodiscard]] double distance() const { return xx + yy - 2 * xy; }
};

Shared average(const Shared& p, const Shared& q) {
  return {(p.x + q.x) / 2, (p.y + q.y) / 2, (p.xx + q.xx) / 2, (p.yy + q.yy) / 2,
          (p.xy + q.xy) / 2};
}

using T = SaltelliTerms;

/// Means read by name.
class Means {
 public:
  Means(const SaltelliTerms& terms, std::span<const double> means) : t_(terms), m_(means) {}

  [[nodiscard]] bool has_ba() const { return t_.layout.has_second_order; }
  [[nodiscard]] double variance() const { return variance_from(m_); }

  /// Outputs that share the group alone: B and AB, A and BA.
  [[nodiscard]] Shared sharing(std::size_t g) const {
    const Shared one = {m_[T::b], ab(g, T::m), m_[T::bb], ab(g, T::mm), ab(g, T::bm)};
    return has_ba() ? average(one, {m_[T::a], ba(g, T::m), m_[T::aa], ba(g, T::mm), ba(g, T::am)})
                    : one;
  }
  /// Outputs that share all but the group: A and AB, B and BA.
  [[nodiscard]] Shared differing(std::size_t g) const {
    const Shared one = {m_[T::a], ab(g, T::m), m_[T::aa], ab(g, T::mm), ab(g, T::am)};
    return has_ba() ? average(one, {m_[T::b], ba(g, T::m), m_[T::bb], ba(g, T::mm), ba(g, T::bm)})
                    : one;
  }
  /// Outputs that share nothing: A and B, AB and BA. Their correlation is 0 but for chance.
  [[nodiscard]] Shared sharing_nothing(std::size_t g) const {
    const Shared one = {m_[T::a], m_[T::b], m_[T::aa], m_[T::bb], m_[T::ab]};
    return has_ba() ? average(one, {ab(g, T::m), ba(g, T::m), ab(g, T::mm), ba(g, T::mm),
                                    m_[t_.crossed(g, g)]})
                    : one;
  }
  /// Outputs that share two groups alone.
  [[nodiscard]] Shared sharing(std::size_t g, std::size_t h) const {
    const auto one = [this](std::size_t p, std::size_t q) {
      return Shared{ba(p, T::m), ab(q, T::m), ba(p, T::mm), ab(q, T::mm), m_[t_.crossed(p, q)]};
    };
    return average(one(g, h), one(h, g));
  }
  [[nodiscard]] double product_of_samples() const { return m_[T::ab]; }

 private:
  [[nodiscard]] double ab(std::size_t g, T::OfMixture term) const { return m_[t_.of_ab(g, term)]; }
  [[nodiscard]] double ba(std::size_t g, T::OfMixture term) const { return m_[t_.of_ba(g, term)]; }

  const SaltelliTerms& t_;
  std::span<const double> m_;
};

}  // namespace

TermTable saltelli_terms(const SaltelliRuns& runs, double centre) {
  const SaltelliTerms terms{runs.layout};
  const std::size_t points = runs.values.size() / runs.layout.size();
  const std::size_t part = points / runs.scrambles;
  TermTable table{terms.width(), {}, {}};
  table.terms.reserve(points * table.width);
  std::uint32_t group = 0;
  std::size_t last_part = 0;
  for (std::size_t k = 0; k < points; ++k) {
    const Block block(runs, k, centre);
    if (block.is_complete()) {
      group += !table.group.empty() && k / part != last_part ? 1 : 0;
      last_part = k / part;
      table.group.push_back(group);
      append_block(table.terms, block, runs.layout);
    }
  }
  return table;
}

double variance_from(std::span<const double> means) {
  const double mean = (means[T::a] + means[T::b]) / 2;
  return (means[T::aa] + means[T::bb]) / 2 - mean * mean;
}

std::vector<double> indices_from(const SaltelliTerms& terms, std::span<const double> means) {
  const Means m(terms, means);
  const double variance = m.variance();
  std::vector<double> indices;
  for (std::size_t g = 0; g < terms.layout.groups; ++g) {
    const Shared alone = m.sharing(g);
    const Shared rest = m.differing(g);
    // A control variate: for a small index AB is near A, and B with AB errs as B with A does. Where
    // AB is A the index is 0 exactly, where it is B it is 1.
    const double nearness = alone.distance() / (alone.distance() + rest.distance());
    indices.push_back(alone.correlation() - nearness * m.sharing_nothing(g).correlation());
    indices.push_back((alone.xy - m.product_of_samples()) / variance);
    indices.push_back(rest.distance() / 2 / variance);
    indices.push_back(1 - rest.correlation());
  }
  if (!terms.layout.has_second_order) {
    return indices;
  }
  for (std::size_t g = 0; g < terms.layout.groups; ++g) {
    for (std::size_t h = g + 1; h < terms.layout.groups; ++h) {
      const Shared both = m.sharing(g, h);
      const double closed = (both.xy - m.product_of_samples()) / variance;
      const std::size_t of_g = g * indices_a_group;
      const std::size_t of_h = h * indices_a_group;
      indices.push_back(both.correlation() - indices[of_g] - indices[of_h]);
      indices.push_back(closed - indices[of_g + 1] - indices[of_h + 1]);
    }
  }
  return indices;
}

}  // namespace tumen
