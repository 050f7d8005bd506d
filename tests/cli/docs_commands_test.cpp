// Every command that a page of the documentation shows is run as it stands there.
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/wait.h>

namespace {

namespace fs = std::filesystem;
using namespace tumen::test;

// A fenced block of a page: its language and its text.
struct Block {
  std::string language, text;
};

std::vector<Block> blocks_of(const std::string& page) {
  std::vector<Block> out;
  std::istringstream lines(page);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) {
        out.push_back({line.substr(3), ""});
      }
    } else if (inside) {
      out.back().text += line + '\n';
    }
  }
  return out;
}

// A server serves until it is told to end; told after a second, it must end well.
std::string bounded(const std::string& command) {
  return command.starts_with("tumen serve") ? "timeout --preserve-status --signal=TERM 1 " +
                                                  command.substr(0, command.find('#')) + " --port 0"
                                            : command;
}

// The commands of a block of the shell that run the program or a page's own script, with few runs
// where runs are named. A backslash joins lines.
std::vector<std::string> commands_of(const Block& block) {
  std::vector<std::string> out;
  if (block.language != "sh" && block.language != "console") {
    return out;
  }
  std::istringstream lines(std::regex_replace(block.text, std::regex(R"(\\\n\s*)"), " "));
  const std::regex start(R"(^\s*(?:\$ )?(?:build/release/bin/)?(tumen|python3) (.*)$)");
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, start)) {
      const std::string few =
          std::regex_replace(match[2].str(), std::regex("--runs \\d+"), "--runs 20");
      out.push_back(bounded(match[1].str() + " " + few));
    }
  }
  return out;
}

// A folder as the reader of a page has it: configurations and documentation beside it, the files
// that the page writes down, and the program on the path.
class Desk {
 public:
  explicit Desk(const std::vector<Block>& blocks) {
    fs::create_directory_symlink(fs::path(TUMEN_SOURCE_DIR) / "configs", at("configs"));
    fs::create_directory_symlink(fs::path(TUMEN_SOURCE_DIR) / "docs", at("docs"));
    fs::create_directory(at("bin"));
    fs::create_symlink(TUMEN_PROGRAM, at("bin") / "tumen");
    const std::regex named("^# file: (\\S+)\n");
    for (const Block& block : blocks) {
      std::smatch match;
      const bool is_file = block.language == "yaml" || block.language == "python";
      if (is_file && std::regex_search(block.text, match, named)) {
        write_bytes(at(match[1].str()), block.text);
      }
    }
  }

  [[nodiscard]] int run(const std::string& command) const {
    const std::string here = folder_.path().string();
    const std::string line = "cd '" + here + "' && PATH='" + here + "/bin':\"$PATH\" && " + command;
    const int status = std::system(("{ " + line + "\n} >'" + here + "/said' 2>&1").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] std::string said() const { return read_bytes(at("said")); }

 private:
  [[nodiscard]] fs::path at(const std::string& name) const { return folder_.path() / name; }

  TemporaryFolder folder_;
};

std::vector<fs::path> pages() {
  const fs::path root = TUMEN_SOURCE_DIR;
  std::vector<fs::path> out = {root / "README.md"};
  for (const char* const folder : {"docs/explanation", "docs/howto", "docs/tutorial"}) {
    for (const auto& file : fs::directory_iterator(root / folder)) {
      if (file.path().extension() == ".md") {
        out.push_back(file.path());
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("every command that the documentation shows runs", "[docs][long]") {
  std::size_t ran = 0;
  for (const fs::path& page : pages()) {
    const std::vector<Block> blocks = blocks_of(read_bytes(page));
    const Desk desk(blocks);
    for (const Block& block : blocks) {
      for (const std::string& command : commands_of(block)) {
        const int code = desk.run(command);
        INFO(page.filename().string() << ": " << command << '\n' << desk.said());
        CHECK(code == 0);
        ++ran;
      }
    }
  }
  CHECK(ran >= 28);  // README has 13, five pages of docs/howto 12
}

TEST_CASE("a command of the documentation that does not exist is found out", "[docs]") {
  const std::vector<Block> blocks = blocks_of(
      "Text.\n```yaml\n# file: mine.yaml\nschema: 1\n```\n"
      "```sh\ncd somewhere\ntumen dance \\\n  --runs 5000   # a remark\n"
      "build/release/bin/tumen list clauses\ntumen_tests \"[docs]\"\n```\n"
      "```\ntumen output, not a command\n```\n");
  REQUIRE(blocks.size() == 3);
  const std::vector<std::string> commands = commands_of(blocks[1]);
  REQUIRE(commands.size() == 2);
  CHECK(commands[0].starts_with("tumen dance  --runs 20 "));
  CHECK(commands[1] == "tumen list clauses");
  CHECK(commands_of(blocks[2]).empty());
  const Desk desk(blocks);
  CHECK(desk.run(commands[0]) != 0);
  CHECK(desk.run(commands[1]) == 0);
  CHECK(desk.said().find("sanction_step") != std::string::npos);
  // The file that the page writes down lies where its commands look for it, and is no scenario.
  CHECK(desk.run("test -f mine.yaml") == 0);
  CHECK(desk.run("tumen validate mine.yaml") == 2);
}
