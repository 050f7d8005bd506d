// A sweep under several policies: the same points and the same luck for each, and a choice at the
// end.
#include "sim/json_reader.hpp"
#include "tests/support/html_page.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace tumen::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* design = R"(schema: 1
name: small
scenario: debt-only
replicates: 8
design: {kind: sobol, n: 16}
factors:
  debts.dprk_to_russia.hope: range
  rules.agreement_rate: uniform:2:8
outcomes: [debts.dprk_to_russia.settled, countries.PRK.utility, packages.debt_write_off.signed_year@2000-2010]
)";

constexpr const char* policies = R"(policies:
  as_it_is: {}
  eager: {countries.RUS.strategy.concession: 0.9, countries.RUS.strategy.deadline: 2}
follow: [countries.PRK.utility]
goals: {debts.dprk_to_russia.settled: max >=0.5, countries.PRK.utility: min}
)";

/// The lines of a CSV text that start with `head`, without it.
std::vector<std::string> lines_after(const std::string& csv, const std::string& head) {
  std::vector<std::string> lines;
  std::istringstream in(csv);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(head)) {
      lines.push_back(line.substr(head.size()));
    }
  }
  return lines;
}

std::vector<std::string> fields_of(std::string line) {
  std::vector<std::string> fields;
  std::erase(line, '\r');
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, ',');) {
    fields.push_back(field);
  }
  return fields;
}

const tumen::JsonObject& entry(const tumen::JsonArray& all, const char* key, const char* value) {
  for (const tumen::Json& item : all) {
    if (tumen::text_at(item.as_object(), key) == value) {
      return item.as_object();
    }
  }
  throw std::runtime_error(value);
}

}  // namespace

TEST_CASE("a policy is run at the points and with the luck of a sweep that sets what it sets",
          "[cli][sweep]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", std::string(design) + policies);
  write_bytes(folder.path() / "eager.yaml",
              std::string(design) +
                  "follow: [countries.PRK.utility]\nset: {countries.RUS.strategy.concession: 0.9, "
                  "countries.RUS.strategy.deadline: 2}\n");
  REQUIRE(run_program({"sweep", "study.yaml", "--out", "s", "-q"}, folder.path()).code == 0);
  REQUIRE(run_program({"sweep", "eager.yaml", "--out", "e", "-q"}, folder.path()).code == 0);
  const std::string both = read_bytes(folder.path() / "s" / "runs.csv");
  const std::string one = read_bytes(folder.path() / "e" / "runs.csv");
  CHECK(has(both, "policy,point,replicate,debts.dprk_to_russia.settled"));
  const std::vector<std::string> eager = lines_after(both, "eager,");
  CHECK(eager.size() == 128);  // 16 points of 8 replicates
  const std::vector<std::string> alone = lines_after(one, "");
  CHECK(eager == std::vector<std::string>(alone.begin() + 1, alone.end()));
  CHECK(lines_after(both, "as_it_is,") != eager);
  // The by-tick statistics of a policy are those of its own sweep.
  const auto followed = lines_after(read_bytes(folder.path() / "s" / "by_tick.csv"), "eager,");
  const auto followed_alone = lines_after(read_bytes(folder.path() / "e" / "by_tick.csv"), "");
  CHECK(followed == std::vector<std::string>(followed_alone.begin() + 1, followed_alone.end()));
}

TEST_CASE("the choice of a sweep is what tumen decide says of its table", "[cli][sweep][decide]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", std::string(design) + policies);
  const Finished done = run_program({"sweep", "study.yaml", "--out", "s"}, folder.path());
  REQUIRE(done.code == 0);
  CHECK(has(done.out, "eager less as_it_is: "));
  CHECK(has(done.out, "runs have no value of"));
  const Finished decided = run_program(
      {"decide", "--table", "s/runs.csv", "--policy", "policy", "--scenario", "point", "--outcome",
       "debts.dprk_to_russia.settled,countries.PRK.utility", "--direction", "max,min", "--json"},
      folder.path());
  REQUIRE(decided.code == 0);
  const tumen::JsonObject told = tumen::parse_json_object(decided.out);
  const fs::path analysis = folder.path() / "s" / "analysis";
  CHECK(has(done.out, "256 runs under 2 policies, counted together here"));
  const tumen::JsonObject kept = tumen::parse_json_object(read_bytes(analysis / "decisions.json"));
  CHECK(kept.at("outcomes").as_array().size() == 2);
  CHECK(kept.at("pareto") == told.at("pareto"));
  const std::string rules = read_bytes(analysis / "rules.csv");
  const std::string payoffs = read_bytes(analysis / "payoffs.csv");
  for (const char* name : {"debts.dprk_to_russia.settled", "countries.PRK.utility"}) {
    const tumen::JsonObject& outcome = entry(told.at("outcomes").as_array(), "outcome", name);
    for (const tumen::Json& rule : outcome.at("rules").as_array()) {
      const std::string head =
          std::string(name) + "," + tumen::text_at(rule.as_object(), "rule") + ",";
      for (const char* policy : {"as_it_is", "eager"}) {
        const auto lines = lines_after(rules, head + policy + ",");
        REQUIRE(lines.size() == 1);
        const double score = rule.at("scores").at(policy).to_number<double>();
        CHECK(std::stod(fields_of(lines.front())[0]) == Approx(score).epsilon(1e-7).margin(1e-12));
      }
    }
    const auto lines = lines_after(payoffs, std::string(name) + ",eager,7,8,");
    REQUIRE(lines.size() == 1);
    const double mean = outcome.at("payoffs").at("eager").at("7").to_number<double>();
    const double regret = outcome.at("regrets").at("eager").at("7").to_number<double>();
    CHECK(std::stod(fields_of(lines.front())[0]) == Approx(mean).epsilon(1e-7));
    CHECK(std::stod(fields_of(lines.front())[2]) == Approx(regret).epsilon(1e-7).margin(1e-12));
  }
  CHECK(lines_after(rules, "debts.dprk_to_russia.settled,satisficing,").size() == 2);
}

TEST_CASE("the page of a sweep with policies has rules, differences and regret maps",
          "[cli][sweep]") {
  const TemporaryFolder folder;
  write_bytes(folder.path() / "study.yaml", std::string(design) + policies);
  REQUIRE(run_program({"sweep", "study.yaml", "--out", "s", "-q"}, folder.path()).code == 0);
  const fs::path analysis = folder.path() / "s" / "analysis";
  const std::string page = read_bytes(analysis / "page.html");
  CHECK(is_balanced(page));
  CHECK(row_after(page, "The policies", "as_it_is") ==
        std::vector<std::string>{"the scenario as it is"});
  CHECK(row_after(page, "the same with other luck", "maximin").size() == 3);
  const auto difference = row_after(page, "same points and same luck", "eager");
  REQUIRE(difference.size() == 5);
  CHECK(difference[0] == "as_it_is");
  CHECK(has(page, "countries.PRK.utility under eager"));
  const std::string fans = read_bytes(folder.path() / "s" / "by_tick.csv");
  CHECK(lines_after(fans, "as_it_is,countries.PRK.utility,") !=
        lines_after(fans, "eager,countries.PRK.utility,"));
  CHECK(has(page, "Over the years"));
  CHECK(fs::exists(analysis / "countries.PRK.utility-under-eager-over-years.svg"));
  const std::string map = read_bytes(analysis / "countries.PRK.utility-regret.svg");
  CHECK(is_balanced("<html>" + map + "</html>"));
  CHECK(has(map, "by rules.agreement_rate"));
  // 16 points are too many for no column and few enough for one each.
  const auto cells = lines_after(read_bytes(analysis / "regret.csv"), "countries.PRK.utility,");
  CHECK(cells.size() == 2 * (16 + 8 + 8));
}

TEST_CASE("policies with mistakes are refused and nothing is written", "[cli][sweep]") {
  const TemporaryFolder folder;
  const auto refused = [&](const std::string& text) {
    write_bytes(folder.path() / "study.yaml", design + text);
    const Finished done = run_program({"sweep", "study.yaml", "--out", "out"}, folder.path());
    CHECK(done.code == 2);
    CHECK_FALSE(fs::exists(folder.path() / "out"));
    return done.err;
  };
  const std::string two = "policies:\n  a: {}\n  b: {";
  CHECK(has(refused(two + "rules.agreement_rate: 3}\n"),
            "policy b: rules.agreement_rate: a number that the points set too"));
  CHECK(has(refused(two + "rules.agreement_rat: 3}\n"), "did you mean"));
  CHECK(has(refused(two + "ticks: 3}\n"), "policy b: ticks: 3 ticks"));
  CHECK(has(refused("policies: {a: {}}\n"), "1 policies; allowed: two or more"));
  CHECK(has(refused("policies: {a: {}, ../b: {}}\n"), "a name of letters"));
  CHECK(has(refused("goals: {countries.PRK.utility: max}\n"), "goals without policies"));
  const std::string sound = "policies: {a: {}, b: {}}\ngoals: {";
  CHECK(has(refused(sound + "countries.PRK.utilty: max}\n"), "no outcome of the study"));
  CHECK(has(refused(sound + "countries.PRK.utility: best}\n"), "max or min"));
}
