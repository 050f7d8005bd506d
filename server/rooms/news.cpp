#include "server/rooms/news.hpp"

#include "world/math.hpp"

#include <algorithm>

namespace tumen::server::rooms {

void declare(const News& news, Scenario& s) {
  const Id country = find_name(s.names.countries, news.country);
  if (news.kind == NewsKind::test && country != no_id) {
    s.model.events.push_back(
        {news.tick, EventKind::provocation, country, CorridorStage::none, Number{}});
  }
  if (news.kind == NewsKind::government && country != no_id) {
    Country& c = at(s.model.countries, country);
    const Id doctrine = find_name(at(s.names.doctrines, country), news.doctrine);
    const auto later = std::find_if(c.calendar.begin(), c.calendar.end(),
                                    [&](const Succession& x) { return x.tick > news.tick; });
    c.calendar.insert(later, {news.tick, doctrine});
  }
  if (news.kind == NewsKind::oil_price) {
    const Market& market = s.model.market;
    for (Id tick = news.tick; tick < market.history_ticks; ++tick) {
      at(s.series, market.brent_history.first + tick) *= news.factor;
    }
  }
}

void strike(const News& news, const Scenario& s, World<double>& w) {
  const Id country = find_name(s.names.countries, news.country);
  if (news.kind == NewsKind::government && country != no_id &&
      w.tick >= at(s.model.countries, country).last_known_tick) {
    const Id doctrine = find_name(at(s.names.doctrines, country), news.doctrine);
    at(w.countries, country).doctrine = static_cast<double>(doctrine);
    at(w.countries, country).in_office = 0;
  }
  if (news.kind == NewsKind::oil_price) {
    w.market.log_brent += tumen::log(news.factor);
  }
}

}  // namespace tumen::server::rooms
