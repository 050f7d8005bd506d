#include "cli/recorded_run.hpp"

#include "cli/session.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include <boost/json.hpp>

namespace tumen::cli {
namespace fs = std::filesystem;

bool is_run_directory(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path / "manifest.json", error);
}

RecordedRun read_recorded_run(const fs::path& folder) {
  const fs::path file = folder / "manifest.json";
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    const JsonObject manifest = boost::json::parse(text).as_object();
    RecordedRun recorded;
    recorded.scenario_file = boost::json::value_to<std::string>(manifest.at("scenario_file"));
    recorded.overrides = boost::json::value_to<std::vector<std::string>>(manifest.at("set"));
    recorded.settings.seed = boost::json::value_to<std::uint64_t>(manifest.at("seed"));
    recorded.settings.run = boost::json::value_to<std::uint32_t>(manifest.at("first_run"));
    recorded.settings.in_double =
        boost::json::value_to<std::string>(manifest.at("number")) == "double";
    return recorded;
  } catch (const std::exception& error) {  // Boost.JSON throws several types
    refuse_option(file.generic_string(), std::string("not the manifest of a run: ") + error.what(),
                  "a folder that tumen run has written");
  }
}

}  // namespace tumen::cli
