#include "sim/report_fans.hpp"

#include "tests/support/html_page.hpp"

#include <catch2/catch.hpp>

using namespace tumen::report;

namespace {

const std::string head = "outcome,unit,tick,year,present,mean,sd,min,max,q05,q25,q50,q75,q95\r\n";

std::vector<Fan> four() {
  return read_fans(head +
                       "a.gain,musd,0,2010,4,2,1,0,4,0,1,2,3,4\r\n"
                       "a.gain,musd,1,2010.5,4,3,1,0,4,1,2,3,4,5\r\n"
                       "a.signed,share,0,2010,4,0,0,0,0,0,0,0,0,0\r\n"
                       "a.signed,share,1,2010.5,4,0.25,0.5,0,1,0,0,0,0,1\r\n"
                       "a.cash,musd,0,2010,4,7,0,7,7,7,7,7,7,7\r\n"
                       "a.cash,musd,1,2010.5,4,7,0,7,7,7,7,7,7,7\r\n"
                       "a.flow,share,0,2010,0,,,,,,,,,\r\n"
                       "a.flow,share,1,2010.5,0,,,,,,,,,\r\n",
                   "by_tick.csv");
}

}  // namespace

TEST_CASE("fans are read by outcome and tick", "[report][batch]") {
  const std::vector<Fan> fans = four();
  REQUIRE(fans.size() == 4);
  CHECK(fans[0].years_a_tick == 0.5);
  CHECK(fans[0].mean == std::vector<double>{2, 3});
  CHECK(fans[0].quantiles[4] == std::vector<double>{4, 5});
  CHECK(fans[0].is_moving());
  CHECK_FALSE(fans[0].is_binary());
  CHECK(fans[1].is_binary());
  CHECK(fans[1].is_moving());
  CHECK_FALSE(fans[2].is_moving());
  CHECK_FALSE(fans[3].is_moving());  // no run has a value
}

TEST_CASE("a fan has two bands, what runs have or have not a share of runs", "[report][batch]") {
  const std::vector<Fan> fans = four();
  const auto bands_of = [](const std::string& svg) {
    std::size_t n = 0;
    for (auto at = svg.find("<polygon"); at != std::string::npos;
         at = svg.find("<polygon", at + 1)) {
      ++n;
    }
    return n;
  };
  CHECK(bands_of(fan_svg(fans[0])) == 2);
  CHECK(bands_of(fan_svg(fans[1])) == 0);
  CHECK(fan_svg(fans[1]).find("share of runs") != std::string::npos);
  const std::string both = fans_figure(fans, "by_tick.csv", 1);
  CHECK(both.find("The first 1 of 2 that move") != std::string::npos);
}

TEST_CASE("a fan of a policy carries its name, a table without columns is refused",
          "[report][batch]") {
  const auto fans = read_fans("policy," + head +
                                  "p,a.gain,musd,0,2010,4,2,1,0,4,0,1,2,3,4\r\n"
                                  "q,a.gain,musd,0,2010,4,2,1,0,4,0,1,2,3,4\r\n",
                              "by_tick.csv");
  REQUIRE(fans.size() == 2);
  CHECK(fans[1].name() == "a.gain under q");
  CHECK_THROWS_WITH(read_fans("outcome,unit\r\n", "by_tick.csv"),
                    Catch::Contains("no column year"));
}
