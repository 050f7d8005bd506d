#pragma once
// The trace of one run: a copy of the world after every tick and what happened in it. Chronicle,
// tables, pictures and explanations are made from it. Kept in double whatever the run's number
// type: every float is a double.
#include "sim/scenario/scenario.hpp"
#include "world/record.hpp"

#include <string>
#include <vector>

namespace tumen {

/// One thing that happened. `who` is a country where one is meant.
struct TraceEvent {
  enum class Kind : std::uint8_t {
    opened,  ///< talks opened; who = proposer
    memorandum,
    lapsed,  ///< a memorandum came to nothing
    agreed,  ///< terms agreed in the talks
    signed_,
    conflict,     ///< agreed, but a rival deal was better
    vote_failed,  ///< who = the country whose parliament said no
    blocked,      ///< ratified but vetoed; who = the country that vetoed
    in_force,
    broke_off,  ///< talks ended without a deal; why = hindrance
    breached,   ///< who = the country that broke it
    ended,
    built,  ///< corridor
    act,
    government,  ///< who = country
    test,        ///< who = country (declared or acted)
    resumed,     ///< a suspended corridor runs again
  };
  Id tick = 0;
  Kind kind = Kind::opened;
  Id package = no_id, corridor = no_id, act = no_id;
  Id who = no_id;
  Hindrance why = Hindrance::none;
};
[[nodiscard]] std::string_view trace_event_name(TraceEvent::Kind kind);

/// One transfer that was not zero.
struct TraceFlow {
  Id tick = 0;
  Flow<double> flow;
};

struct Trace {
  std::uint64_t seed = 0;
  std::uint32_t run = 0;
  World<double> start;                 ///< before tick 0
  std::vector<World<double>> after;    ///< [tick]
  std::vector<Record<double>> record;  ///< [tick]
  std::vector<TraceEvent> events;      ///< in order of tick, then package
  std::vector<TraceFlow> flows;
  bool interrupted = false;
};

}  // namespace tumen
