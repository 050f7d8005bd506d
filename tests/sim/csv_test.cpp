#include "sim/csv.hpp"

#include "sim/json_writer.hpp"
#include "sim/result_tables.hpp"
#include "tests/support/small_story.hpp"

#include <limits>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

TEST_CASE("fields with commas, quotes and line breaks are quoted", "[sim][csv]") {
  CsvTable csv({"a", "b"});
  csv.add("x,y").add("say \"no\"").add("two\nlines").add("plain");
  CHECK(csv.text() == "a,b\r\n\"x,y\",\"say \"\"no\"\"\"\r\n\"two\nlines\",plain\r\n");
}

TEST_CASE("a number is written with the fewest digits that give it back", "[sim][csv]") {
  CHECK(exact_text(0.1) == "0.1");
  CHECK(exact_text(static_cast<double>(0.1F)) == "0.1");  // a float's value, read back as a float
  CHECK(exact_text(1.0 / 3) == "0.3333333333333333");
  CHECK(exact_text(-0.0) == "0");
  CHECK(exact_text(std::numeric_limits<double>::quiet_NaN()).empty());
  CHECK(exact_text(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("JSON is printed in the order it was made, NaN as null", "[sim][json]") {
  const JsonObject object{{"z", 1},
                          {"a", json_number(std::numeric_limits<double>::quiet_NaN())},
                          {"list", {1.5, "x\"y"}},
                          {"empty", JsonArray{}},
                          {"deep", {{"k", JsonArray{1}}, {"m", JsonArray{JsonArray{2}}}}}};
  CHECK(json_text(object) ==
        "{\n  \"z\": 1,\n  \"a\": null,\n  \"list\": [1.5, \"x\\\"y\"],\n  \"empty\": [],\n"
        "  \"deep\": {\n    \"k\": [1],\n    \"m\": [\n      [2]\n    ]\n  }\n}\n");
}

TEST_CASE("every event of a deal has a row a term and a row a party", "[sim][csv]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  trace.after[2].parties[borrower].total = 40;
  trace.after[2].parties[lender].total = -2.5;
  add_event(trace, 2, TraceEvent::Kind::broke_off, lender, Hindrance::no_gain);
  CHECK(deals_csv(s, trace) ==
        "year,tick,package,event,country,why,kind,name,value,unit,from,to\r\n"
        "2011.5,2,swap,broke_off,RUS,no_gain,term,fee,120,musd/y,RUS,PRK\r\n"
        "2011.5,2,swap,broke_off,RUS,no_gain,gain,PRK,40,musd/y,,\r\n"
        "2011.5,2,swap,broke_off,RUS,no_gain,gain,RUS,-2.5,musd/y,,\r\n");
}

TEST_CASE("the ledger names payer, payee, what moved and its unit", "[sim][csv]") {
  const Scenario s = small_scenario();
  Trace trace = quiet_trace(s, 4);
  trace.flows.push_back({1, {lender, borrower, 0, no_id, 0, Commodity::gas, 2.5, 2.4}});
  trace.flows.push_back({2, {borrower, lender, no_id, 0, no_id, Commodity::money, 30, 30}});
  CHECK(ledger_csv(s, trace) ==
        "year,tick,from,to,package,debt,corridor,commodity,amount,arrives,unit\r\n"
        "2011.25,1,RUS,PRK,swap,,line,gas,2.5,2.4,bcm\r\n"
        "2011.5,2,PRK,RUS,,old_claim,,money,30,30,musd\r\n");
}

TEST_CASE("the state has one row a tick, entity and variable", "[sim][csv]") {
  const Scenario s = small_scenario();
  const std::string text = state_csv(s, quiet_trace(s, 2));
  CHECK(
      text.starts_with("year,tick,table,entity,variable,value,unit\r\n"
                       "2011,0,market,world,brent,80,usd/bbl\r\n"));
  CHECK(text.find("2011.25,1,country,RUS,gdp,1000,usd_bn\r\n") != std::string::npos);
  CHECK(text.find("2011,0,debt,old_claim,face,11000,musd\r\n") != std::string::npos);
  CHECK(text.find("2011,0,party,swap.PRK,gain,0,musd/y\r\n") != std::string::npos);
  CHECK(text.find("2011,0,term,swap.fee,value,120,musd/y\r\n") != std::string::npos);
}
