#include "sim/run_directory.hpp"

#include "sim/document/problem.hpp"
#include "sim/picture.hpp"
#include "tests/support/small_story.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cmath>
#include <netcdf>

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

Scenario debt_only() {
  const fs::path configs = fs::path(TUMEN_SOURCE_DIR) / "configs";
  return load_scenario(configs / "scenarios" / "debt-only.yaml", {configs});
}

/// A run of five ticks, stopped after `stop` of them, written to `target`.
Trace write_five_ticks(const Scenario& s, const fs::path& target, std::size_t stop = 6) {
  RunSettings settings;
  settings.seed = 3;
  settings.ticks = 5;
  const Trace trace =
      run(s, settings, [stop](std::size_t done, std::size_t) { return done < stop; });
  ResultDirectory directory(target, false);
  ManifestInput manifest;
  manifest.kind = "run";
  manifest.settings = settings;
  manifest.is_interrupted = trace.interrupted;
  write_run(directory, s, trace, manifest);
  return trace;
}

}  // namespace

TEST_CASE("a run directory holds its files and nothing else", "[sim][run_directory]") {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "deep" / "run";
  (void)write_five_ticks(debt_only(), target);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(target)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"chronicle.txt", "deals.csv", "events.csv", "ledger.csv",
                                          "manifest.json", "map.svg", "picture.svg",
                                          "scenario.yaml", "state.csv", "state.nc"});
  // The hidden folder in which they were written is gone.
  CHECK(std::distance(fs::directory_iterator(target.parent_path()), {}) == 1);
}

TEST_CASE("all files of a run but its manifest depend on scenario, settings and seed alone",
          "[sim][run_directory]") {
  const TemporaryFolder folder;
  const Scenario s = debt_only();
  (void)write_five_ticks(s, folder.path() / "a");
  (void)write_five_ticks(s, folder.path() / "b");
  for (const auto& entry : fs::directory_iterator(folder.path() / "a")) {
    const auto name = entry.path().filename();
    if (name != "manifest.json") {
      CHECK(read_bytes(entry.path()) == read_bytes(folder.path() / "b" / name));
    }
  }
}

TEST_CASE("the manifest names seed, settings and the hash of every file", "[sim][run_directory]") {
  const TemporaryFolder folder;
  (void)write_five_ticks(debt_only(), folder.path() / "run");
  const std::string manifest = read_bytes(folder.path() / "run" / "manifest.json");
  CHECK(manifest.find("\"scenario\": \"debt-only\"") != std::string::npos);
  CHECK(manifest.find("\"seed\": 3,") != std::string::npos);
  CHECK(manifest.find("\"ticks\": 5,") != std::string::npos);
  CHECK(manifest.find("\"interrupted\": false") != std::string::npos);
  const std::string hash = fnv1a64(read_bytes(folder.path() / "run" / "state.csv"));
  CHECK(manifest.find("\"fnv1a64\": \"" + hash + "\"") != std::string::npos);
}

TEST_CASE("an interrupted run keeps the ticks that were done", "[sim][run_directory]") {
  const TemporaryFolder folder;
  const Trace trace = write_five_ticks(debt_only(), folder.path() / "run", 2);
  CHECK(trace.interrupted);
  CHECK(trace.after.size() == 2);
  const std::string state = read_bytes(folder.path() / "run" / "state.csv");
  CHECK(state.find("\r\n2000.25,1,") != std::string::npos);
  CHECK(state.find("\r\n2000.5,2,") == std::string::npos);
  CHECK(read_bytes(folder.path() / "run" / "manifest.json").find("\"interrupted\": true") !=
        std::string::npos);
}

TEST_CASE("the NetCDF file has labelled dimensions, units and the values of the state",
          "[sim][run_directory]") {
  const TemporaryFolder folder;
  const Trace trace = write_five_ticks(debt_only(), folder.path() / "run");
  const netCDF::NcFile file((folder.path() / "run" / "state.nc").string(), netCDF::NcFile::read);
  CHECK(file.getDim("tick").getSize() == 5);
  CHECK(file.getDim("country").getSize() == 2);
  std::string title;
  file.getAtt("title").getValues(title);
  CHECK(title == "One debt, two countries");

  std::vector<double> prices(5);
  file.getVar("market_brent").getVar(prices.data());
  CHECK(prices[0] == trace.after[0].market.brent);
  CHECK(prices[4] == trace.after[4].market.brent);
  CHECK(prices[4] != prices[0]);
  std::string unit;
  file.getVar("debt_face").getAtt("units").getValues(unit);
  CHECK(unit == "musd");

  std::vector<double> years(5);
  file.getVar("year").getVar(years.data());
  CHECK(years == std::vector<double>{2000, 2000.25, 2000.5, 2000.75, 2001});
  char* label = nullptr;
  file.getVar("country").getVar(std::vector<std::size_t>{1}, &label);
  CHECK(std::string(label) == "PRK");
  std::free(label);
}

TEST_CASE("a folder that is not empty is refused without force", "[sim][run_directory]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "manifest.json", "{}");
  CHECK_THROWS_AS(ResultDirectory(folder.path(), false), InputError);
  CHECK_NOTHROW(ResultDirectory(folder.path(), true));
  CHECK(read_bytes(folder.path() / "manifest.json") == "{}");
}

TEST_CASE("force never replaces a folder that holds no results", "[sim][run_directory]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "thesis.txt", "years of work");
  CHECK_THROWS_AS(ResultDirectory(folder.path(), true), InputError);
  CHECK(read_bytes(folder.path() / "thesis.txt") == "years of work");
}

TEST_CASE("a forced folder takes the place of the old one as a whole", "[sim][run_directory]") {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "run";
  fs::create_directory(target);
  write_bytes(target / "manifest.json", "{}");
  write_bytes(target / "old.csv", "old");
  ResultDirectory directory(target, true);
  directory.write("new.csv", "new");
  CHECK(fs::exists(target / "old.csv"));
  directory.commit();
  CHECK_FALSE(fs::exists(target / "old.csv"));
  CHECK(read_bytes(target / "new.csv") == "new");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a folder that is not committed leaves nothing behind", "[sim][run_directory]") {
  const TemporaryFolder folder;
  {
    const ResultDirectory directory(folder.path() / "run", false);
  }
  CHECK(folder.is_empty());
}

TEST_CASE("a file cannot become a folder of results", "[sim][run_directory]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "run", "a file");
  CHECK_THROWS_AS(ResultDirectory(folder.path() / "run", true), InputError);
}

TEST_CASE("the hash is the 64-bit FNV-1a of its authors", "[sim][run_directory]") {
  // Test vectors of Fowler, Noll and Vo.
  CHECK(fnv1a64("") == "cbf29ce484222325");
  CHECK(fnv1a64("a") == "af63dc4c8601ec8c");
  CHECK(fnv1a64("foobar") == "85944171f73967e8");
}

TEST_CASE("the picture draws a bar a stage and escapes titles", "[sim][picture]") {
  Scenario s = small_scenario();
  s.names.package_titles = {"Debt & <pipeline>"};
  Trace trace = quiet_trace(s, 4);
  add_event(trace, 0, TraceEvent::Kind::opened, lender);
  set_stage(trace, 0, PackageStage::talks);
  add_event(trace, 2, TraceEvent::Kind::signed_);
  set_stage(trace, 2, PackageStage::in_force);
  const std::string svg = picture_svg(s, trace);
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(svg.find("Debt &amp; &lt;pipeline&gt;") != std::string::npos);
  CHECK(svg.find("<pipeline>") == std::string::npos);
  // Four ticks over 632 units from 318: talks end and the agreement starts in the middle, at 634.
  CHECK(svg.find("<rect x=\"318\" y=\"179.5\" width=\"316\" height=\"19\" fill=\"url(#talks)\"") !=
        std::string::npos);
  CHECK(svg.find("<rect x=\"634\" y=\"179.5\" width=\"316\" height=\"19\" fill=\"#00785a\"") !=
        std::string::npos);
}

TEST_CASE("a run without a single tick still has a picture", "[sim][picture]") {
  const Scenario s = small_scenario();
  CHECK(picture_svg(s, quiet_trace(s, 0)).ends_with("</svg>\n"));
}
