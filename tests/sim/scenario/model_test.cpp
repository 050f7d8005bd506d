#include "tests/sim/scenario/support.hpp"
#include "world/rng.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

const Country& country(const Scenario& s, const char* name) {
  return at(s.model.countries, id(s.names.countries, name));
}

}  // namespace

TEST_CASE("entities keep the order of the document", "[scenario]") {
  const Scenario s = compile(toy());
  CHECK(s.names.countries == std::vector<std::string>{"RUS", "PRK", "KOR", "USA"});
  CHECK(s.names.country_titles[3] == "United States");
  CHECK(s.names.pairs == std::vector<std::string>{"RUS-PRK", "KOR-RUS", "PRK-KOR", "USA-KOR"});
  CHECK(s.names.corridors == std::vector<std::string>{"line", "tanker"});
  CHECK(s.names.corridor_titles == std::vector<std::string>{"The line", "tanker"});
  CHECK(s.names.instruments == std::vector<std::string>{"pipeline", "write_off", "waiver"});
}

TEST_CASE("a number carries its value in the expected unit with its path and origin",
          "[scenario]") {
  const Scenario s = compile(toy());
  CHECK(value(s, "market.lng_lag") == 0.5);         // 6 months
  CHECK(value(s, "market.slow_weight") == 0.5);     // 50 percent
  CHECK(value(s, "corridors.line.capex") == 3500);  // 3.5 bn USD in M USD
  const Number rate = country(s, "PRK").discount_rate;
  const NumberInfo& info = s.numbers.at(static_cast<std::size_t>(rate.index));
  CHECK(info.path == "countries.PRK.discount_rate");
  CHECK(info.unit == "1/y");
  CHECK(info.assumption == "as others");
  CHECK(info.has_range);
  CHECK(info.low == 0.05);
  CHECK(info.high == 0.15);
  CHECK(s.numbers.at(static_cast<std::size_t>(s.model.rules.gearing.index)).sources ==
        std::vector<std::string>{"BOOK"});
  CHECK(s.numbers.size() == s.values.size());
}

TEST_CASE("an entity takes from the default what it does not say", "[scenario]") {
  const Scenario s = compile(toy());
  CHECK(value(s, "countries.KOR.strategy.kappa") == 0.8);
  CHECK(value(s, "countries.USA.strategy.kappa") == 0.8);
  CHECK(country(s, "USA").strategy.kappa.index != country(s, "KOR").strategy.kappa.index);
  CHECK_FALSE(find_number(s, "countries.default.strategy.kappa"));
  CHECK(id(s.names.countries, "default") == no_id);
}

TEST_CASE("a series holds the value at the start of each tick", "[scenario]") {
  const Scenario s = compile(toy());
  const Series demand = country(s, "KOR").fuel[0].demand;
  CHECK(value(s, demand, 1) == 20);  // 2000.25: the step of 1999 holds
  CHECK(value(s, demand, 2) == 30);  // 2000.5
  const Series gdp = country(s, "RUS").gdp;
  CHECK(value(s, gdp, 0) == 260);
  CHECK(value(s, gdp, 1) == 270);   // a quarter of the way from 260 to 300
  CHECK(value(s, gdp, 48) == 300);  // the last value holds: 8 ticks and 40 beyond
  CHECK(s.series.size() % 49 == 0);
  CHECK(value(s, "countries.RUS.gdp.scale") == 1);
}

TEST_CASE("a plain number is a constant series", "[scenario]") {
  const Scenario s = compile(toy());
  const Series currency = country(s, "PRK").hard_currency;
  CHECK(value(s, currency, 0) == 5000);
  CHECK(value(s, currency, 48) == 5000);
  CHECK_FALSE(find_number(s, "countries.PRK.hard_currency"));
}

TEST_CASE("history gives the price until its date and chance after it", "[scenario]") {
  const Scenario s = compile(toy());
  CHECK(s.model.market.history_ticks == 4);  // 2000 to 2001
  CHECK(value(s, s.model.market.brent_history, 3) == 24);
  const Scenario open = compile(toy({{"  history_until: 2001.0\n", ""}}));
  CHECK(open.model.market.history_ticks == 0);
}

TEST_CASE("a pair is found in both orders and turned so that a is before b", "[scenario]") {
  const Scenario s = compile(toy());
  const Model& m = s.model;
  CHECK(m.pair(0, 2) == 1);  // RUS and KOR, declared as KOR-RUS
  CHECK(m.pair(2, 0) == 1);
  CHECK(m.pair(0, 3) == no_id);
  const Pair& pair = at(m.pairs, 1);
  CHECK(pair.a == 0);
  CHECK(pair.b == 2);
  CHECK_FALSE(pair.trade_ab.exists());
  CHECK(value(s, pair.trade_ba, 0) == 700);                                   // from KOR to RUS
  CHECK(s.values.at(static_cast<std::size_t>(pair.leverage_ab.index)) == 7);  // RUS over KOR
}

TEST_CASE("the government in office at the start is the last one before it", "[scenario]") {
  const Scenario s = compile(toy());
  const Country& kor = country(s, "KOR");
  REQUIRE(kor.calendar.size() == 2);
  CHECK(kor.calendar[0].tick == 0);
  CHECK(kor.calendar[0].doctrine == 0);  // sunshine
  CHECK(kor.calendar[1].tick == 5);      // 2001.3 lies in the quarter from 2001.25
  CHECK(kor.calendar[1].doctrine == 1);
  CHECK(kor.last_known_tick == 6);                  // 2001.7 lies in the quarter from 2001.5
  CHECK(country(s, "USA").last_known_tick > 4000);  // nobody follows
}

TEST_CASE("a stance that one doctrine leaves out is neutral and can be swept", "[scenario]") {
  const Scenario s = compile(toy());
  const Country& kor = country(s, "KOR");
  CHECK(kor.stance_toward == std::vector<Id>{1, 3});  // PRK and USA
  REQUIRE(kor.doctrines.size() == 2);
  CHECK(value(s, "countries.KOR.doctrines.sunshine.stance.PRK") == 0.7);
  CHECK(value(s, "countries.KOR.doctrines.sunshine.stance.USA") == 0);
  CHECK(value(s, "countries.KOR.doctrines.distance.priority") == 0);
  CHECK(kor.doctrines[1].forbids == std::array<bool, 3>{true, true, false});
}

TEST_CASE("a corridor knows its hosts and its firms and when it could deliver", "[scenario]") {
  const Scenario s = compile(toy());
  const Corridor& line = at(s.model.corridors, 0);
  CHECK(line.hosts == std::vector<Id>{1});
  CHECK(at(s.model.corridors, 1).hosts.empty());
  CHECK(line.firms.first == 0);
  CHECK(line.firms.count == 1);
  CHECK(at(s.model.firms, 0).corridor == 0);
  CHECK(line.lead_ticks == 16);  // 4 years of 4 ticks
  CHECK(line.rivals == std::vector<Id>{1});
  CHECK(at(s.model.corridors, 1).stage == CorridorStage::operating);
  REQUIRE(s.corridor_nodes.at(0).size() == 2);
  CHECK(s.corridor_nodes[0][1].name == "Seoul");
  CHECK(s.corridor_nodes[0][1].longitude == 127.0);
}

TEST_CASE("declared events stand in the order of their ticks without those before the start",
          "[scenario]") {
  const Scenario s = compile(toy());
  REQUIRE(s.model.events.size() == 2);
  CHECK(s.model.events[0].kind == EventKind::affinity);
  CHECK(s.model.events[0].tick == 3);    // 2000.8
  CHECK(s.model.events[0].entity == 2);  // KOR-PRK is the pair PRK-KOR
  CHECK(s.model.events[1].tick == 5);
  CHECK(s.notes == std::vector<std::string>{"events before the start are left out: 1"});
}

TEST_CASE("random keys follow names and not places in the scenario", "[scenario]") {
  const Scenario s = compile(toy());
  CHECK(country(s, "KOR").key == entity_key("countries/KOR"));
  CHECK(at(s.model.packages, 1).key == entity_key("packages/debt_deal"));
  const Scenario fewer = compile(toy(), {"packages.line_deal.enabled=false"});
  CHECK(at(fewer.model.packages, 0).key == at(s.model.packages, 1).key);
}
