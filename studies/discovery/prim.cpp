#include "studies/discovery/prim.hpp"

#include "sim/parallel.hpp"
#include "studies/discovery/prim_steps.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

using prim::Field;

std::size_t most_balanced(const std::vector<PrimStep>& steps) {
  std::size_t best = 0;
  for (std::size_t k = 1; k < steps.size(); ++k) {
    if (steps[k].measures.balance() >= steps[best].measures.balance()) {
      best = k;
    }
  }
  return best;
}

/// Both halves of every dimension that has an order.
std::vector<PrimStart> all_halves(const CaseTable& table) {
  std::vector<PrimStart> starts;
  for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
    if (table.dimensions[d].kind != DimensionKind::category) {
      starts.push_back({d, true});
      starts.push_back({d, false});
    }
  }
  return starts;
}

/// The boxes peeled from the whole, or from the half that does much better.
PrimBox best_way(const Field& field, const PrimSettings& settings) {
  const std::vector<PrimStart> starts =
      settings.starts ? *settings.starts : all_halves(field.table);
  std::vector<PrimBox> ways(starts.size() + 1);
  parallel_for(ways.size(), settings.threads, [&](std::size_t k) {
    if (k > 0) {
      ways[k].start = starts[k - 1];
    }
    ways[k].steps = prim::peeled(field, settings, ways[k].start);
  });
  const auto balance = [](const PrimBox& way) {
    return way.steps[most_balanced(way.steps)].measures.balance();
  };
  constexpr double much = 1.1;
  double to_beat = much * balance(ways[0]);
  std::size_t best = 0;
  for (std::size_t k = 1; k < ways.size(); ++k) {
    if (balance(ways[k]) > to_beat) {
      to_beat = balance(ways[k]);
      best = k;
    }
  }
  return std::move(ways[best]);
}

void append(std::vector<PrimStep>& steps, std::vector<PrimStep> more) {
  steps.insert(steps.end(), more.begin(), more.end());
}

/// Goes on from the peeled box `from` with the moves of the default choice.
void finish(PrimBox& found, const Field& field, const PrimSettings& settings, std::size_t from) {
  std::vector<PrimStep> more = prim::pasted(field, found.steps[from], settings.paste_alpha);
  const PrimStep pasted = more.empty() ? found.steps[from] : more.back();
  append(more, prim::dropped(field, pasted, settings.max_p));
  found.chosen = more.empty() ? from : found.steps.size() + more.size() - 1;
  append(found.steps, std::move(more));
}

/// Takes the step asked for in place of the default.
void choose(PrimBox& found, const PrimSettings& settings, std::size_t box) {
  if (box >= settings.choices.size()) {
    return;
  }
  const std::size_t choice = settings.choices[box];
  if (choice >= found.steps.size()) {
    refuse_line(fmt::format("box {}", box + 1), 0, fmt::format("step {}", choice),
                fmt::format("a step from 0 to {}", found.steps.size() - 1));
  }
  found.chosen = choice;
}

PrimBox next_box(const Field& field, const PrimSettings& settings, std::size_t box) {
  PrimBox found = best_way(field, settings);
  finish(found, field, settings, most_balanced(found.steps));
  choose(found, settings, box);
  found.restrictions = prim::restrictions_of(field, found.choice());
  return found;
}

/// Takes the points of a box out of the game; returns the number of cases left.
std::size_t remove(Field& field, const Box& box) {
  std::size_t cases = 0;
  for (std::size_t point = 0; point < field.active.size(); ++point) {
    if (field.active[point] != 0 && holds(box, field.table, point)) {
      field.active[point] = 0;
    }
    cases += field.active[point] != 0 ? field.table.is_case[point] : 0;
  }
  return cases;
}

}  // namespace

const char* action_name(PrimAction action) {
  switch (action) {
    case PrimAction::start:
      return "start";
    case PrimAction::halve:
      return "halve";
    case PrimAction::peel:
      return "peel";
    case PrimAction::paste:
      return "paste";
    case PrimAction::drop:
      return "drop";
  }
  return "";
}

std::vector<PrimBox> find_boxes(const CaseTable& table, const PrimSettings& settings) {
  Field field{table, std::vector<std::uint8_t>(table.points(), 1)};
  std::vector<PrimBox> boxes;
  for (std::size_t k = 0; k < settings.boxes; ++k) {
    PrimBox found = next_box(field, settings, k);
    if (k > 0 && found.choice().measures.restricted == 0) {
      break;
    }
    boxes.push_back(std::move(found));
    if (remove(field, boxes.back().choice().box) == 0) {
      break;
    }
  }
  return boxes;
}

PrimBox find_box_of_coverage(const CaseTable& table, const PrimSettings& settings,
                             double coverage) {
  const Field field{table, std::vector<std::uint8_t>(table.points(), 1)};
  PrimBox found = best_way(field, settings);
  const auto distance = [&](const PrimStep& s) { return std::abs(s.measures.coverage - coverage); };
  for (std::size_t k = 1; k < found.steps.size(); ++k) {
    if (distance(found.steps[k]) <= distance(found.steps[found.chosen])) {
      found.chosen = k;
    }
  }
  const std::vector<PrimStep> more = prim::dropped(field, found.choice(), settings.max_p);
  found.chosen = more.empty() ? found.chosen : found.steps.size() + more.size() - 1;
  append(found.steps, more);
  found.restrictions = prim::restrictions_of(field, found.choice());
  return found;
}

}  // namespace tumen
