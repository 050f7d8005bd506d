#include "policies/split/coalition_table.hpp"
#include "policies/split/split.hpp"
#include "sim/scenario/package_draft.hpp"

#include <algorithm>
#include <set>

namespace tumen {
namespace {

/// More sets of compatible packages than this would make a tick slow.
constexpr std::size_t most_sets = 512;

bool asks_for_game(const Model& m, const Package& p) {
  const Id rule = p.split_rule == no_id ? m.split_rule : p.split_rule;
  return static_cast<SplitRule>(rule) == SplitRule::shapley;
}

/// Everything that a chain of conflicts leads to from `first`, in order.
std::vector<Id> connected(const Model& m, Id first) {
  std::set<Id> found = {first};
  std::vector<Id> open = {first};
  while (!open.empty()) {
    const Id p = open.back();
    open.pop_back();
    for (const Id q : at(m.packages, p).conflicts) {
      if (found.insert(q).second) {
        open.push_back(q);
      }
    }
  }
  return {found.begin(), found.end()};
}

std::vector<Id> players_of(const Model& m, const std::vector<Id>& packages) {
  std::set<Id> players;
  for (const Id p : packages) {
    const Range rows = at(m.packages, p).parties;
    for (Id row = rows.first; row < rows.first + at(m.packages, p).signatories; ++row) {
      players.insert(at(m.parties, row).country);
    }
  }
  return {players.begin(), players.end()};
}

std::size_t bits_of(const Model& m, const Package& p, const std::vector<Id>& players) {
  std::size_t bits = 0;
  for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
    const auto seat = std::find(players.begin(), players.end(), at(m.parties, row).country);
    bits |= std::size_t{1} << static_cast<std::size_t>(seat - players.begin());
  }
  return bits;
}

/// Lists the sets of members that do not exclude each other and that no other member could join.
class CompatibleSets {
 public:
  CompatibleSets(const Model& m, const std::vector<Id>& packages) : m_(m), packages_(packages) {}

  /// Nothing where there are more than most_sets.
  [[nodiscard]] std::vector<std::vector<Id>> list() {
    extend(0);
    return sets_.size() > most_sets ? std::vector<std::vector<Id>>{} : sets_;
  }

 private:
  [[nodiscard]] bool fits(Id member) const {
    const auto& conflicts = at(m_.packages, at(packages_, member)).conflicts;
    return std::none_of(chosen_.begin(), chosen_.end(), [&](Id other) {
      return std::find(conflicts.begin(), conflicts.end(), at(packages_, other)) != conflicts.end();
    });
  }

  [[nodiscard]] bool is_complete() const {
    for (Id member = 0; member < static_cast<Id>(packages_.size()); ++member) {
      const bool is_in = std::find(chosen_.begin(), chosen_.end(), member) != chosen_.end();
      if (!is_in && fits(member)) {
        return false;
      }
    }
    return true;
  }

  void extend(Id member) {
    if (sets_.size() > most_sets) {
      return;
    }
    if (member == static_cast<Id>(packages_.size())) {
      if (is_complete()) {
        sets_.push_back(chosen_);
      }
      return;
    }
    if (fits(member)) {
      chosen_.push_back(member);
      extend(member + 1);
      chosen_.pop_back();
    }
    extend(member + 1);
  }

  const Model& m_;
  const std::vector<Id>& packages_;
  std::vector<Id> chosen_;
  std::vector<std::vector<Id>> sets_;
};

std::string names_of(const std::vector<std::string>& names, const std::vector<Id>& ids) {
  std::string text;
  for (const Id id : ids) {
    text += (text.empty() ? "" : ", ") + at(names, id);
  }
  return text;
}

void refuse(Binder& b, const Entity& entity, std::string found, std::string allowed) {
  b.problems.add({entity.node->place(), entity.path + ".split_rule", std::move(found),
                  std::move(allowed), ""});
}

/// Adds the cluster of package `p` and returns its place, or no_id where it is too large.
Id add_cluster(Binder& b, const Entity& entity, Id p) {
  Model& m = b.model();
  Cluster cluster;
  cluster.packages = connected(m, p);
  cluster.players = players_of(m, cluster.packages);
  if (cluster.players.size() > static_cast<std::size_t>(max_players)) {
    refuse(b, entity,
           "shapley, for rival packages of " + std::to_string(cluster.players.size()) +
               " countries: " + names_of(b.scenario.names.countries, cluster.players),
           "at most 6 countries in a cluster of rival packages (a table of 64 coalitions), or "
           "another split rule");
    return no_id;
  }
  cluster.sets = CompatibleSets(m, cluster.packages).list();
  if (cluster.sets.empty()) {
    refuse(b, entity,
           "shapley, for " + std::to_string(cluster.packages.size()) +
               " rival packages with more than 512 sets that do not exclude each other",
           "fewer rival packages, or another split rule");
    return no_id;
  }
  for (const Id q : cluster.packages) {
    cluster.signatories.push_back(bits_of(m, at(m.packages, q), cluster.players));
  }
  m.clusters.push_back(std::move(cluster));
  return static_cast<Id>(m.clusters.size()) - 1;
}

}  // namespace

void bind_clusters(Binder& b, const std::vector<Entity>& entities) {
  Model& m = b.model();
  for (Id p = 0; p < static_cast<Id>(entities.size()); ++p) {
    const Package& package = at(m.packages, p);
    if (package.cluster != no_id || package.conflicts.empty() || !asks_for_game(m, package)) {
      continue;
    }
    const Id cluster = add_cluster(b, at(entities, p), p);
    if (cluster == no_id) {
      return;
    }
    for (const Id q : at(m.clusters, cluster).packages) {
      at(m.packages, q).cluster = cluster;
    }
  }
}

}  // namespace tumen
