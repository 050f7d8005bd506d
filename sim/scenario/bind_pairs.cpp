#include "sim/scenario/bind.hpp"
#include "sim/scenario/fields.hpp"

#include <utility>

namespace tumen {
namespace {

constexpr Bounds trust = Bounds::between(0.001, 0.999);

// The two countries a key such as RUS-PRK names; both no_id after a problem.
std::pair<Id, Id> read_ends(Binder& b, const Entity& entity) {
  const Place& place = entity.node->place();
  const std::size_t dash = entity.name.find('-');
  if (dash == std::string::npos) {
    b.problems.add({place, entity.path, "not a pair", "two countries: A-B", ""});
    return {no_id, no_id};
  }
  const Node first = Node::make_scalar(entity.name.substr(0, dash), false, place);
  const Node second = Node::make_scalar(entity.name.substr(dash + 1), false, place);
  const Id a = b.resolve(first, entity.path, Section::countries);
  const Id z = b.resolve(second, entity.path, Section::countries);
  if (a == z && a != no_id) {
    b.problems.add({place, entity.path, "a country paired with itself", "two countries: A-B", ""});
  }
  return a == no_id || z == no_id || a == z ? std::pair{no_id, no_id} : std::pair{a, z};
}

void enter(Binder& b, const Entity& entity, std::pair<Id, Id> ends, Id row) {
  Model& m = b.model();
  const std::size_t n = m.countries.size();
  const auto cell = [&m, n](Id i, Id j) -> Id& {
    return m.pair_of[static_cast<std::size_t>(i) * n + static_cast<std::size_t>(j)];
  };
  Id& known = cell(ends.first, ends.second);
  if (known != no_id) {
    b.problems.add({entity.node->place(), entity.path,
                    "declared twice, first as " + at(b.scenario.names.pairs, known),
                    "each pair once, in either order", ""});
    return;
  }
  known = row;
  cell(ends.second, ends.first) = row;
}

// Stances live in pairs: whoever has one needs a pair to keep it in.
void check_stances(Binder& b) {
  const Model& m = b.model();
  const std::vector<Entity> countries = b.entities("countries");
  for (std::size_t i = 0; i < m.countries.size(); ++i) {
    for (const Id other : m.countries[i].stance_toward) {
      const auto self = static_cast<Id>(i);
      const std::string& name = at(b.scenario.names.countries, other);
      if (other != self && m.pair(self, other) == no_id) {
        b.problems.add({countries[i].node->place(), countries[i].path + ".doctrines",
                        "a stance toward " + name + " without a pair",
                        "the pair " + countries[i].name + "-" + name + " in pairs", ""});
      }
    }
  }
}

}  // namespace

void bind_pairs(Binder& b) {
  for (const Entity& entity : b.entities("pairs")) {
    const auto row = static_cast<Id>(b.model().pairs.size());
    b.scenario.names.pairs.push_back(entity.name);
    Pair p;
    p.key = b.key(entity.path, entity.node->place());
    Fields f(b, *entity.node, entity.path);
    f.number("affinity", plain, bounds::stance, p.affinity);
    f.number("baseline", plain, bounds::stance, p.baseline);
    f.number("trust", "share|index", trust, p.trust);
    f.neutral_number("alliance", "index|share|count", bounds::share, p.alliance);
    f.optional_series("trade_ab", "musd/y", bounds::amount, p.trade_ab);
    f.optional_series("trade_ba", "musd/y", bounds::amount, p.trade_ba);
    f.neutral_number("rerouted", "share|index", bounds::share, p.rerouted);
    f.neutral_number("leverage_ab", "musd/y", bounds::amount, p.leverage_ab);
    f.neutral_number("leverage_ba", "musd/y", bounds::amount, p.leverage_ba);
    f.finish();
    const std::pair<Id, Id> ends = read_ends(b, entity);
    p.a = ends.first;
    p.b = ends.second;
    if (p.a > p.b) {  // the key names a and b in any order, the table wants a < b
      std::swap(p.a, p.b);
      std::swap(p.trade_ab, p.trade_ba);
      std::swap(p.leverage_ab, p.leverage_ba);
    }
    b.model().pairs.push_back(p);
    if (p.a != no_id) {
      enter(b, entity, ends, row);
    }
  }
  check_stances(b);
}

}  // namespace tumen
