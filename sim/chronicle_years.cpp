// The chronicle by years: which ticks are told together, and in which order things are told.
#include "sim/chronicle_parts.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace story {

std::vector<const TraceEvent*> Span::events(const std::vector<TraceEvent::Kind>& kinds) const {
  std::vector<const TraceEvent*> found;
  for (const TraceEvent& e : trace.events) {
    if (e.tick >= first && e.tick < end &&
        std::find(kinds.begin(), kinds.end(), e.kind) != kinds.end()) {
      found.push_back(&e);
    }
  }
  return found;
}

int year_of(const Model& model, Id tick) {
  return static_cast<int>(std::floor(model.year(tick) + 1e-6));
}

std::string Span::when(Id tick) const {
  constexpr std::array<std::string_view, 4> quarters = {"first", "second", "third", "fourth"};
  constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const int year = year_of(s.model, tick);
  const double rest = s.model.year(tick) + 1e-6 - year;
  if (year_of(s.model, first) != year_of(s.model, end - 1)) {
    return fmt::format("in {}", year);
  }
  if (std::abs(s.model.dt - 0.25) < 1e-9) {
    return fmt::format("in the {} quarter", quarters[static_cast<std::size_t>(rest * 4)]);
  }
  if (std::abs(s.model.dt * 12 - 1) < 1e-6) {
    return fmt::format("in {}", months[static_cast<std::size_t>(rest * 12)]);
  }
  return "that year";
}

void Span::add(Sentences& out, Id tick, Tone tone, std::string text) const {
  out.push_back({tick, tone, capitalised(std::move(text)) + "."});
}

const TraceEvent* last_before(const Trace& trace, Id package, TraceEvent::Kind kind, Id tick) {
  const TraceEvent* found = nullptr;
  for (const TraceEvent& e : trace.events) {
    if (e.tick < tick && e.package == package && e.kind == kind) {
      found = &e;
    }
  }
  return found;
}

namespace {

/// What alone makes no year worth a paragraph of its own.
void tell_background(const Span& span, Sentences& out) {
  tell_governments(span, out);
  tell_prices(span, out);
}

void tell_what_matters(const Span& span, Sentences& out) {
  tell_tests(span, out);
  tell_acts(span, out);
  tell_deals(span, out);
  tell_debts(span, out);
  tell_sanctions(span, out);
  tell_works(span, out);
  tell_proposals(span, out);
}

Sentences tell_span(const Span& span) {
  Sentences sentences;
  tell_background(span, sentences);
  tell_what_matters(span, sentences);
  tell_memoranda(span, sentences);
  if (sentences.empty()) {
    span.add(sentences, span.first, Tone::plain,
             "nothing was proposed, signed, built, stopped or broken");
  }
  return sentences;
}

bool is_quiet(const Span& span) {
  Sentences sentences;
  tell_what_matters(span, sentences);
  return sentences.empty();
}

}  // namespace
}  // namespace story

std::vector<YearStory> chronicle(const Scenario& s, const Trace& trace) {
  std::vector<story::Span> spans;
  bool was_quiet = false;
  const auto ticks = static_cast<Id>(trace.after.size());
  for (Id first = 0, end = 0; first < ticks; first = end) {
    while (end < ticks && story::year_of(s.model, end) == story::year_of(s.model, first)) {
      ++end;
    }
    const story::Span year{s, trace, first, end};
    const bool quiet = story::is_quiet(year);
    if (quiet && was_quiet) {
      spans.pop_back();
      spans.push_back({s, trace, spans.empty() ? 0 : spans.back().end, end});
    } else {
      spans.push_back(year);
    }
    was_quiet = quiet;
  }
  std::vector<YearStory> years;
  for (const story::Span& span : spans) {
    years.push_back({story::year_of(s.model, span.first), story::year_of(s.model, span.end - 1),
                     story::tell_span(span)});
  }
  return years;
}

}  // namespace tumen
