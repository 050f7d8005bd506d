#pragma once
// Compiled deals: clauses, terms, packages and their parties; acts; declared events.
// Every field is a key of the scenario, with its unit.
#include "world/model_routes.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tumen {

/// A clause's amount: a configured number or a free term of the package.
struct Value {
  Number number;
  Id term = no_id;
};

enum class ClauseKind : std::uint8_t;

inline constexpr int clause_roles = 4;
inline constexpr int clause_things = 2;
inline constexpr int clause_amounts = 6;

/// One clause of a package with its roles bound. What the slots mean is said by the clause's file.
struct Clause {
  ClauseKind kind{};
  std::array<Id, clause_roles> who{no_id, no_id, no_id, no_id};
  std::array<Id, clause_things> what{no_id, no_id};
  std::array<Value, clause_amounts> amount;
};

/// A free number of a deal.
struct Term {
  Number lower, upper, start;
  Id payer = no_id, payee = no_id;  ///< countries, where the term is a transfer [M USD/y]
  std::vector<Number> grid;         ///< values tried, where it is a quantity
  Id stride = 1;                    ///< grid points after which its next value is tried
  std::vector<Id> readers;          ///< clauses that read it
  bool is_alone = true;             ///< none of them reads another term
};

/// What must hold before talks on a package can open.
struct Precondition {
  enum class Kind : std::uint8_t { in_force, not_in_force, corridor_at_least, debt_settled, year };
  Kind kind = Kind::in_force;
  Id entity = no_id;
  CorridorStage stage = CorridorStage::none;
  Number year;
};

/// A country touched by a package: signatories first, then third parties that can object.
struct Party {
  Id package = no_id;
  Id country = no_id;
  std::uint32_t key = 0;
  bool signs = false;
  std::vector<Id> pairs;  ///< declared ones with the other signatories
};

/// A clause that reads a quantity, and the grid points after which one that it reads moves.
struct GridReader {
  Id clause = no_id;
  Id stride = 1;
};

struct Package {
  std::uint32_t key = 0;
  Id id = no_id;  ///< its own place in Model::packages
  Range parties;  ///< rows of Model::parties
  Id signatories = 0;
  Range clauses, terms;
  std::vector<Id> fixed;                 ///< clauses that read no term
  std::vector<Id> open;                  ///< clauses that do
  std::vector<GridReader> grid_readers;  ///< those of them that read a quantity
  Id points = 1;                         ///< combinations of the grids of its quantities
  Attention attention = Attention::ministry;
  bool needs_memorandum = false;
  bool is_treaty = true;   ///< goes to parliaments; a contract of firms does not
  bool is_spare = false;   ///< composed at run time by a driver
  bool is_staged = false;  ///< the two sides take turns
  Number tolerance;        ///< how far one side of a staged exchange may lag, share
  Number stumbles;         ///< hazard that a side misses its turn [1/y]
  std::array<bool, constraint_count> touches{};
  std::vector<Precondition> preconditions;
  std::vector<Id> corridors;    ///< those its clauses name
  std::vector<Id> consents;     ///< multilateral regimes that can forbid it
  std::vector<Id> conflicts;    ///< packages that cannot be in force beside it
  std::vector<Id> row;          ///< party row of each country, or no_id
  std::vector<Id> pairs;        ///< declared ones among its signatories
  Id approver = no_id;          ///< signatory in which a second authority must say yes
  Number approval_margin;       ///< gain it asks for beyond the win-set's, share of the stake
  Number approval_temperature;  ///< of its yes
  Number talks_since;   ///< year since which it has been talked about; absent = idle at start
  Id mediator = no_id;  ///< who writes a mediated text; no_id = somebody all confide in
  Id guarantor = no_id;
  Number guarantee;       ///< share of breach and hold-up risk it takes away
  Number agreement_rate;  ///< h, overrides the model's
  Number deadline;        ///< years of talks, overrides the signatories'
  Number rest;            ///< years of rest after a failure, overrides the model's
  Number lasts;           ///< years in force after which it ends; absent = for good
  Id split_rule = no_id;  ///< of policies/split, by its place there; no_id = the scenario's
  Id protocol = no_id;    ///< of policies/protocol; no_id = the scenario's
  Id cluster = no_id;     ///< of Model::clusters, where its split rule asks for the game
};

/// Packages that exclude each other, directly or by a chain, and the countries that sign them: the
/// game in which a deal is one of several.
struct Cluster {
  std::vector<Id> players;               ///< at most 6
  std::vector<Id> packages;              ///< its members
  std::vector<std::size_t> signatories;  ///< by member, a bit a player
  std::vector<std::vector<Id>> sets;     ///< members that do not exclude each other; none can join
};

/// What one country can do alone.
enum class ActKind : std::uint8_t {
  test,     ///< tests a weapon
  suspend,  ///< stops a corridor it touches
  cut_off,  ///< stops every corridor of a list toward the target at once
  press,    ///< leans on a country that is about to sign what hurts the actor
  list,     ///< raises the level of a regime, in the tick of a test
  ease,     ///< lowers the level of a regime again, while the target tests nothing
  refuse,   ///< leaves the talks on a package
  close,    ///< closes the border to the target's trade
  slight,   ///< breaks protocol, purges a go-between
  reprice,  ///< asks the target for world prices
};
inline constexpr std::array<std::string_view, 10> act_kind_names = {
    "test", "suspend", "cut_off", "press", "list", "ease", "refuse", "close", "slight", "reprice"};
struct Act {
  ActKind kind = ActKind::test;
  std::uint32_t key = 0;
  Id actor = no_id, target = no_id;
  Id regime = no_id, package = no_id;
  std::vector<Id> corridors;
  Number rate;           ///< hazard, or chances a year to consider it
  Number excitation;     ///< Hawkes jump of a test [1/y]
  Number decay;          ///< of the excitation [1/y]
  Number talks_damping;  ///< factor on the hazard while the actor talks
  Number gain;           ///< [M USD/y]
  Number cost;
  Number audience;
  Number concession;  ///< what a target that concedes gives [M USD/y]
  Number concedes;    ///< P(concede)
  Number step;        ///< size: change of a regime's level, of affinity; share of trade lost
  Number lasts;       ///< years until it is undone by itself; absent = it stays
  Number temperature;
  Id from = 0;  ///< tick from which governments consider it; drivers may do it at any time
};

enum class EventKind : std::uint8_t { corridor_stage, provocation, affinity, alliance, precedent };
inline constexpr std::array<std::string_view, 5> event_kind_names = {
    "corridor_stage", "provocation", "affinity", "alliance", "precedent"};

/// Something the scenario declares to happen at a date.
struct DeclaredEvent {
  Id tick = 0;
  EventKind kind = EventKind::affinity;
  Id entity = no_id;
  CorridorStage stage = CorridorStage::none;
  Number size;
};

}  // namespace tumen
