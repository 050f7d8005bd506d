// What people compose: instruments with bounds, drafts, and the package that comes of them.
#include "sim/json_reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/room_game.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;
using namespace tumen::server::rooms;
using test::has;

Draft cut() {
  return {"debt_write_off",
          {{"creditor", "RUS"}, {"debtor", "PRK"}},
          {{"debt", "dprk_to_russia"}},
          {{"haircut", 0.87}, {"tenor", 17}}};
}

}  // namespace

TEST_CASE("the catalogue holds the instruments of a scenario with roles, things and bounds",
          "[server][rooms]") {
  const Catalogue catalogue = catalogue_of(scenes::load("debt-only"));
  CHECK(catalogue.slots == 8);
  const InstrumentInfo* const found = find_instrument(catalogue.instruments, "debt_write_off");
  REQUIRE(found != nullptr);
  CHECK(found->title == "Write-off of an old claim");
  REQUIRE(found->roles.size() == 2);
  CHECK(found->roles[0].name == "creditor");
  CHECK(found->roles[0].meaning == "who forgives");
  CHECK(found->roles[0].signs);
  REQUIRE(found->things.size() == 1);
  CHECK(found->things[0].section == "debts");
  REQUIRE(found->terms.size() == 2);
  CHECK(found->terms[0].name == "haircut");
  CHECK(found->terms[0].lower == 0.3);  // configs/instruments/debt.yaml
  CHECK(found->terms[0].upper == 0.98);
  CHECK(found->terms[0].start == 0.9);
  CHECK(found->terms[0].has_grid);
  CHECK(found->terms[0].from.empty());
  CHECK(find_instrument(catalogue.instruments, "debt_write_of") == nullptr);
}

TEST_CASE("a draft becomes a package whose terms cannot be anything else", "[server][rooms]") {
  const Catalogue catalogue = catalogue_of(scenes::load("debt-only"));
  CHECK(package_text(cut(), *find_instrument(catalogue.instruments, "debt_write_off")) ==
        "{instrument: debt_write_off, needs_memorandum: false, "
        "roles: {creditor: RUS, debtor: PRK}, things: {debt: dprk_to_russia}, "
        "terms: {haircut: {lower: 0.87, upper: 0.87, start: 0.87, grid: [0.87]}, "
        "tenor: {lower: 17, upper: 17, start: 17, grid: [17]}}}");
}

TEST_CASE("nothing but known names gets into a package", "[server][rooms]") {
  const Scenario scenario = scenes::load("debt-only");
  const Catalogue catalogue = catalogue_of(scenario);
  CHECK(mistakes_of(cut(), scenario, catalogue.instruments).empty());
  const auto complaint = [&](const std::function<void(Draft&)>& change) {
    Draft draft = cut();
    change(draft);
    const auto mistakes = mistakes_of(draft, scenario, catalogue.instruments);
    return mistakes.size() == 1 ? mistakes.front() : std::to_string(mistakes.size());
  };
  CHECK(has(complaint([](Draft& d) { d.instrument = "debt_write_off, roles: {}"; }), "allowed:"));
  CHECK(has(complaint([](Draft& d) { d.roles["debtor"] = "PRK, lasts: 1"; }), "allowed: RUS, PRK"));
  CHECK(has(complaint([](Draft& d) { d.things["debt"] = "*"; }), "allowed: dprk_to_russia"));
  CHECK(has(complaint([](Draft& d) { d.terms["haircut"] = NAN; }), "from 0.3 to 0.98"));
  CHECK(has(complaint([](Draft& d) { d.terms["haircut"] = 0.2999; }), "from 0.3 to 0.98"));
  CHECK(complaint([](Draft& d) { d.terms["haircut"] = 0.3; }) == "0");
}

TEST_CASE("numbers keep their bits through any number of trips through JSON", "[server][rooms]") {
  for (const double typed : {0.1, 0.876543219, 1.0 / 3, 12345.678, 1e-7, 600.0, 0.98}) {
    Draft draft = cut();
    draft.terms["haircut"] = tidy(typed);
    for (int trip = 0; trip < 3; ++trip) {
      std::vector<std::string> errors;
      const std::string text = json_line(draft_json(draft));
      const Draft back = draft_from(parse_json_object(text), "draft", errors);
      CHECK(errors.empty());
      CHECK(back == draft);
    }
  }
  CHECK(tidy(0.98) == 0.98);
  CHECK(tidy(1.0 / 3) == 0.333333);
}

TEST_CASE("a draft of another form is refused with what is allowed", "[server][rooms]") {
  std::vector<std::string> errors;
  static_cast<void>(draft_from(parse_json_object(R"({"instrument":3,"roles":[],"terms":{"a":"b"},)"
                                                 R"("extra":1})"),
                               "draft", errors));
  REQUIRE(errors.size() == 4);
  CHECK(has(errors[0], "\"extra\"; allowed: instrument, roles, things, terms"));
  CHECK(has(errors[1], "draft.instrument: missing"));
  CHECK(has(errors[2], "draft.roles: allowed is an object"));
  CHECK(has(errors[3], "draft.terms.a: allowed is a number"));
}
