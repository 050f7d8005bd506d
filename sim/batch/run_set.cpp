#include "sim/batch/run_set.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {

void RunSet::add(RunSpan span) {
  if (span.first >= span.last) {
    return;
  }
  // All spans that the new one meets or touches become one with it.
  const auto begin = std::lower_bound(spans_.begin(), spans_.end(), span.first,
                                      [](const RunSpan& s, std::uint32_t k) { return s.last < k; });
  auto end = begin;
  for (; end != spans_.end() && end->first <= span.last; ++end) {
    span.first = std::min(span.first, end->first);
    span.last = std::max(span.last, end->last);
  }
  spans_.insert(spans_.erase(begin, end), span);
}

void RunSet::add(const RunSet& other) {
  for (const RunSpan& span : other.spans_) {
    add(span);
  }
}

std::uint64_t RunSet::size() const {
  std::uint64_t size = 0;
  for (const RunSpan& span : spans_) {
    size += span.size();
  }
  return size;
}

RunSet RunSet::missing_from(RunSpan whole) const {
  RunSet missing;
  std::uint32_t next = whole.first;
  for (const RunSpan& span : spans_) {
    missing.add({next, std::min(span.first, whole.last)});
    next = std::max(next, span.last);
  }
  missing.add({next, whole.last});
  return missing;
}

RunSet RunSet::shared_with(const RunSet& other) const {
  RunSet shared;
  auto a = spans_.begin();
  auto b = other.spans_.begin();
  while (a != spans_.end() && b != other.spans_.end()) {
    shared.add({std::max(a->first, b->first), std::min(a->last, b->last)});
    a->last < b->last ? ++a : ++b;
  }
  return shared;
}

std::string RunSet::text() const {
  constexpr std::size_t most = 8;
  std::string out;
  for (std::size_t k = 0; k < std::min(spans_.size(), most); ++k) {
    const RunSpan& span = spans_[k];
    out += k == 0 ? "" : ", ";
    out += span.size() == 1 ? fmt::format("{}", span.first)
                            : fmt::format("{}-{}", span.first, span.last - 1);
  }
  if (spans_.size() > most) {
    out += fmt::format(" and {} more", spans_.size() - most);
  }
  return out.empty() ? "none" : out;
}

void RunSet::write(ByteWriter& out) const {
  out.count(spans_.size());
  std::uint32_t last = 0;
  for (const RunSpan& span : spans_) {
    out.count(span.first - last);
    out.count(span.size());
    last = span.last;
  }
}

RunSet RunSet::read(ByteReader& in) {
  RunSet set;
  std::uint64_t last = 0;
  for (std::size_t n = in.length(); n > 0; --n) {
    const std::uint64_t first = last + in.count();
    last = first + in.count();
    if (last > UINT32_MAX || last <= first) {
      throw BytesError("a span of runs is too large or empty");
    }
    set.add({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
  }
  return set;
}

}  // namespace tumen
