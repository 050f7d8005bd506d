#include "sim/document/nearest.hpp"
#include "sim/scenario/bind.hpp"
#include "sim/scenario/fields.hpp"

namespace tumen {
namespace {

// The path of a number that the scenario has.
void check_path(Fields& f, const Scenario& s, const SuggestedLever& lever) {
  if (lever.path.empty() || find_number(s, lever.path)) {
    return;
  }
  std::vector<std::string> known;
  for (const NumberInfo& info : s.numbers) {
    known.push_back(info.path);
  }
  const Node* const node = f.optional("path");
  f.binder().problems.add({node->place(), f.path("path"), "no number at " + in_quotes(lever.path),
                           "a path that `tumen list levers` prints",
                           nearest_name(lever.path, known)});
}

// Calls `read` with the fields of each item of a list of maps.
template <class Read>
void each_item(Binder& b, const char* section, const char* shape, const Read& read) {
  const MapEntry* const entry = b.document().find(section);
  if (entry == nullptr || entry->value.is_null()) {
    return;
  }
  const Node& list = entry->value;
  if (!list.is_list()) {
    b.problems.add({list.place(), section, "found " + describe(list), shape, ""});
  }
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    Fields f(b, list.items()[i], std::string(section) + "." + std::to_string(i));
    read(f);
    f.finish();
  }
}

}  // namespace

void bind_levers(Binder& b) {
  each_item(b, "levers", "a list of {path: .., why: ..}", [&](Fields& f) {
    SuggestedLever lever{f.text("path"), f.text("why")};
    check_path(f, b.scenario, lever);
    b.scenario.levers.push_back(std::move(lever));
  });
}

void bind_claims(Binder& b) {
  each_item(b, "claims", "a list of {says: .., outcome: .., least: .., most: ..}", [&](Fields& f) {
    Claim claim;
    claim.says = f.text("says");
    claim.outcome = f.text("outcome");
    claim.beside = f.text_or("beside", "");
    claim.least =
        f.has("least") ? f.real("least", bounds::signed_amount) : bounds::signed_amount.low;
    claim.most = f.has("most") ? f.real("most", bounds::signed_amount) : bounds::signed_amount.high;
    if (!f.has("least") && !f.has("most")) {
      f.refuse("", "a claim without bounds", "`least`, `most` or both");
    }
    f.accept("least");
    f.accept("most");
    b.scenario.claims.push_back(std::move(claim));
  });
}

}  // namespace tumen
