#include "tests/sim/scenario/support.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

TEST_CASE("an override sets a number in the unit it is written in", "[scenario]") {
  const Scenario s = compile(toy(), {"corridors.line.capex=4", "market.slow_weight=30"});
  CHECK(value(s, "corridors.line.capex") == 4000);  // the file counts in bn USD
  CHECK(value(s, "market.slow_weight") == 0.3);     // and here in percent
}

TEST_CASE("an override reaches what an entity has from its default", "[scenario]") {
  const Scenario s = compile(toy(), {"countries.PRK.strategy.kappa=0.9"});
  CHECK(value(s, "countries.PRK.strategy.kappa") == 0.9);
  CHECK(value(s, "countries.KOR.strategy.kappa") == 0.8);
}

TEST_CASE("an override of a default or a template reaches all its copies", "[scenario]") {
  const Scenario s = compile(
      toy(), {"countries.default.strategy.kappa=0.7", "instruments.pipeline.terms.fee.upper=250"});
  CHECK(value(s, "countries.PRK.strategy.kappa") == 0.7);
  CHECK(value(s, "countries.KOR.strategy.kappa") == 0.7);
  CHECK(value(s, "packages.line_deal.terms.fee.upper") == 250);
  CHECK(value(s, "packages.bundle.terms.fee.upper") == 250);
}

TEST_CASE("an override may leave the range of an assumption but not the bounds of its meaning",
          "[scenario]") {
  const Scenario s = compile(toy(), {"countries.PRK.discount_rate=0.4"});
  CHECK(value(s, "countries.PRK.discount_rate") == 0.4);
  const Number rate = *find_number(s, "countries.PRK.discount_rate");
  CHECK(s.numbers.at(static_cast<std::size_t>(rate.index)).high == 0.4);
  CHECK(complaints(toy(), {"countries.PRK.discount_rate=3"}) ==
        "countries.PRK.discount_rate.value: found 3 1/y; allowed: from 0.001 to 2 1/y\n");
}

TEST_CASE("a series is scaled through a number of its own", "[scenario]") {
  const Scenario s = compile(toy(), {"countries.RUS.gdp.scale=1.5"});
  CHECK(value(s, "countries.RUS.gdp.scale") == 1.5);
  CHECK(complaints(toy(), {"countries.RUS.gdp.scale=6"}) ==
        "countries.RUS.gdp.scale: found \"6\"; allowed: from 0 to 5 index\n");
}

TEST_CASE("a number that is only implied can be set", "[scenario]") {
  const Scenario s = compile(toy(), {"countries.KOR.doctrines.sunshine.stance.USA=0.25",
                                     "countries.KOR.doctrines.1.priority=-0.5"});
  CHECK(value(s, "countries.KOR.doctrines.sunshine.stance.USA") == 0.25);
  CHECK(value(s, "countries.KOR.doctrines.distance.priority") == -0.5);
}

TEST_CASE("flags and names that a file leaves out can be set", "[scenario]") {
  const Scenario s = compile(toy(), {"corridors.line.is_exempt=true", "corridors.line.stage=study",
                                     "rules.split_rule=shapley", "spare_packages=0", "ticks=4"});
  CHECK(at(s.model.corridors, 0).is_exempt);
  CHECK(at(s.model.corridors, 0).stage == CorridorStage::study);
  CHECK(s.model.split_rule == 4);
  CHECK(s.model.packages.size() == 4);
  CHECK(s.model.ticks == 4);
}

TEST_CASE("a number the file leaves out can be given whole", "[scenario]") {
  const Scenario s =
      compile(toy(), {"countries.KOR.harvest={spread: {value: 0.1, unit: share, source: BOOK}}"});
  CHECK(value(s, "countries.KOR.harvest.spread") == 0.1);
}

TEST_CASE("the last of two overrides of a path counts", "[scenario]") {
  const Scenario s = compile(toy(), {"rules.gearing=3", "rules.gearing=4"});
  CHECK(value(s, "rules.gearing") == 4);
}

TEST_CASE("an unknown path is refused with the nearest one", "[scenario]") {
  const std::string form =
      "no such number or key; allowed: a path of the scenario, or where nothing is configured yet "
      "the whole number: {value: NUMBER, unit: UNIT, assumption: \"why\", range: [LOW, HIGH]}";
  CHECK(complaints(toy(), {"countries.PRK.discont_rate=0.2"}) ==
        "countries.PRK.discont_rate: " + form +
            "; did you mean \"countries.PRK.discount_rate\"?\n");
  CHECK(complaints(toy(), {"packages.line_dael.enabled=false"}) ==
        "packages.line_dael.enabled: " + form + "; did you mean \"packages.line_deal.enabled\"?\n");
  CHECK(complaints(toy(), {"countries.KOR.gdp.scael=2"}) ==
        "countries.KOR.gdp.scael: " + form + "; did you mean \"countries.KOR.gdp.scale\"?\n");
  CHECK(complaints(toy(), {"nothing=2"}) == "nothing: " + form + "\n");
}

TEST_CASE("an override without a value is refused", "[scenario]") {
  CHECK(complaints(toy(), {"ticks"}) == "ticks: found \"ticks\"; allowed: PATH=VALUE\n");
  CHECK(complaints(toy(), {"=3"}) == "found \"=3\"; allowed: PATH=VALUE\n");
}

TEST_CASE("the text of a scenario tells every change of it and nothing else", "[scenario]") {
  const std::string text = compile(toy()).config_text;
  CHECK(compile(toy({{"# The smallest world", "# A small world"}})).config_text == text);
  CHECK(compile(toy(), {"rules.gearing=2"}).config_text == text);
  CHECK(compile(toy(), {"rules.gearing=3"}).config_text != text);
  CHECK(compile(toy(), {"countries.KOR.gdp.scale=2"}).config_text != text);
  CHECK(compile(toy(), {"packages.bundle.enabled=false"}).config_text != text);
}

TEST_CASE("the text of a scenario reads back as the same tree", "[scenario]") {
  const std::string text = compile(toy()).config_text;
  Problems problems;
  const Node root = parse_document(text, "again.yaml", problems);
  CHECK(problems.text().empty());
  CHECK(root.find("countries")->value.find("KOR")->value.find("name")->value.text() == "ROK");
  CHECK(root.find("story")->value.text() ==
        "For the tests of the loader: round numbers, each chosen to be told apart.\n");
}
