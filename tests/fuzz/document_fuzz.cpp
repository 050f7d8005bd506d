// Feeds bytes to the document layer and to every reader on top of it. Nothing may crash, leak or
// escape as an exception; refusals must name something; a tree must keep its own invariants.
// The first line of the input, up to 64 bytes, also serves as the path of an override.

#include "sim/document/document.hpp"
#include "sim/document/merge.hpp"
#include "sim/document/scalar.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

namespace {

void require(bool is_true) {
  if (!is_true) {
    std::abort();
  }
}

const tumen::Provenance& provenance() {
  static const tumen::Provenance known = [] {
    tumen::Provenance made;
    made.add("A3", {});
    made.add("B12", {});
    return made;
  }();
  return known;
}

void check_tree(const tumen::Node& node) {
  std::set<std::string> keys;
  for (const tumen::MapEntry& entry : node.entries()) {
    require(keys.insert(entry.key).second && !entry.key.empty() && entry.key_place.line > 0);
    check_tree(entry.value);
  }
  for (const tumen::Node& item : node.items()) {
    require(item.place().line > 0 && item.place().column > 0);
    check_tree(item);
  }
}

void read_everything(const tumen::Node& node, tumen::Problems& problems) {
  const tumen::Expected money{"debt", "usd_bn", tumen::Bounds::between(-5.0, 100.0)};
  const tumen::Quantity quantity = tumen::read_quantity(node, money, problems, provenance());
  require(money.bounds.contains(quantity.value));
  const tumen::TimeSeries series = tumen::read_series(node, money, problems, provenance());
  require(series.dates.size() == series.values.size());
  require(money.bounds.contains(series.at(2000.1)) || series.values.empty());
  tumen::check_unique_ids(node, "id", problems);
  tumen::MapReader reader(node, problems, "root");
  static_cast<void>(reader.text("name"));
  static_cast<void>(reader.integer("value", {1, 5}));
  static_cast<void>(reader.real("start"));
  static_cast<void>(reader.boolean("is_open"));
  static_cast<void>(reader.text_list("source"));
  static_cast<void>(reader.choice("unit", tumen::unit_names()));
  reader.finish();
  for (const tumen::MapEntry& entry : node.entries()) {
    read_everything(entry.value, problems);
  }
  for (const tumen::Node& item : node.items()) {
    read_everything(item, problems);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The bytes are text from here on; a copy keeps the cast out of the way.
  const std::string text(data, data + size);
  const std::string path = text.substr(0, std::min<std::size_t>(text.find('\n'), 64));
  tumen::Limits limits;
  limits.max_nodes = 2000;
  tumen::Problems problems;
  tumen::Node root = tumen::parse_document(text, "fuzz.yaml", problems, limits);
  require(!root.is_null() || !problems.empty());
  check_tree(root);
  const std::size_t nodes = tumen::merge(root, root).tree_size();
  require(nodes == root.tree_size());
  read_everything(root, problems);
  static_cast<void>(tumen::read_sources(root, problems));
  static_cast<void>(tumen::apply_override(root, path, text.substr(0, 200), problems));
  check_tree(root);
  for (const tumen::Problem& problem : problems.sorted()) {
    require(!problem.found.empty() && problem.message().find('\n') == std::string::npos);
  }
  return 0;
}
