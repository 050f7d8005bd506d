#include "sim/document/units.hpp"
#include "sim/scenario/package_draft.hpp"

#include <algorithm>
#include <map>

namespace tumen {
namespace {

constexpr std::size_t most_terms = 16;
constexpr std::size_t most_grid = 64;

// Reads the numbers of one term: whole quantities, or plain numbers in the term's own unit whose
// origin is the term's.
class TermReader {
 public:
  TermReader(Fields& term, std::string unit) : term_(term), unit_(std::move(unit)) {}

  void bound(std::string_view key, Number& out) {
    if (const Node* const node = term_.required(key)) {
      read(*node, term_.path(key), out);
    }
  }

  void grid(std::vector<Number>& out) {
    const Node* const list = term_.optional("grid");
    if (list == nullptr) {
      return;
    }
    if (!list->is_list() || list->items().empty() || list->items().size() > most_grid) {
      term_.refuse("grid", "found " + describe(*list),
                   "a list of 1 to " + std::to_string(most_grid) + " values");
    }
    for (std::size_t i = 0; i < list->items().size(); ++i) {
      read(list->items()[i], term_.path("grid") + "." + std::to_string(i), out.emplace_back());
    }
  }

  void origin() {
    backing_.assumption = term_.text_or("assumption", "range of the bargain");
    backing_.unit = unit_;
    if (const Node* const source = term_.optional("source"); source != nullptr) {
      const std::vector<Node> single = {*source};
      for (const Node& item : source->is_list() ? source->items() : single) {
        backing_.sources.push_back(read_name(
            item, term_.path("source"), term_.binder().provenance.keys(), term_.binder().problems));
      }
      backing_.assumption = term_.text_or("assumption", "");
    }
  }

 private:
  void read(const Node& node, const std::string& path, Number& out) {
    Binder& b = term_.binder();
    if (node.is_map()) {
      const Quantity q =
          read_quantity(node, {path, unit_, bounds::signed_amount}, b.problems, b.provenance);
      out = b.add_number(path, q.value, q);
    } else {
      const double value = read_real(node, path, bounds::signed_amount, b.problems).value_or(0.0);
      out = b.add_number(path, value, backing_);
    }
  }

  Fields& term_;
  std::string unit_;
  Backing backing_;
};

double value_of(const Fields& f, Binder& b, Number n) {
  static_cast<void>(f);
  return n.exists() ? at(b.scenario.values, n.index) : 0.0;
}

void check_order(Fields& f, const Term& t) {
  Binder& b = f.binder();
  const double lower = value_of(f, b, t.lower);
  const double upper = value_of(f, b, t.upper);
  const double start = value_of(f, b, t.start);
  if (lower > upper) {
    f.refuse("lower", format_real(lower) + " lies above upper, " + format_real(upper),
             "at most upper");
    return;
  }
  const std::string range = Bounds::between(lower, upper).text();
  if (start < lower || start > upper) {
    f.refuse("start", "found " + format_real(start), range);
  }
  for (const Number n : t.grid) {
    const double value = value_of(f, b, n);
    if (value < lower || value > upper) {
      f.refuse("grid", "found " + format_real(value), range);
    }
  }
}

Id role_at(Fields& f, std::string_view key, const PackageDraft& draft) {
  const Node* const node = f.optional(key);
  if (node == nullptr) {
    return no_id;
  }
  const std::string role = read_name(*node, f.path(key), draft.role_names(), f.binder().problems);
  for (const RoleBinding& binding : draft.roles) {
    if (binding.name == role) {
      return binding.country;
    }
  }
  return no_id;
}

// A term is either money that moves between two countries or a quantity tried on a grid.
void check_kind(Fields& f, const Term& t, const std::string& unit) {
  const bool has_from = f.has("from");
  const bool has_to = f.has("to");
  if (has_from != has_to) {
    f.refuse(has_from ? "from" : "to", "one end of a transfer", "both from and to, or neither");
  } else if (has_from) {
    if (!convert_unit(0.0, unit, "musd/y")) {
      f.refuse("unit", "a transfer in " + unit, "money a year: musd/y");
    }
    if (t.payer == t.payee && t.payer != no_id) {
      f.refuse("to", "the payer itself", "a role of another country");
    }
  } else if (t.grid.empty()) {
    f.refuse("", "neither a transfer nor a quantity", "from and to, or a grid of values to try");
  }
}

std::string read_unit(Fields& f) {
  const std::string written = f.text("unit");
  if (written.empty() || find_unit(written) != nullptr) {
    return written;
  }
  f.refuse("unit", "unknown unit " + in_quotes(written), join_names(unit_names()));
  return "";
}

// The unit that the clauses using a term count in, so that the term is in it too.
std::string canonical_unit(const std::string& written) {
  for (const char* const unit : {"musd/y", "share", "years", "index"}) {
    if (convert_unit(0.0, written, unit)) {
      return unit;
    }
  }
  return written;
}

void bind_term(Binder& b, const MapEntry& entry, PackageDraft& draft) {
  Fields f(b, entry.value, draft.path + ".terms." + entry.key);
  b.check_name(entry.key, entry.key_place, draft.path + ".terms");
  const std::string written = read_unit(f);
  // Plain numbers are in the unit written, so that is the term's, unless it is another spelling.
  const std::string canonical = canonical_unit(written);
  const bool is_spelling = convert_unit(1.0, written, canonical).value_or(0.0) == 1.0;
  const std::string unit = is_spelling ? canonical : written;
  static_cast<void>(f.text_or("title", ""));
  static_cast<void>(f.text_or("note", ""));
  Term t;
  TermReader reader(f, unit);
  reader.origin();
  reader.bound("lower", t.lower);
  reader.bound("upper", t.upper);
  reader.bound("start", t.start);
  reader.grid(t.grid);
  t.payer = role_at(f, "from", draft);
  t.payee = role_at(f, "to", draft);
  f.finish();
  check_kind(f, t, unit);
  check_order(f, t);
  draft.terms.push_back({entry.key, unit, static_cast<Id>(b.model().terms.size())});
  b.model().terms.push_back(std::move(t));
  b.scenario.names.terms.push_back(draft.name + "." + entry.key);
  b.scenario.names.term_units.push_back(unit);
}

// Transfers form a forest and each pays out of a leaf of what is left: the order in which they are
// solved needs no equation with two unknowns.
void check_leaves(Fields& package, const PackageDraft& draft) {
  const Model& m = package.model();
  std::map<Id, int> degree;
  std::vector<const Term*> transfers;
  for (const TermBinding& binding : draft.terms) {
    const Term& t = at(m.terms, binding.row);
    if (t.payer == no_id || t.payee == no_id) {
      continue;
    }
    transfers.push_back(&t);
    ++degree[t.payer];
    ++degree[t.payee];
  }
  for (const Term* const t : transfers) {
    if (degree[t->payer] > 1 && degree[t->payee] > 1) {
      package.refuse("terms", "the transfers are not listed leaf first, or run in a circle",
                     "each transfer with an end that no later transfer has");
      return;
    }
    --degree[t->payer];
    --degree[t->payee];
  }
}

}  // namespace

void bind_terms(Fields& package, PackageDraft& draft) {
  const Node* const terms = package.optional("terms");
  if (terms == nullptr) {
    return;
  }
  if (!terms->is_map() || terms->entries().size() > most_terms) {
    package.refuse("terms", "found " + describe(*terms),
                   "a map of at most " + std::to_string(most_terms) + " terms");
    return;
  }
  const std::size_t before = package.binder().problems.size();
  for (const MapEntry& entry : terms->entries()) {
    bind_term(package.binder(), entry, draft);
  }
  if (package.binder().problems.size() == before) {
    check_leaves(package, draft);
  }
}

}  // namespace tumen
