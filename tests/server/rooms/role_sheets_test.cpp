// The printed role sheets tell each team what the page tells its seat.
#include "server/rooms/view.hpp"
#include "sim/document/load.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

TEST_CASE("the role sheets say of each seat what its page says", "[server][rooms][document]") {
  Problems problems;
  const std::string sheets =
      read_text_file(TUMEN_SOURCE_DIR "/docs/classroom/role-sheets.md", problems, {});
  problems.throw_if_any();
  for (const char* const country : {"RUS", "PRK", "KOR", "CHN", "JPN", "USA"}) {
    const JsonObject brief = server::rooms::viewing::brief_json(country, true);
    for (const char* const key : {"want", "fear", "lever", "objective", "measure"}) {
      CAPTURE(country, key);
      CHECK(sheets.find(std::string(brief.at(key).get_string())) != std::string::npos);
    }
  }
}
