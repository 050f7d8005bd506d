#include "policies/split/problem.hpp"
#include "sim/scenario/package_draft.hpp"
#include "world/clauses/clauses.hpp"
#include "world/rng.hpp"

#include <algorithm>
#include <functional>

namespace tumen {
namespace {

bool contains(const std::vector<Id>& ids, Id id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Countries of the roles that sign, or of those that do not: each once, in the order of the roles.
std::vector<Id> role_countries(const PackageDraft& draft, bool signs) {
  std::vector<Id> out;
  for (const RoleBinding& role : draft.roles) {
    if (role.signs == signs && role.country != no_id && !contains(out, role.country)) {
      out.push_back(role.country);
    }
  }
  return out;
}

// Money can only move between those who sign, and a claim only with the consent of both its ends.
void check_signatures(Fields& package, const PackageDraft& draft, const Package& p) {
  Binder& b = package.binder();
  const Model& m = b.model();
  const std::vector<Id> signing = role_countries(draft, true);
  const auto signs = [&signing](Id country) {
    return country == no_id || contains(signing, country);
  };
  for (const TermBinding& term : draft.terms) {
    const Term& t = at(m.terms, term.row);
    if (!signs(t.payer) || !signs(t.payee)) {
      package.refuse("terms", "the transfer " + term.name + " has an end that does not sign",
                     "roles that sign");
    }
  }
  for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
    const Clause& clause = at(m.clauses, c);
    const ClauseInfo& info = clause_catalog[index_of(clause.kind)];
    for (std::size_t i = 0; i < info.things.size(); ++i) {
      if (info.things[i].table != "debts" || clause.what[i] == no_id) {
        continue;
      }
      const Debt& debt = at(m.debts, clause.what[i]);
      if (!signs(debt.creditor) || !signs(debt.debtor)) {
        package.refuse(
            "things", "an end of " + at(b.names(Section::debts), clause.what[i]) + " does not sign",
            "roles for its creditor and its debtor");
      }
    }
  }
}

// Third parties that can object: countries of roles that do not sign, and the senders of regimes
// against a signatory.
std::vector<Id> watchers(const Model& m, const PackageDraft& draft,
                         const std::vector<Id>& signing) {
  std::vector<Id> out;
  const auto add = [&](Id country) {
    if (!contains(signing, country) && !contains(out, country) && country != no_id) {
      out.push_back(country);
    }
  };
  for (const Id country : role_countries(draft, false)) {
    add(country);
  }
  for (const Regime& regime : m.regimes) {
    if (contains(signing, regime.target)) {
      std::for_each(regime.senders.begin(), regime.senders.end(), add);
    }
  }
  return out;
}

void add_party(Binder& b, const PackageDraft& draft, Package& p, Id country) {
  Model& m = b.model();
  Party party;
  party.package = static_cast<Id>(&p - m.packages.data());
  party.country = country;
  party.key = b.key("parties/" + draft.name + "/" + at(b.scenario.names.countries, country),
                    b.document().place());
  party.signs = p.parties.count < p.signatories;
  at(p.row, country) = p.parties.end();
  ++p.parties.count;
  m.parties.push_back(party);
}

// Which of the signatories know each other.
void note_pairs(Model& m, Package& p) {
  const Id end = p.parties.first + p.signatories;
  for (Id a = p.parties.first; a < end; ++a) {
    for (Id b = a + 1; b < end; ++b) {
      const Id pair = m.pair(at(m.parties, a).country, at(m.parties, b).country);
      if (pair != no_id) {
        at(m.parties, a).pairs.push_back(pair);
        at(m.parties, b).pairs.push_back(pair);
        p.pairs.push_back(pair);
      }
    }
  }
}

}  // namespace

void bind_parties(Fields& package, const PackageDraft& draft, Package& p) {
  Binder& b = package.binder();
  Model& m = b.model();
  const bool is_bound = std::none_of(draft.roles.begin(), draft.roles.end(),
                                     [](const auto& role) { return role.country == no_id; });
  if (is_bound) {
    check_signatures(package, draft, p);
  }
  const std::vector<Id> signing = role_countries(draft, true);
  const std::vector<Id> watching = watchers(m, draft, signing);
  const std::size_t all = signing.size() + watching.size();
  if (signing.size() > static_cast<std::size_t>(max_signatories) ||
      all > static_cast<std::size_t>(most_parties)) {
    package.refuse("roles",
                   std::to_string(signing.size()) + " signatories and " +
                       std::to_string(watching.size()) + " third parties",
                   "at most " + std::to_string(max_signatories) + " signatories and " +
                       std::to_string(most_parties) + " parties together");
    return;
  }
  p.parties.first = static_cast<Id>(m.parties.size());
  p.signatories = static_cast<Id>(signing.size());
  p.row.assign(m.countries.size(), no_id);
  for (const std::vector<Id>& group : {signing, watching}) {
    for (const Id country : group) {
      add_party(b, draft, p, country);
    }
  }
  note_pairs(m, p);
  for (std::size_t k = 0; k < m.regimes.size(); ++k) {
    if (m.regimes[k].is_multilateral && contains(signing, m.regimes[k].target)) {
      p.consents.push_back(static_cast<Id>(k));
    }
  }
}

}  // namespace tumen
