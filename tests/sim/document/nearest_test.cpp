#include "sim/document/nearest.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using tumen::edit_distance;
using tumen::nearest_name;

TEST_CASE("the edit distance counts insertions and deletions and changes and swaps",
          "[sim][document]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("discount_rat", "discount_rate") == 1);
  CHECK(edit_distance("PKR", "PRK") == 1);         // a swap of neighbours
  CHECK(edit_distance("kitten", "sitting") == 3);  // k->s, e->i, +g
  CHECK(edit_distance("Gdp", "gDP") == 0);         // letter case does not count
  CHECK(edit_distance("ca", "abc") == 3);          // alignment: no stretch is edited twice
}

TEST_CASE("only names reasonably near are offered", "[sim][document]") {
  const std::vector<std::string> names = {"gdp", "discount_rate", "population", "PRK", "RUS"};
  CHECK(nearest_name("discount_rat", names) == "discount_rate");
  CHECK(nearest_name("populaton", names) == "population");
  CHECK(nearest_name("prk", names) == "PRK");
  CHECK(nearest_name("GPD", names) == "gdp");
  CHECK(nearest_name("interest", names).empty());
  CHECK(nearest_name("", names).empty());
  CHECK(nearest_name(std::string(1'000'000, 'a'), names).empty());
  CHECK(nearest_name("x", std::vector<std::string>{"y"}).empty());
}

TEST_CASE("of equally near names the first is offered", "[sim][document]") {
  CHECK(nearest_name("cat", std::vector<std::string>{"car", "cap"}) == "car");
}
