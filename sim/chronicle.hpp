#pragma once
// The chronicle: a run told in prose, a paragraph a year, and the sentences of its single events.
#include "sim/run_summary.hpp"

#include <string>
#include <vector>

namespace tumen {

/// How a sentence weighs with the reader; command line and report colour by it.
enum class Tone : std::uint8_t { plain, deal, works, setback, shock };

struct ChronicleLine {
  Id tick = 0;
  Tone tone = Tone::plain;
  std::string text;  ///< of one event: without date and full stop
};

/// The sentence of one event: who, what, on which terms, why. Stands in events.csv.
[[nodiscard]] ChronicleLine tell(const Scenario& scenario, const Trace& trace,
                                 const TraceEvent& event);

/// One year, or several quiet ones: full sentences, each read off the trace.
struct YearStory {
  int from_year = 0, to_year = 0;        ///< both included
  std::vector<ChronicleLine> sentences;  ///< with full stop; never empty
};

/// The run by years. A year without tests, sanctions, signatures, break-offs, works, settlements or
/// proposals is quiet and told together with its quiet neighbours.
[[nodiscard]] std::vector<YearStory> chronicle(const Scenario& scenario, const Trace& trace);

/// What came of the run in a few sentences: what was agreed, blocked, built, broken, forgiven.
[[nodiscard]] std::vector<ChronicleLine> headline(const Scenario& scenario, const Trace& trace);

/// "fee 120 M USD/y (Russia to the DPRK), haircut 90 %".
[[nodiscard]] std::string tell_terms(const Scenario& scenario, const std::vector<TermValue>& terms);

/// "the multilateral sanctions on the DPRK", "the sanctions of Japan on the DPRK", "the threat of
/// the United States to partners of the DPRK" for a regime that closes no channel itself.
[[nodiscard]] std::string regime_name(const Scenario& scenario, Id regime);

/// "China cut the DPRK off": what an act did, without date and full stop.
[[nodiscard]] std::string act_sentence(const Scenario& scenario, const Act& act);

/// "multilateral", "Japan", "United States, threat to partners": a regime beside others on one
/// target.
[[nodiscard]] std::string regime_label(const Scenario& scenario, Id regime);

/// Name of a doctrine of a country as words: "turn east" for `turn_east`.
[[nodiscard]] std::string doctrine_name(const Scenario& scenario, Id country, double doctrine);

}  // namespace tumen
