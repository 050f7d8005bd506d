#include "sim/wording.hpp"

#include "sim/text_table.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;

TEST_CASE("abbreviations and united states take the article", "[sim][wording]") {
  CHECK(with_article("DPRK") == "the DPRK");
  CHECK(with_article("United States") == "the United States");
  CHECK(with_article("Russia") == "Russia");
}

TEST_CASE("lists are joined with commas and one and", "[sim][wording]") {
  CHECK(join_and({}).empty());
  CHECK(join_and({"a"}) == "a");
  CHECK(join_and({"a", "b"}) == "a and b");
  CHECK(join_and({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("numbers for readers have three significant digits", "[sim][wording]") {
  CHECK(rounded(12345) == "12,300");
  CHECK(rounded(1234567) == "1,230,000");
  CHECK(rounded(-999.6) == "-1,000");
  CHECK(rounded(99.97) == "100");
  CHECK(rounded(9.996) == "10");
  CHECK(rounded(7.1) == "7.1");
  CHECK(rounded(0.0456) == "0.046");
  CHECK(rounded(0.0001) == "0");
  CHECK(rounded(-0.0) == "0");
  CHECK(rounded(std::nan("")) == "-");
  CHECK(with_sign(5) == "+5");
  CHECK(with_sign(-5) == "-5");
  CHECK(with_sign(0.0001) == "0");
}

TEST_CASE("units are printed as people write them", "[sim][wording]") {
  CHECK(with_unit(120, "musd/y") == "120 M USD/y");
  CHECK(with_unit(9.5, "usd/mmbtu") == "9.5 USD/MMBtu");
  CHECK(with_unit(0.9, "share") == "90 %");
  CHECK(with_unit(20, "years") == "20 years");
  CHECK(with_unit(2011.75, "year") == "2011");
  CHECK(with_unit(5, "kpersons") == "5,000 persons");
  CHECK(with_unit(3, "index") == "3");
}

TEST_CASE("a tick is dated by its quarter, month or year", "[sim][wording]") {
  Model m;
  m.start_year = 2011;
  m.dt = 0.25;
  CHECK(date_of_tick(m, 0) == "2011 Q1");
  CHECK(date_of_tick(m, 7) == "2012 Q4");
  m.dt = 1.0 / 12;
  CHECK(date_of_tick(m, 11) == "2011-12");
  CHECK(date_of_tick(m, 12) == "2012-01");
  m.dt = 1;
  CHECK(date_of_tick(m, 3) == "2014");
  m.dt = 0.5;
  CHECK(date_of_tick(m, 1) == "2011.50");
}

TEST_CASE("a table aligns by characters, wraps its last column and indents its notes",
          "[sim][wording]") {
  TextTable table({{"a", TextTable::Align::right}, {"b"}, {"text"}});
  table.add({"7", "é", "one two three four five six seven eight"});
  table.note("  a note");
  table.add({"12", "xyz", "short"});
  CHECK(table.text(34) ==
        " a  b    text\n"
        " 7  é    one two three four five\n"
        "         six seven eight\n"
        "  a note\n"
        "12  xyz  short\n");
}

TEST_CASE("a word longer than the line stays whole", "[sim][wording]") {
  CHECK(wrapped("ab abcdefghij c", 5) == std::vector<std::string>{"ab", "abcdefghij", "c"});
  CHECK(wrapped("", 5) == std::vector<std::string>{""});
}
