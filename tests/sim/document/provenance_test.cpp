#include "sim/document/provenance.hpp"

#include "tests/sim/document/support.hpp"

#include <catch2/catch.hpp>

using tumen::Problems;
using tumen::test::DocumentFolder;
using tumen::test::parsed;

TEST_CASE("sources are read with their titles", "[sim][document]") {
  const DocumentFolder folder("sources");
  const auto file = folder.write("sources.yaml",
                                 "schema: 1\nsources:\n"
                                 "  A3: {title: Trade statistics, url: \"https://example.org\"}\n"
                                 "  B12: {title: Interview, note: on paper, year: 2011}\n");
  Problems problems;
  const tumen::Provenance provenance = tumen::load_sources(file, problems);
  CHECK(problems.text().empty());
  CHECK(provenance.keys() == std::vector<std::string>{"A3", "B12"});
  REQUIRE(provenance.find("B12") != nullptr);
  CHECK(provenance.find("B12")->title == "Interview");
  CHECK(provenance.find("B12")->year == "2011");
  CHECK(provenance.find("B13") == nullptr);
}

TEST_CASE("incomplete sources are refused", "[sim][document]") {
  Problems problems;
  static_cast<void>(tumen::read_sources(
      parsed("schema: 1\nsources:\n  A: {url: x, tilte: y}\n  B: {title: z}\n"), problems));
  CHECK(
      problems.text() ==
      "f.yaml:3:6: sources.A.title: missing\n"
      "f.yaml:3:15: sources.A.tilte: unknown key; allowed: accessed, author, data, doi, licence, "
      "note, publisher, title, url, year; did you mean \"title\"?\n"
      "f.yaml:4:6: sources.B: neither a url nor a note; allowed: url: ADDRESS or note: \"where it "
      "is found\"\n");
}

TEST_CASE("a sources file that cannot be read is told once", "[sim][document]") {
  const DocumentFolder folder("no_sources");
  Problems problems;
  CHECK(tumen::load_sources(folder.path() / "sources.yaml", problems).size() == 0);
  CHECK(folder.strip(problems.text()) == "sources.yaml: no such file\n");
}
