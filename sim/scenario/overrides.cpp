#include "sim/scenario/overrides.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/override.hpp"
#include "sim/document/scalar.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tumen {
namespace {

bool is_template(const std::vector<std::string>& segments) {
  return segments.front() == "instruments" || (segments.size() > 2 && segments[1] == "default");
}

// Clauses and doctrines are maps by name here and lists in the files: a position among them becomes
// the name that stands there.
std::vector<std::string> name_position(const Node& root, std::vector<std::string> segments) {
  const bool has_list =
      segments.size() > 3 && (segments[2] == "clauses" || segments[2] == "doctrines");
  if (!has_list) {
    return segments;
  }
  const Node* const map = find_path(root, {segments[0], segments[1], segments[2]});
  const std::optional<std::int64_t> index = parse_integer(segments[3]);
  if (map == nullptr || !map->is_map() || !index || *index < 0) {
    return segments;
  }
  const auto i = static_cast<std::size_t>(*index);
  if (map->find(segments[3]) == nullptr && i < map->entries().size()) {
    segments[3] = map->entries()[i].key;
  }
  return segments;
}

std::string join(const std::vector<std::string>& segments) {
  std::string out;
  for (const std::string& segment : segments) {
    out += (out.empty() ? "" : ".") + segment;
  }
  return out;
}

// The root with an empty entry where the path's last key is missing from an existing map.
Node make_room(const Node& root, const std::vector<std::string>& segments, const Place& place,
               std::size_t depth = 0) {
  const std::string& segment = segments[depth];
  const Node* const next = find_path(root, {segment});
  if (depth + 1 == segments.size()) {
    const bool has_room = next == nullptr && root.is_map() && !is_number_form(root);
    return has_room ? with_key(root, segment, Node::make_null(place)) : root;
  }
  if (next == nullptr || !root.is_map()) {
    return root;
  }
  return with_key(root, segment, make_room(*next, segments, place, depth + 1));
}

// Plain numbers that a document may leave out; any other number set where nothing stands can only
// mean a number that is bound without being written.
constexpr std::array plain_keys = {"spare_packages", "history_until", "known_until"};

bool could_exist(const Node& root, std::vector<std::string> segments, const std::string& value) {
  if (find_path(root, segments) != nullptr) {
    return true;
  }
  const bool is_plain_key =
      std::find(plain_keys.begin(), plain_keys.end(), segments.back()) != plain_keys.end();
  if (parse_real(value) && !is_plain_key) {
    return false;
  }
  segments.pop_back();
  const Node* const parent = find_path(root, segments);
  return parent != nullptr && parent->is_map() && !is_number_form(*parent);
}

// Whoever sets a number on purpose may leave the range its author would accept, not the bounds of
// its meaning: the range is widened to hold the value.
Node widen_range(const Node& number) {
  const Node* const value = child(number, "value");
  const Node* const range = child(number, "range");
  if (value == nullptr || range == nullptr || range->items().size() != 2) {
    return number;
  }
  const std::optional<double> wanted = parse_real(value->text());
  const std::optional<double> low = parse_real(range->items()[0].text());
  const std::optional<double> high = parse_real(range->items()[1].text());
  if (!wanted || !low || !high) {
    return number;
  }
  std::vector<Node> ends = range->items();
  const Place& place = value->place();  // one column on: what is wrong is told of the value first
  const Node end = Node::make_scalar(value->text(), false, {place.file, place.line, 2});
  if (*wanted < *low) {
    ends[0] = end;
  }
  if (*wanted > *high) {
    ends[1] = end;
  }
  return with_key(number, "range", Node::make_list(std::move(ends), range->place()));
}

// The root with `change` applied to the node at a path of map keys.
Node change_at(const Node& root, const std::vector<std::string>& segments, std::size_t depth) {
  if (depth == segments.size()) {
    return widen_range(root);
  }
  const Node* const next = child(root, segments[depth]);
  return next == nullptr ? root
                         : with_key(root, segments[depth], change_at(*next, segments, depth + 1));
}

// The path with its first unknown key replaced by the nearest one that exists; empty if none is
// near.
std::string nearest_path(const Node& root, std::vector<std::string> segments) {
  const Node* node = &root;
  for (std::string& segment : segments) {
    const Node* const next = find_path(*node, {segment});
    if (next != nullptr) {
      node = next;
      continue;
    }
    segment = nearest_name(segment, node->keys());
    return segment.empty() ? "" : join(segments);
  }
  return "";
}

// The number of the same entity whose path is nearest.
std::string nearest_number(const Scenario& scenario, const std::string& path) {
  const std::vector<std::string> segments = split_path(path);
  const std::string entity = segments[0] + "." + (segments.size() > 1 ? segments[1] + "." : "");
  std::vector<std::string> paths;
  for (const NumberInfo& info : scenario.numbers) {
    if (info.path.starts_with(entity)) {
      paths.push_back(info.path);
    }
  }
  return nearest_name(path, paths);
}

}  // namespace

Overrides::Overrides(const std::vector<std::string>& assignments, Problems& problems)
    : problems_(problems) {
  for (const std::string& text : assignments) {
    const std::size_t equals = text.find('=');
    Assignment assignment{text.substr(0, equals), "", "", false};
    const bool has_value = equals != std::string::npos && equals + 1 < text.size();
    if (!has_value || assignment.path.empty()) {
      refuse(assignment, "found " + in_quotes(text), "PATH=VALUE", "");
      continue;
    }
    assignment.value = text.substr(equals + 1);
    assignments_.push_back(std::move(assignment));
  }
}

void Overrides::refuse(const Assignment& assignment, std::string found, std::string allowed,
                       std::string nearest) {
  problems_.add({{"--set " + printable(assignment.path), 0, 0},
                 printable(assignment.path),
                 std::move(found),
                 std::move(allowed),
                 std::move(nearest)});
}

void Overrides::apply(Assignment& assignment, Node& root) {
  assignment.is_done = true;
  const std::vector<std::string> segments = split_path(assignment.path);
  Node changed = make_room(root, segments, {"--set " + printable(assignment.path), 0, 0});
  if (!apply_override(changed, assignment.path, assignment.value, problems_)) {
    return;
  }
  root = change_at(changed, segments, 0);
}

void Overrides::apply_to_templates(Node& root) {
  for (Assignment& assignment : assignments_) {
    if (is_template(split_path(assignment.path))) {
      apply(assignment, root);
    }
  }
}

void Overrides::apply_to_entities(Node& root) {
  for (Assignment& assignment : assignments_) {
    if (assignment.is_done) {
      continue;
    }
    const std::vector<std::string> segments = name_position(root, split_path(assignment.path));
    assignment.path = join(segments);
    if (could_exist(root, segments, assignment.value)) {
      apply(assignment, root);
    } else {
      assignment.nearest = nearest_path(root, segments);
    }
  }
}

void Overrides::set_number(Assignment& assignment, Scenario& scenario) {
  const std::optional<Number> number = find_number(scenario, assignment.path);
  if (!number) {
    refuse(assignment, "no such number or key",
           "a path of the scenario, or where nothing is configured yet the whole number: "
           "{value: NUMBER, unit: UNIT, assumption: \"why\", range: [LOW, HIGH]}",
           assignment.nearest.empty() ? nearest_number(scenario, assignment.path)
                                      : assignment.nearest);
    return;
  }
  const auto i = static_cast<std::size_t>(number->index);
  const NumberInfo& info = scenario.numbers[i];
  const Bounds range = info.has_range ? Bounds::between(info.low, info.high) : Bounds::any();
  const std::optional<double> value = parse_real(assignment.value);
  if (!value || !range.contains(*value)) {
    refuse(assignment, "found " + in_quotes(assignment.value), range.text() + " " + info.unit, "");
    return;
  }
  scenario.values[i] = *value;
  scenario.config_text += "set " + info.path + ": " + format_real(*value) + "\n";
}

void Overrides::apply_to_numbers(Scenario& scenario) {
  for (Assignment& assignment : assignments_) {
    if (!assignment.is_done) {
      set_number(assignment, scenario);
    }
    assignment.is_done = true;
  }
}

}  // namespace tumen
