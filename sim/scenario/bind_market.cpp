#include "sim/scenario/bind.hpp"
#include "sim/scenario/bind_parts.hpp"
#include "sim/scenario/fields.hpp"
#include "sim/scenario/rule_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tumen {
namespace {

constexpr Bounds log_speed = Bounds::between(0.0, 20.0);  // 1/y
constexpr Bounds oil_price = Bounds::between(1.0, 1000.0);
constexpr Bounds kept = Bounds::share();  // a year

// The history must tell the prices up to the date at which chance takes over.
void check_history(Fields& market, double until) {
  const Model& m = market.model();
  const Node* const node = market.optional("brent_history");
  if (node == nullptr) {
    market.refuse("history_until", "no brent_history", "a series of prices until that date");
    return;
  }
  const MapEntry* const quarterly = node->find("quarterly");
  if (quarterly == nullptr) {
    return;
  }
  const MapEntry* const start = quarterly->value.find("start");
  const MapEntry* const values = quarterly->value.find("values");
  if (start == nullptr || values == nullptr) {
    return;
  }
  const double first = parse_real(start->value.text()).value_or(m.start_year);
  const double end = first + 0.25 * static_cast<double>(values->value.items().size());
  const double needed = std::min(until, m.year(m.ticks));
  if (first > m.start_year || end < needed) {
    market.refuse("brent_history", "from " + format_real(first) + " to " + format_real(end),
                  "at least from " + format_real(m.start_year) + " to " + format_real(needed));
  }
}

}  // namespace

void bind_market(Binder& b) {
  const MapEntry* const entry = b.document().find("market");
  if (entry == nullptr) {
    return;
  }
  Fields f(b, entry->value, "market");
  Market& m = b.model().market;
  f.number("brent_start", "usd/bbl", oil_price, m.brent_start);
  f.number("brent_mean", "usd/bbl", oil_price, m.brent_mean);
  f.number("brent_reversion", "1/y", log_speed, m.brent_reversion);
  f.number("brent_volatility", plain, Bounds::between(0.0, 5.0), m.brent_volatility);
  f.optional_series("brent_history", "usd/bbl", oil_price, m.brent_history);
  f.number("lng_intercept", "usd/mmbtu", Bounds::between(-20.0, 50.0), m.lng_intercept);
  f.number("lng_slope", plain, Bounds::between(0.0, 2.0), m.lng_slope);
  f.number("lng_lag", "years", Bounds::between(0.0, 10.0), m.lng_lag);
  f.number("fast_memory", "years", Bounds::between(0.01, 50.0), m.fast_memory);
  f.number("slow_memory", "years", Bounds::between(0.01, 50.0), m.slow_memory);
  f.number("slow_weight", "share|index", kept, m.slow_weight);
  f.optional_number("slow_start", "usd/bbl", oil_price, m.slow_start);
  if (f.has("history_until")) {
    const double until = f.real("history_until", bounds::calendar);
    m.history_ticks = std::clamp(b.tick_of(until), Id{0}, b.model().ticks);
    check_history(f, until);
  } else {
    f.accept("history_until");
  }
  f.finish();
}

void bind_rules(Binder& b) {
  const MapEntry* const entry = b.document().find("rules");
  if (entry == nullptr) {
    return;
  }
  Fields f(b, entry->value, "rules");
  Rules& r = b.model().rules;
  f.number("agreement_rate", "1/y", bounds::rate, r.agreement_rate);
  f.number("common_rate", "1/y", Bounds::between(0.001, 1.0), r.common_rate);
  f.number("horizon", "years", Bounds::between(1.0, 100.0), r.horizon);
  f.number("rest", "years", bounds::years, r.rest);
  f.number("break_on_shock", "share", bounds::share, r.break_on_shock);
  f.number("deadline_slack", plain, bounds::factor, r.deadline_slack);
  f.number("noise_persistence", "share|index", kept, r.noise_persistence);
  f.number("memorandum_rate", "1/y", bounds::rate, r.memorandum_rate);
  f.number("memorandum_life", "years", bounds::years, r.memorandum_life);
  f.number("memorandum_goodwill", "musd/y", bounds::amount, r.memorandum_goodwill);
  f.number("memorandum_temperature", "musd/y|index|share", bounds::positive,
           r.memorandum_temperature);
  f.number("resolve_years", "years", Bounds::between(0.01, 100.0), r.resolve_years);
  f.number("ban_threshold", "share|index", bounds::share, r.ban_threshold);
  f.neutral_number("mediation", plain, bounds::share, r.mediation, 0.5);
  f.number("conflict_noise", "musd/y", bounds::amount, r.conflict_noise);
  f.number("breach_rate", "1/y", bounds::rate, r.breach_rate);
  f.number("breach_slope", plain, bounds::factor, r.breach_slope);
  f.number("breach_weight", plain, bounds::factor, r.breach_weight);
  f.neutral_number("leader_affinity", plain, bounds::share, r.leader_affinity);
  f.number("trust_prior", "index|share|count", Bounds::between(0.01, 1000.0), r.trust_prior);
  f.number("trust_memory", "share|index", kept, r.trust_memory);
  f.number("affinity_memory", "share|index", kept, r.affinity_memory);
  f.number("affinity_deal", plain, bounds::stance, r.affinity_deal);
  f.number("affinity_breach", plain, bounds::stance, r.affinity_breach);
  f.number("affinity_shock", plain, bounds::stance, r.affinity_shock);
  f.number("shock_trust", "index|share|count", bounds::factor, r.shock_trust);
  f.number("stance_to_affinity", plain, Bounds::between(-2.0, 2.0), r.stance_to_affinity);
  f.number("alliance_to_affinity", plain, Bounds::between(-2.0, 2.0), r.alliance_to_affinity);
  f.optional_number("alliance_to_threat", "share", bounds::share, r.alliance_to_threat);
  f.number("trade_speed", "1/y", bounds::rate, r.trade_speed);
  f.number("trade_affinity", plain, bounds::factor, r.trade_affinity);
  f.number("corridor_trade", plain, Bounds::between(-5.0, 5.0), r.corridor_trade);
  f.number("fear_memory", "years", Bounds::between(0.01, 100.0), r.fear_memory);
  f.number("sanction_fade", "years", Bounds::between(0.01, 100.0), r.sanction_fade);
  f.number("precedent", "share|index", Bounds::between(0.001, 10.0), r.precedent);
  f.number("stake_effect", plain, bounds::factor, r.stake_effect);
  f.optional_number("payment_friction", "share", bounds::share, r.payment_friction);
  f.optional_number("soft_currency", "share", bounds::share, r.soft_currency);
  f.optional_number("goods_value", "share", bounds::share, r.goods_value);
  f.optional_number("goods_cost", "share", bounds::share, r.goods_cost);
  f.number("gearing", plain, bounds::factor, r.gearing);
  f.number("commitment_temperature", "musd/y", bounds::positive, r.commitment_temperature);
  f.number("holdup_speed", "1/y", bounds::rate, r.holdup_speed);
  f.number("press_temperature", "musd/y", bounds::positive, r.press_temperature);
  f.number("press_cost", "musd/y", bounds::amount, r.press_cost);
  f.number("arrears_penalty", plain, bounds::factor, r.arrears_penalty);
  f.number("hostility_stance", plain, Bounds::between(-10.0, 10.0), r.hostility_stance);
  f.number("hostility_offset", plain, Bounds::between(-10.0, 10.0), r.hostility_offset);
  b.model().split_rule = read_split_rule(f, false);
  b.model().protocol =
      static_cast<Id>(f.choice_or<Protocol>("protocol", protocol_names, Protocol::single_text));
  f.finish();
}

}  // namespace tumen
