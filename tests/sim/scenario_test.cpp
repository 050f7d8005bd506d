#include "sim/scenario/scenario.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

using namespace tumen;
namespace fs = std::filesystem;

namespace {

const fs::path configs = fs::path(TUMEN_SOURCE_DIR) / "configs";

// Every reference of the compiled tables lies within its table.
void check_references(const Scenario& s) {
  const Model& m = s.model;
  const auto within = [](Id id, std::size_t size) {
    return id == no_id || (id >= 0 && static_cast<std::size_t>(id) < size);
  };
  for (const Party& p : m.parties) {
    CHECK((p.country >= 0 && within(p.country, m.countries.size())));
    CHECK(within(p.package, m.packages.size()));
  }
  for (const Package& p : m.packages) {
    CHECK(p.row.size() == m.countries.size());
    CHECK(p.parties.count <= most_parties);
    for (Id row = p.parties.first; row < p.parties.end(); ++row) {
      CHECK(at(m.parties, row).signs == (row - p.parties.first < p.signatories));
      CHECK(at(p.row, at(m.parties, row).country) == row);
    }
  }
  for (const Clause& c : m.clauses) {
    for (const Value& v : c.amount) {
      CHECK(within(v.term, m.terms.size()));
      CHECK((v.term == no_id || !v.number.exists()));
    }
  }
}

}  // namespace

TEST_CASE("every scenario of the configuration loads", "[scenario]") {
  const std::vector<fs::path> files = list_scenarios({configs});
  REQUIRE_FALSE(files.empty());
  for (const fs::path& file : files) {
    INFO(file.filename());
    const Scenario s = load_scenario(file, {configs});
    CHECK(s.name == file.stem().string());
    CHECK_FALSE(s.model.packages.empty());
    check_references(s);
  }
}

TEST_CASE("no two numbers of a scenario have the same path", "[scenario]") {
  for (const fs::path& file : list_scenarios({configs})) {
    INFO(file.filename());
    const Scenario s = load_scenario(file, {configs});
    std::set<std::string> paths;
    for (const NumberInfo& info : s.numbers) {
      INFO(info.path);
      CHECK(paths.insert(info.path).second);
    }
  }
}

TEST_CASE("every number says where it comes from", "[scenario]") {
  for (const fs::path& file : list_scenarios({configs})) {
    INFO(file.filename());
    const Scenario s = load_scenario(file, {configs});
    const auto bare = std::find_if(s.numbers.begin(), s.numbers.end(), [](const NumberInfo& info) {
      return info.sources.empty() && info.assumption.empty();
    });
    CHECK((bare == s.numbers.end() ? "" : bare->path) == "");
  }
}
