#include "sim/scenario/compose.hpp"

#include "sim/document/merge.hpp"
#include "sim/document/nearest.hpp"
#include "sim/document/parse.hpp"
#include "sim/document/scalar.hpp"
#include "sim/document/units.hpp"
#include "sim/scenario/tree.hpp"

#include <set>

namespace tumen {
namespace {

// Slots of a scenario that says nothing of `spare_packages`: they need no rows before they are
// filled.
constexpr std::int64_t default_slots = 8;

std::vector<std::string> free_slots(const Node& document) {
  const Node* const count = child(document, "spare_packages");
  const auto declared = count == nullptr ? std::nullopt : parse_integer(count->text());
  const std::int64_t n = declared.value_or(default_slots);
  std::vector<std::string> slots;
  for (std::int64_t k = 1; k <= n; ++k) {
    slots.push_back("spare_" + std::to_string(k));
  }
  return slots;
}

Node from_year(double year, const Place& place) {
  const Node date = Node::make_scalar(format_real(year), false, place);
  return Node::make_map({{"from", place, date}}, place);
}

// The deal as a package that cannot be talked about before its date.
Node package_of(const ComposedDeal& deal, Problems& problems) {
  const Node node = parse_document(deal.text, deal.slot, problems);
  if (!node.is_map()) {
    problems.add({node.place(), "packages." + deal.slot, "found " + describe(node),
                  "a package: {instrument: .., roles: ..}", ""});
    return Node::make_map({}, node.place());
  }
  const Node* const own = child(node, "preconditions");
  std::vector<Node> conditions = own == nullptr ? std::vector<Node>{} : own->items();
  conditions.push_back(from_year(deal.from, node.place()));
  return with_key(node, "preconditions", Node::make_list(std::move(conditions), node.place()));
}

}  // namespace

Node with_composed(const Node& document, const std::vector<ComposedDeal>& deals,
                   Problems& problems) {
  const std::vector<std::string> slots = free_slots(document);
  std::set<std::string> taken;
  Node out = document;
  for (const ComposedDeal& deal : deals) {
    const Place place{deal.slot, 0, 0};
    if (std::find(slots.begin(), slots.end(), deal.slot) == slots.end()) {
      problems.add({place, "packages." + deal.slot, "no such spare slot", join_names(slots),
                    nearest_name(deal.slot, slots)});
    } else if (!taken.insert(deal.slot).second) {
      problems.add({place, "packages." + deal.slot, "a slot that is taken", join_names(slots), ""});
    } else {
      const Node packages =
          Node::make_map({{deal.slot, place, package_of(deal, problems)}}, document.place());
      out = merge(out, Node::make_map({{"packages", place, packages}}, document.place()));
    }
  }
  return out;
}

}  // namespace tumen
