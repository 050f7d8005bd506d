#include "sim/scenario/package_draft.hpp"
#include "world/clauses/clauses.hpp"

#include <algorithm>

namespace tumen {
namespace {

// A deal with an exclusivity clause keeps out every deal over the same corridor that its holder
// does not sign.
void shut_rivals_out(Model& m) {
  const auto count = static_cast<Id>(m.packages.size());
  for (Id p = 0; p < count; ++p) {
    Package& package = at(m.packages, p);
    for (Id c = package.clauses.first; c < package.clauses.end(); ++c) {
      const Clause& clause = at(m.clauses, c);
      if (clause.kind != ClauseKind::exclusivity || clause.who[1] == no_id) {
        continue;
      }
      for (Id q = 0; q < count; ++q) {
        const Package& other = at(m.packages, q);
        const Id row = other.row.empty() ? no_id : at(other.row, clause.who[1]);
        const bool holder_signs = row != no_id && at(m.parties, row).signs;
        const bool is_over_it = std::find(other.corridors.begin(), other.corridors.end(),
                                          clause.what[0]) != other.corridors.end();
        if (q != p && is_over_it && !holder_signs) {
          package.conflicts.push_back(q);
        }
      }
    }
  }
}

void make_conflicts_symmetric(Binder& b, const std::vector<Entity>& entities) {
  std::vector<Package>& packages = b.model().packages;
  const auto count = static_cast<Id>(packages.size());
  for (Id p = 0; p < count; ++p) {
    const std::vector<Id> declared = at(packages, p).conflicts;
    for (const Id q : declared) {
      if (q == p) {
        const Entity& entity = at(entities, p);
        b.problems.add({entity.node->place(), entity.path + ".conflicts", "the package itself",
                        "other packages", ""});
        continue;
      }
      at(packages, q).conflicts.push_back(p);
    }
  }
  for (Package& p : packages) {
    std::sort(p.conflicts.begin(), p.conflicts.end());
    p.conflicts.erase(std::unique(p.conflicts.begin(), p.conflicts.end()), p.conflicts.end());
  }
}

bool reads(const Clause& clause, Id term) {
  return std::any_of(clause.amount.begin(), clause.amount.end(),
                     [&](const Value& v) { return v.term == term; });
}

// Counts the combinations of the grids: the first quantity moves at every point, the next after all
// values of the first, and so on.
void number_points(Model& m, Package& p) {
  p.points = 1;
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    Term& term = at(m.terms, k);
    term.stride = p.points;
    p.points *= std::max<Id>(1, static_cast<Id>(term.grid.size()));
  }
}

// Which clauses have to be valued again when a term changes.
void note_readers(Model& m, Package& p) {
  number_points(m, p);
  for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
    const Clause& clause = at(m.clauses, c);
    Id stride = p.points + 1;  // of the quantity that moves most often
    Id read = 0;
    for (Id k = p.terms.first; k < p.terms.end(); ++k) {
      if (reads(clause, k)) {
        ++read;
        stride = at(m.terms, k).grid.empty() ? stride : std::min(stride, at(m.terms, k).stride);
        at(m.terms, k).readers.push_back(c);
      }
    }
    for (Id k = p.terms.first; k < p.terms.end(); ++k) {
      at(m.terms, k).is_alone = at(m.terms, k).is_alone && !(reads(clause, k) && read > 1);
    }
    (read > 0 ? p.open : p.fixed).push_back(c);
    if (stride <= p.points) {
      p.grid_readers.push_back({c, stride});
    }
  }
}

// Finds packages that wait for one another, depth first.
class WaitingCircles {
 public:
  WaitingCircles(Binder& binder, const std::vector<Entity>& entities)
      : b_(binder), entities_(entities), marks_(entities.size(), Mark::unseen) {}

  void find() {
    for (Id p = 0; p < static_cast<Id>(entities_.size()); ++p) {
      visit(p);
    }
  }

 private:
  enum class Mark : std::uint8_t { unseen, open, done };

  void visit(Id p) {
    if (at(marks_, p) == Mark::open) {
      refuse(p);
    }
    if (at(marks_, p) != Mark::unseen) {
      return;
    }
    at(marks_, p) = Mark::open;
    chain_.push_back(p);
    for (const Precondition& c : at(b_.model().packages, p).preconditions) {
      if (c.kind == Precondition::Kind::in_force && c.entity != no_id) {
        visit(c.entity);
      }
    }
    chain_.pop_back();
    at(marks_, p) = Mark::done;
  }

  void refuse(Id p) {
    std::string circle;
    for (auto it = std::find(chain_.begin(), chain_.end(), p); it != chain_.end(); ++it) {
      circle += at(entities_, *it).name + " -> ";
    }
    const Entity& entity = at(entities_, p);
    b_.problems.add({entity.node->place(), entity.path + ".preconditions",
                     "packages wait for one another: " + circle + entity.name,
                     "an order in which they can enter into force", ""});
  }

  Binder& b_;
  const std::vector<Entity>& entities_;
  std::vector<Mark> marks_;
  std::vector<Id> chain_;
};

}  // namespace

void relate_packages(Binder& b, const std::vector<Entity>& entities) {
  shut_rivals_out(b.model());
  make_conflicts_symmetric(b, entities);
  WaitingCircles(b, entities).find();
  for (Package& p : b.model().packages) {
    note_readers(b.model(), p);
  }
}

}  // namespace tumen
