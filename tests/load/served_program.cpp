#include "tests/load/served_program.hpp"

#include "sim/json_reader.hpp"

#include <csignal>
#include <fstream>
#include <limits>
#include <stdexcept>

#include <unistd.h>

namespace tumen::load {

ServedProgram::ServedProgram(const std::string& path, const std::filesystem::path& logs) {
  const std::string command =
      "echo $$ && exec '" + path + "' serve --port 0 --json --rooms '" + logs.string() + "'";
  out_ = ::popen(command.c_str(), "r");
  if (out_ == nullptr || std::fscanf(out_, "%d", &pid_) != 1) {
    throw std::runtime_error("the program does not start");
  }
  std::string text;
  while (!text.ends_with("}\n")) {
    const int c = std::fgetc(out_);
    if (c == EOF) {
      throw std::runtime_error("the program ended at once");
    }
    text += static_cast<char>(c);
  }
  const JsonObject told = parse_json_object(text.substr(0, text.rfind('}') + 1));
  port_ = static_cast<std::uint16_t>(count_at(told, "port"));
  const std::string host = text_at(told, "host");
  key_ = host.substr(host.find('#') + 1);
}

ServedProgram::~ServedProgram() {
  ::kill(pid_, SIGTERM);
  ::pclose(out_);
}

double ServedProgram::resident() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/statm");
  double size = 0, pages = 0;
  status >> size >> pages;
  return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

double ServedProgram::busy() const {
  std::ifstream stat("/proc/" + std::to_string(pid_) + "/stat");
  stat.ignore(std::numeric_limits<std::streamsize>::max(), ')');
  std::string field;
  for (int k = 3; k < 14; ++k) {  // proc(5): utime is field 14, stime field 15
    stat >> field;
  }
  double user = 0, system = 0;
  stat >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace tumen::load
