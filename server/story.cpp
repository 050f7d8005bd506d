#include "server/story.hpp"

#include "sim/chronicle.hpp"
#include "sim/json_writer.hpp"
#include "sim/picture_map.hpp"
#include "sim/run.hpp"

namespace tumen::server {
namespace {

Json name_or_null(const std::vector<std::string>& names, Id id) {
  return id == no_id ? Json(nullptr) : Json(at(names, id));
}

/// What sanctions hold up: a deal that names the corridor is ratified and vetoed.
bool is_blocked(const Scenario& s, const World<double>& world, Id corridor) {
  for (std::size_t k = 0; k < s.model.packages.size(); ++k) {
    const auto stage = static_cast<PackageStage>(static_cast<int>(world.packages[k].stage));
    for (const Id named : s.model.packages[k].corridors) {
      if (named == corridor && stage == PackageStage::blocked) {
        return true;
      }
    }
  }
  return false;
}

/// The words of the page's legend.
std::string_view standing_text(const Scenario& s, const World<double>& world, Id corridor) {
  using picture::Standing;
  const Standing standing = picture::standing_of(s, world, corridor);
  if (standing == Standing::agreed && is_blocked(s, world, corridor)) {
    return "blocked";
  }
  switch (standing) {
    case Standing::memorandum:
    case Standing::talks:
      return "talks";
    case Standing::agreed:
    case Standing::building:
      return "building";
    case Standing::operating:
      return "operating";
    case Standing::suspended:
    case Standing::abandoned:
      return "halted";
    case Standing::untouched:
      break;
  }
  return "none";
}

/// [[tick, standing], ..]: where it changes, the first at tick 0.
JsonArray changes_json(const Scenario& s, const Trace& trace, Id corridor) {
  JsonArray changes;
  std::string_view before;
  for (Id tick = 0; tick < static_cast<Id>(trace.after.size()); ++tick) {
    const std::string_view now = standing_text(s, at(trace.after, tick), corridor);
    if (now != before) {
      changes.push_back(JsonArray{tick, now});
      before = now;
    }
  }
  return changes;
}

JsonObject corridors_json(const Scenario& s, const Trace& trace) {
  JsonObject corridors;
  for (Id k = 0; k < static_cast<Id>(s.names.corridors.size()); ++k) {
    if (at(s.corridor_nodes, k).size() > 1) {
      corridors[at(s.names.corridors, k)] = changes_json(s, trace, k);
    }
  }
  return corridors;
}

JsonArray events_json(const Scenario& s, const Trace& trace) {
  JsonArray events;
  for (const TraceEvent& event : trace.events) {
    events.push_back({{"tick", event.tick},
                      {"kind", trace_event_name(event.kind)},
                      {"package", name_or_null(s.names.packages, event.package)},
                      {"corridor", name_or_null(s.names.corridors, event.corridor)},
                      {"who", name_or_null(s.names.countries, event.who)},
                      {"text", tell(s, trace, event).text}});
  }
  return events;
}

}  // namespace

std::string story_message(const Scenario& s, const WhatIfRequest& request) {
  RunSettings settings;
  settings.seed = request.seed;
  settings.run = request.run;
  const Trace trace = run(s, settings);
  JsonArray lines;
  for (const ChronicleLine& line : headline(s, trace)) {
    lines.emplace_back(line.text);
  }
  return json_line(JsonObject{{"type", "story"},
                              {"id", request.id},
                              {"slot", request.slot},
                              {"run", request.run},
                              {"headline", std::move(lines)},
                              {"corridors", corridors_json(s, trace)},
                              {"events", events_json(s, trace)}});
}

}  // namespace tumen::server
