#include "sim/document/parse.hpp"
#include "sim/scenario/bind.hpp"
#include "sim/scenario/expand.hpp"
#include "world/clauses/clauses.hpp"

#include <fmt/format.h>

namespace tumen {
namespace {

// One of everything: maps that are read key by key, each entity named ANY. What is missing in it is
// complained of, and the complaints are thrown away.
constexpr const char* one_of_everything = R"(
schema: 1
market: {history_until: 2000}
rules: {}
countries:
  ANY:
    programme: {}
    harvest: {}
    fuel: {gas: {}, oil: {}, power: {}, goods: {}}
    attention: {firm: {}, ministry: {}, summit: {}}
    weights: {}
    tilt: {}
    preferences: {}
    strategy: {}
    doctrines: [{name: ANY, stance: {OTHER: {}}}]
    governments: {known_until: 2000}
  OTHER: {}
pairs: {ANY-OTHER: {}}
fields: {ANY: {}}
corridors:
  ANY: {fuel: gas, firms: {ANY: {}}}
  OTHER: {fuel: oil}
  ONE: {fuel: power}
  MORE: {fuel: goods}
debts: {ANY: {}}
regimes: {ANY: {intensity: {}}}
instruments:
  ANY: {is_staged: true, roles: {ANY: meaning}, things: {ANY: corridors}, terms: {ANY: {}}, clauses: [ALL]}
packages:
  ANY: {instrument: ANY, roles: {}, things: {ANY: ANY}, preconditions: [{corridor: ANY, from: 2000}]}
acts: {ANY: {kind: test}, OTHER: {kind: suspend}, ONE: {kind: press}, MORE: {kind: list}}
events:
  - {kind: corridor_stage}
  - {kind: provocation}
  - {kind: affinity}
  - {kind: alliance}
  - {kind: precedent}
)";

std::string skeleton() {
  std::string clauses;
  for (const ClauseInfo& info : clause_catalog) {
    clauses += fmt::format("{}{{clause: {}}}", clauses.empty() ? "" : ", ", info.name);
  }
  std::string text = one_of_everything;
  text.replace(text.find("ALL"), 3, clauses);
  return text;
}

}  // namespace

std::vector<KeyRecord> record_keys() {
  Problems complaints;
  const Node document = expand(parse_document(skeleton(), "skeleton", complaints), complaints);
  Scenario scratch;
  const Provenance provenance;
  KeyRecorder recorder;
  Binder binder(document, scratch, complaints, provenance);
  binder.recorder = &recorder;
  bind_scenario(binder);
  return recorder.records;
}

}  // namespace tumen
