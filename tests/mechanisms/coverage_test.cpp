// Every mechanism has a test by name, names only what exists, and stands on the reference page.
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include "sim/document/load.hpp"
#include "sim/mechanisms.hpp"
#include "tests/support/scenes.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

const std::string root = TUMEN_SOURCE_DIR;

std::vector<Mechanism> mechanisms() {
  Problems problems;
  const Node document = load_document(root + "/configs/mechanisms.yaml", problems);
  std::vector<Mechanism> all = read_mechanisms(document, problems);
  INFO(problems.text());
  REQUIRE(problems.empty());
  return all;
}

/// Names and files of the tests that carry the tag of a mechanism.
struct Shown {
  std::string name, file;
};
std::map<std::string, std::vector<Shown>> tests_by_id() {
  std::map<std::string, std::vector<Shown>> out;
  for (const Catch::TestCase& test : Catch::getRegistryHub().getTestCaseRegistry().getAllTests()) {
    const std::string file = test.lineInfo.file;
    for (const std::string& tag : test.tags) {
      out[tag].push_back({test.name, file.substr(file.rfind("tests/"))});
    }
  }
  for (auto& [tag, tests] : out) {
    std::sort(tests.begin(), tests.end(),
              [](const Shown& a, const Shown& b) { return a.name < b.name; });
  }
  return out;
}

/// Everything that a scenario of the tree declares, by kind; numbers stand under "rules".
std::map<std::string_view, std::set<std::string>> declared() {
  std::map<std::string_view, std::set<std::string>> known;
  for (const std::string& name : scenes::all_names()) {
    const Scenario s = scenes::load(name);
    known["scenarios"].insert(name);
    const auto add = [&](std::string_view kind, const std::vector<std::string>& names) {
      known[kind].insert(names.begin(), names.end());
    };
    add("instruments", s.names.instruments);
    add("packages", s.names.packages);
    add("corridors", s.names.corridors);
    add("debts", s.names.debts);
    add("regimes", s.names.regimes);
    add("acts", s.names.acts);
    for (const NumberInfo& number : s.numbers) {
      known["rules"].insert(number.path);
    }
  }
  return known;
}

/// File under configs/ that declares `name` in a section `kind`, from the root; empty if it is not
/// one of the files of that kind.
std::string file_of(std::string_view kind, const std::string& name) {
  const std::string folder = kind == "regimes" ? "sanctions" : std::string(kind);
  const std::string where = root + "/configs/" + folder;
  if (kind == "scenarios") {
    return "configs/scenarios/" + name + ".yaml";
  }
  if (!std::filesystem::is_directory(where)) {
    return "";
  }
  std::set<std::string> files;  // by name: what a later file overrides, an earlier one declares
  for (const auto& entry : std::filesystem::directory_iterator(where)) {
    files.insert(entry.path().filename().string());
  }
  for (const std::string& file : files) {
    std::ifstream in(where + "/" + file);
    for (std::string line; std::getline(in, line);) {
      if (line.rfind("  " + name + ":", 0) == 0) {
        return "configs/" + folder + "/" + file;
      }
    }
  }
  return "";
}

std::string page() {
  const auto tests = tests_by_id();
  std::string text =
      "# Mechanisms\n\n"
      "What the model plays out, by the ids of the sources (A0 to A4 in `configs/sources.yaml`), "
      "what of the\nconfiguration plays it, and the tests that show its effect and that it "
      "vanishes "
      "when switched off. Made from\n`configs/mechanisms.yaml` and the tests; write it anew with "
      "`TUMEN_APPROVE=1 tumen_tests \"the page of mechanisms*\"`.\nRun the tests of one with "
      "`tumen_tests \"[E7]\"`; `tumen describe NAME` tells more of anything named here.\n";
  for (const Mechanism& m : mechanisms()) {
    text += "\n## " + m.id + ": " + m.title + "\n\n";
    for (std::size_t k = 0; k < mechanism_parts.size(); ++k) {
      if (m.parts[k].empty()) {
        continue;
      }
      text += "* " + std::string(mechanism_parts[k]) + ":";
      for (const std::string& name : m.parts[k]) {
        const std::string file = file_of(mechanism_parts[k], name);
        text += file.empty() ? " `" + name + "`" : " [" + name + "](../../" + file + ")";
      }
      text += "\n";
    }
    const auto shown = tests.find(m.id);
    for (const Shown& test : shown == tests.end() ? std::vector<Shown>{} : shown->second) {
      text += "* test: " + test.name + " ([" + test.file + "](../../" + test.file + "))\n";
    }
  }
  return text;
}

std::string content(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("each of the 58 mechanisms has a test that carries its id", "[mechanism]") {
  std::set<std::string> expected;
  for (const auto& [letter, count] : {std::pair{'E', 12}, {'T', 7}, {'D', 16}, {'S', 23}}) {
    for (int k = 1; k <= count; ++k) {
      expected.insert(letter + std::to_string(k));
    }
  }
  const auto tests = tests_by_id();
  std::set<std::string> found;
  for (const Mechanism& m : mechanisms()) {
    found.insert(m.id);
    INFO("mechanism " << m.id << ": " << m.title);
    CHECK(tests.contains(m.id));
  }
  CHECK(found == expected);
}

TEST_CASE("mechanisms name only what some scenario has, and each has a scenario", "[mechanism]") {
  const auto known = declared();
  for (const Mechanism& m : mechanisms()) {
    CHECK_FALSE(m.parts.back().empty());
    for (std::size_t k = 0; k < mechanism_parts.size(); ++k) {
      for (const std::string& name : m.parts[k]) {
        INFO(m.id << " names " << name << " among its " << mechanism_parts[k]);
        CHECK(known.at(mechanism_parts[k]).contains(name));
      }
    }
  }
}

TEST_CASE("the page of mechanisms is made from the configuration", "[mechanism]") {
  const std::string file = root + "/docs/reference/mechanisms.md";
  if (std::getenv("TUMEN_APPROVE") != nullptr) {
    std::ofstream(file) << page();
  }
  CHECK(content(file) == page());
}
