// What helps authors of scenarios: validate, list and describe.
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace tumen::test;

TEST_CASE("validate names the place of every mistake and judges all files", "[cli]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "bad.yaml",
              "schema: 1\nname: bad\ntitel: A typo\nstart: soon\nticks: 4\n");
  const Finished done = run_program({"validate", "bad.yaml", "debt-only"}, folder.path());
  CHECK(done.code == 2);
  CHECK(has(done.err, "bad.yaml:3:1: titel: unknown key"));
  CHECK(has(done.err, "bad.yaml:4:8: start:"));
  CHECK(has(done.out, "debt-only: sound: 2 countries, 1 packages"));
}

TEST_CASE("a scenario is found by path, in the working directory and among the installed",
          "[cli]") {
  const TemporaryFolder folder;
  const Finished installed = run_program({"validate", "debt-only"}, folder.path());
  CHECK(installed.code == 0);
  write_bytes(folder.path() / "own.yaml",
              "schema: 1\ninclude: [scenarios/debt-only.yaml]\nname: own\n");
  const Finished by_path = run_program({"validate", "own.yaml"}, folder.path());
  const Finished by_name = run_program({"validate", "own"}, folder.path());
  CHECK(by_path.code == by_name.code);
  CHECK(by_path.code == 0);
}

TEST_CASE("every kind of list has entries", "[cli][long]") {
  const TemporaryFolder folder;
  for (const std::string kind : {"scenarios", "countries", "corridors", "instruments", "packages",
                                 "debts", "levers", "clauses", "rules", "outcomes"}) {
    std::vector<std::string> words = {"list", kind};
    if (kind != "packages") {  // those of all scenarios, which are loaded for that, once is enough
      words.insert(words.end(), {"--scenario", "debt-for-pipeline-2011"});
    }
    const Finished done = run_program(words, folder.path());
    CAPTURE(kind, done.err);
    CHECK(done.code == 0);
    CHECK(std::count(done.out.begin(), done.out.end(), '\n') >= 2);
  }
  CHECK(has(run_program({"list"}, folder.path()).out, "debt-only"));
}

TEST_CASE("a lever is described with value, unit, range and origin", "[cli]") {
  const TemporaryFolder folder;
  const Finished done = run_program(
      {"describe", "countries.PRK.discount_rate", "--scenario", "debt-only"}, folder.path());
  CHECK(done.code == 0);
  CHECK(has(done.out,
            "countries.PRK.discount_rate\n  value     0.25 1/y\n  range     0.15 to 0.35\n"));
  CHECK(has(done.out, "assumption:"));
}

TEST_CASE("a package, a country, an instrument and a clause are described by name", "[cli]") {
  const TemporaryFolder folder;
  const auto described = [&](const std::string& name) {
    return run_program({"describe", name, "--scenario", "debt-only"}, folder.path()).out;
  };
  CHECK(has(described("packages.debt_write_off"), "creditor: RUS"));
  CHECK(has(described("PRK"), "countries.PRK: DPRK"));
  CHECK(has(described("debt_write_off"), "instruments.debt_write_off: Write-off of an old claim"));
  CHECK(has(described("debt_relief"), "nominal share forgiven"));
  CHECK(has(described("debt-only"), "Scenario debt-only: One debt, two countries"));
  CHECK(has(described("countries.PRK.strategy"), "countries.PRK.strategy.kappa"));
}
