#include "studies/table.hpp"

#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cmath>
#include <functional>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

std::string complaint(const std::string& text) {
  try {
    (void)parse_table(text, "t.csv");
  } catch (const InputError& error) {
    return error.what();
  }
  return "read";
}

}  // namespace

TEST_CASE("a table is read whatever ends its lines", "[studies][table]") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Table table = parse_table(
        "\xEF\xBB\xBFx1, \"x,\"\"2\"\"\"" + end + "1,-2.5e1" + end + " +3 ,True" + end + end,
        "t.csv");
    CHECK(table.names == std::vector<std::string>{"x1", "x,\"2\""});
    CHECK(table.columns == std::vector<std::vector<double>>{{1, 3}, {-25, 1}});
    CHECK(table.rows() == 2);
  }
}

TEST_CASE("a file of numbers needs no header", "[studies][table]") {
  const Table one = parse_table("1\n2\n3", "t.csv");
  CHECK(one.names == std::vector<std::string>{"y"});
  CHECK(one.columns.front() == std::vector<double>{1, 2, 3});
  CHECK(parse_table("1,2\n3,4\n", "t.csv").names == std::vector<std::string>{"y1", "y2"});
}

TEST_CASE("what is wrong with a table is told with its line", "[studies][table]") {
  CHECK(has(complaint(""), "t.csv: an empty file"));
  CHECK(has(complaint("a,b\n"), "no line of numbers"));
  CHECK(has(complaint("a,b\n1,2\n3\n"), "t.csv:3: 1 cells; allowed: 2"));
  CHECK(has(complaint("a,b\n1,2\n\n3,4\n"), "t.csv:3: an empty line"));
  CHECK(has(complaint("a,b\n1,\n"), "t.csv:2: column 2 (\"b\"): an empty cell"));
  CHECK(has(complaint("a,b\n1,nan\n"), "column 2 (\"b\"): \"nan\""));
  CHECK(has(complaint("a,b\n1,inf\n"), "\"inf\"; allowed: a finite number"));
  CHECK(has(complaint("a,b\n1,0x10\n"), "\"0x10\""));
  CHECK(has(complaint("a,a\n1,2\n"), "t.csv:1: two columns \"a\""));
  CHECK(has(complaint(",a\n0,2\n"), "index=False"));
  CHECK(has(complaint("a,1\n0,2\n"), "column 2 is called \"1\""));
  CHECK(has(complaint("a;b\n0;2\n"), "separated by commas"));
  CHECK(has(complaint("a,\"b\n0,2\n"), "t.csv:1: a quotation mark that is not closed"));
  CHECK(has(complaint("a,\"b\"x\n0,2\n"), "after a quotation mark"));
  CHECK(has(complaint(std::string("a,b\n1,\0\n", 8)), "t.csv:2: a byte that is no text"));
  CHECK(has(complaint("a,\xFF\n1,2\n"), "UTF-8"));
}

TEST_CASE("missing cells are masked only where that is asked for", "[studies][table]") {
  const Table table = parse_table("a,b\n1,\nNaN,2\n", "t.csv", Missing::masked);
  CHECK(std::isnan(table.columns[1][0]));
  CHECK(std::isnan(table.columns[0][1]));
  CHECK(table.columns[1][1] == 2);
  CHECK_THROWS_AS(parse_table("a,b\n1,inf\n", "t.csv", Missing::masked), InputError);
}

TEST_CASE("a column that is not there is answered with the nearest", "[studies][table]") {
  const Table table = parse_table("price,volume\n1,2\n", "t.csv");
  CHECK(column(table, "volume").front() == 2);
  CHECK_THROWS_WITH(column(table, "volum"),
                    Catch::Contains("t.csv: no column \"volum\"; allowed: price, volume; did you "
                                    "mean \"volume\"?"));
}

TEST_CASE("a table that is no file is refused with the nearest name", "[studies][table]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "design.csv", "a\n1\n");
  CHECK(read_table(folder.path() / "design.csv").rows() == 1);
  CHECK_THROWS_WITH(read_table(folder.path() / "desing.csv"), Catch::Contains("design.csv\"?"));
  CHECK_THROWS_WITH(read_table(folder.path()), Catch::Contains("a folder; allowed: a CSV file"));
}
