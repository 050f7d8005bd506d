#pragma once
// The parts of a year's paragraph. Each adds what it finds in a span of ticks as full sentences.
#include "sim/teller.hpp"

#include <string_view>
#include <vector>

namespace tumen::story {

using Sentences = std::vector<ChronicleLine>;

/// Ticks [first, end) of a trace that are told together.
struct Span {
  const Scenario& s;
  const Trace& trace;
  Id first = 0, end = 0;

  [[nodiscard]] const World<double>& before() const {
    return first > 0 ? at(trace.after, first - 1) : trace.start;
  }
  [[nodiscard]] const World<double>& last() const { return at(trace.after, end - 1); }
  [[nodiscard]] const World<double>& before(Id tick) const {
    return tick > 0 ? at(trace.after, tick - 1) : trace.start;
  }
  /// Events of these kinds in the span, in order.
  [[nodiscard]] std::vector<const TraceEvent*> events(
      const std::vector<TraceEvent::Kind>& kinds) const;
  /// "in the second quarter", "in July"; with the year where the span is longer than one.
  [[nodiscard]] std::string when(Id tick) const;
  void add(Sentences& out, Id tick, Tone tone, std::string text) const;
};

/// Year in which a tick begins.
[[nodiscard]] int year_of(const Model& model, Id tick);

/// True if a package had an event of this kind before `tick`; else the tick is its first.
[[nodiscard]] const TraceEvent* last_before(const Trace& trace, Id package, TraceEvent::Kind kind,
                                            Id tick);

/// "haircut 90 %, fee 120 M USD/y, Russia to the DPRK": the terms for use inside brackets.
[[nodiscard]] std::string terms_in_brackets(const Teller& teller);

void tell_prices(const Span& span, Sentences& out);
void tell_governments(const Span& span, Sentences& out);
void tell_tests(const Span& span, Sentences& out);
void tell_sanctions(const Span& span, Sentences& out);
void tell_acts(const Span& span, Sentences& out);
void tell_deals(const Span& span, Sentences& out);
void tell_debts(const Span& span, Sentences& out);
void tell_works(const Span& span, Sentences& out);
void tell_proposals(const Span& span, Sentences& out);
void tell_memoranda(const Span& span, Sentences& out);

}  // namespace tumen::story
