// Feeds bytes to the compiler of scenarios. Nothing may crash, leak or escape as an exception; what
// is accepted must be a model whose references all lie within their tables. A first line `#set
// PATH=VALUE` is applied as an override.

#include "sim/document/document.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

void require(bool is_true) {
  if (!is_true) {
    std::abort();
  }
}

template <class Row>
void require_row(const std::vector<Row>& table, tumen::Id id, bool is_optional = false) {
  require((is_optional && id == tumen::no_id) ||
          (id >= 0 && static_cast<std::size_t>(id) < table.size()));
}

template <class Row>
void require_range(const std::vector<Row>& table, tumen::Range range) {
  require(range.first >= 0 && range.count >= 0 &&
          static_cast<std::size_t>(range.end()) <= table.size());
}

void check_packages(const tumen::Model& m) {
  for (const tumen::Package& p : m.packages) {
    require_range(m.parties, p.parties);
    require_range(m.clauses, p.clauses);
    require_range(m.terms, p.terms);
    require(p.signatories <= p.parties.count && p.row.size() == m.countries.size());
    for (const tumen::Id id : p.conflicts) {
      require_row(m.packages, id);
    }
    for (const tumen::Id id : p.corridors) {
      require_row(m.corridors, id);
    }
    for (const tumen::Id id : p.consents) {
      require_row(m.regimes, id);
    }
    for (const tumen::Id id : p.row) {
      require_row(m.parties, id, true);
    }
    require_row(m.countries, p.guarantor, true);
  }
  for (const tumen::Party& p : m.parties) {
    require_row(m.packages, p.package);
    require_row(m.countries, p.country);
  }
  for (const tumen::Term& t : m.terms) {
    require(t.lower.exists() && t.upper.exists() && t.start.exists());
    require_row(m.countries, t.payer, true);
    require_row(m.countries, t.payee, t.payer == tumen::no_id);
  }
}

void check_world(const tumen::Model& m) {
  require(m.pair_of.size() == m.countries.size() * m.countries.size());
  for (const tumen::Pair& p : m.pairs) {
    require_row(m.countries, p.a);
    require_row(m.countries, p.b);
    require(p.a < p.b && m.pair(p.b, p.a) == m.pair(p.a, p.b));
  }
  for (const tumen::Country& c : m.countries) {
    require(!c.doctrines.empty() && !c.calendar.empty());
    for (const tumen::Succession& s : c.calendar) {
      require_row(c.doctrines, s.doctrine);
    }
    for (const tumen::Doctrine& d : c.doctrines) {
      require(d.stance.size() == c.stance_toward.size());
    }
  }
  for (const tumen::Corridor& c : m.corridors) {
    require_row(m.fields, c.field, true);
    require_row(m.corridors, c.unlocks, true);
    require_range(m.firms, c.firms);
    for (const tumen::Id id : c.countries) {
      require_row(m.countries, id);
    }
  }
  for (const tumen::Act& a : m.acts) {
    require_row(m.countries, a.actor);
    for (const tumen::Id id : a.corridors) {
      require_row(m.corridors, id);
    }
    require_row(m.countries, a.target, true);
    require_row(m.packages, a.package, a.kind != tumen::ActKind::refuse);
    require_row(m.regimes, a.regime,
                a.kind != tumen::ActKind::list && a.kind != tumen::ActKind::ease);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const std::string mark = "#set ";
  std::vector<std::string> overrides;
  if (text.starts_with(mark)) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    overrides.push_back(text.substr(mark.size(), end - mark.size()));
  }
  tumen::Limits limits;
  limits.max_nodes = 5000;
  tumen::Problems problems;
  const tumen::Node root = tumen::parse_document(text, "fuzz.yaml", problems, limits);
  const tumen::Scenario s = tumen::compile_scenario(root, {}, overrides, problems);
  require(s.values.size() == s.numbers.size());
  if (problems.empty()) {
    check_world(s.model);
    check_packages(s.model);
    require(!s.config_text.empty());
  }
  for (const tumen::Problem& problem : problems.sorted()) {
    require(!problem.found.empty() && problem.message().find('\n') == std::string::npos);
  }
  return 0;
}
