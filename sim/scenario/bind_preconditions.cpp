#include "sim/scenario/package_draft.hpp"

#include <algorithm>

namespace tumen {
namespace {

// One condition: exactly one of its forms.
void bind_precondition(Fields& f, Precondition& out) {
  using Kind = Precondition::Kind;
  constexpr std::array<std::string_view, 5> forms = {"in_force", "not_in_force", "corridor",
                                                     "debt_settled", "from"};
  const auto count =
      std::count_if(forms.begin(), forms.end(), [&f](auto key) { return f.has(key); });
  if (count != 1) {
    f.refuse("", std::to_string(count) + " conditions",
             "exactly one of in_force, not_in_force, corridor, debt_settled, from");
  }
  if (f.has("in_force")) {
    out.kind = Kind::in_force;
    out.entity = f.reference("in_force", Section::packages);
  } else if (f.has("not_in_force")) {
    out.kind = Kind::not_in_force;
    out.entity = f.reference("not_in_force", Section::packages);
  } else if (f.has("corridor")) {
    out.kind = Kind::corridor_at_least;
    out.entity = f.reference("corridor", Section::corridors);
    out.stage = f.choice<CorridorStage>("at_least", corridor_stage_names);
  } else if (f.has("debt_settled")) {
    out.kind = Kind::debt_settled;
    out.entity = f.reference("debt_settled", Section::debts);
  }
  for (const std::string_view key : forms) {
    f.accept(key);
  }
}

void bind_from(Fields& f, Precondition& out) {
  const Node* const node = f.optional("from");
  if (node == nullptr) {
    return;
  }
  out.kind = Precondition::Kind::year;
  if (node->is_map()) {
    f.number("from", "year", bounds::calendar, out.year);
    return;
  }
  NumberInfo info;
  info.assumption = "a date of the scenario";
  const double year = read_real(*node, f.path("from"), bounds::calendar, f.binder().problems)
                          .value_or(bounds::calendar.low);
  out.year = f.binder().add_implied(f.path("from"), "year", year, std::move(info));
}

}  // namespace

void bind_preconditions(Fields& package, Package& p) {
  const Node* const list = package.optional("preconditions");
  if (list == nullptr) {
    return;
  }
  if (!list->is_list()) {
    package.refuse("preconditions", "found " + describe(*list), "a list of conditions");
  }
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    Fields f(package.binder(), list->items()[i],
             package.path("preconditions") + "." + std::to_string(i));
    Precondition& out = p.preconditions.emplace_back();
    bind_precondition(f, out);
    bind_from(f, out);
    f.finish();
  }
}

}  // namespace tumen
