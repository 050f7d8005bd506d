#include "tests/support/scenes.hpp"

#include "sim/scenario/compose.hpp"

#include <stdexcept>

namespace tumen::scenes {
namespace {

const std::filesystem::path configs = std::filesystem::path(TUMEN_SOURCE_DIR) / "configs";

Number number(const Scenario& scenario, std::string_view path) {
  const auto found = find_number(scenario, path);
  if (!found) {
    throw std::invalid_argument("no number at " + std::string(path));
  }
  return *found;
}

void remap(Id& id, const std::vector<Id>& order) {
  if (id != no_id) {
    id = at(order, id);
  }
}

void remap(std::vector<Id>& ids, const std::vector<Id>& order) {
  for (Id& id : ids) {
    remap(id, order);
  }
}

/// Puts element k of `table` at order[k].
template <class Row>
void permute(std::vector<Row>& table, const std::vector<Id>& order) {
  const std::vector<Row> old = table;
  for (Id k = 0; k < static_cast<Id>(old.size()); ++k) {
    at(table, at(order, k)) = at(old, k);
  }
}

void relabel_tables(Model& m, const std::vector<Id>& order) {
  for (Pair& p : m.pairs) {
    remap(p.a, order);
    remap(p.b, order);
  }
  for (Corridor& c : m.corridors) {
    remap(c.countries, order);
    remap(c.hosts, order);
  }
  for (Firm& f : m.firms) {
    remap(f.country, order);
  }
  for (Debt& d : m.debts) {
    remap(d.creditor, order);
    remap(d.debtor, order);
  }
  for (Regime& r : m.regimes) {
    remap(r.senders, order);
    remap(r.target, order);
  }
  for (Act& a : m.acts) {
    remap(a.actor, order);
    remap(a.target, order);
  }
  for (DeclaredEvent& e : m.events) {
    if (e.kind == EventKind::provocation) {
      remap(e.entity, order);
    }
  }
}

void relabel_deals(Model& m, const std::vector<Id>& order) {
  for (Party& p : m.parties) {
    remap(p.country, order);
  }
  for (Clause& c : m.clauses) {
    for (Id& who : c.who) {
      remap(who, order);
    }
  }
  for (Term& t : m.terms) {
    remap(t.payer, order);
    remap(t.payee, order);
  }
  for (Package& p : m.packages) {
    remap(p.guarantor, order);
    remap(p.approver, order);
    permute(p.row, order);
  }
}

}  // namespace

Scenario load(const std::string& name, const std::vector<std::string>& overrides) {
  return load_scenario(find_scenario(name, {configs}), {configs}, overrides);
}

Scenario load(const std::string& name, const std::vector<std::string>& overrides,
              const std::vector<ComposedDeal>& composed) {
  return load_scenario(find_scenario(name, {configs}), {configs}, overrides, composed);
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const auto& file : list_scenarios({configs})) {
    names.push_back(file.stem().string());
  }
  return names;
}

Scenario randomised(const Scenario& scenario, std::uint64_t seed) {
  Scenario s = scenario;
  const Random<double> random({seed, 0});
  for (std::size_t k = 0; k < s.numbers.size(); ++k) {
    if (s.numbers[k].has_range) {
      const double u = random.uniform(0, static_cast<std::uint32_t>(k), 99);
      s.values[k] = s.numbers[k].low + u * (s.numbers[k].high - s.numbers[k].low);
    }
  }
  return s;
}

Scenario relabelled(const Scenario& scenario, const std::vector<Id>& order) {
  Scenario s = scenario;
  Model& m = s.model;
  permute(m.countries, order);
  permute(s.names.countries, order);
  permute(s.names.country_titles, order);
  permute(s.names.doctrines, order);
  for (Country& c : m.countries) {
    remap(c.stance_toward, order);
    remap(c.influence_pair, order);
  }
  relabel_tables(m, order);
  relabel_deals(m, order);
  const auto n = static_cast<Id>(m.countries.size());
  const std::vector<Id> old = m.pair_of;
  for (Id i = 0; i < n; ++i) {
    for (Id j = 0; j < n; ++j) {
      at(m.pair_of, at(order, i) * n + at(order, j)) = at(old, i * n + j);
    }
  }
  return s;
}

double value(const Scenario& scenario, std::string_view path) {
  return at(scenario.values, number(scenario, path).index);
}

void set(Scenario& scenario, std::string_view path, double to) {
  at(scenario.values, number(scenario, path).index) = to;
}

}  // namespace tumen::scenes
