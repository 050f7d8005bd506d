#include "cli/lone_processes.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include <sched.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tumen::cli {
namespace {

/// Keeps this process on one of the cores it may use.
void pin(int place) {
  cpu_set_t allowed;
  if (::sched_getaffinity(0, sizeof(allowed), &allowed) != 0) {
    return;
  }
  int skip = place % CPU_COUNT(&allowed);
  for (std::size_t cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (CPU_ISSET(cpu, &allowed) && skip-- == 0) {
      cpu_set_t own;
      CPU_ZERO(&own);
      CPU_SET(cpu, &own);
      static_cast<void>(::sched_setaffinity(0, sizeof(own), &own));
      return;
    }
  }
}

/// A line of text from a socket; empty where the other end is gone.
std::string read_line(int socket) {
  std::string line;
  for (char c = 0; ::recv(socket, &c, 1, 0) == 1;) {
    line += c;
    if (c == '\n') {
      return line;
    }
  }
  return {};
}

}  // namespace

void answer_alone(int cpu, double (*measure)(const void*), const void* argument) {
  pin(cpu);
  static_cast<void>(measure(argument));  // warms up
  std::puts("ready");
  std::fflush(stdout);
  while (std::getchar() != EOF) {
    std::printf("%.9g\n", measure(argument));
    std::fflush(stdout);
  }
}

LoneProcesses::LoneProcesses(const std::vector<std::vector<std::string>>& arguments) {
  for (const std::vector<std::string>& each : arguments) {
    start(each);
  }
  for (const int socket : socket_) {
    all_ready_ = all_ready_ && read_line(socket) == "ready\n";
  }
}

void LoneProcesses::start(std::vector<std::string> arguments) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    all_ready_ = false;
    return;
  }
  arguments.insert(arguments.begin(), "tumen");
  std::vector<char*> words;
  for (std::string& argument : arguments) {
    words.push_back(argument.data());
  }
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  pid_t process = 0;
  const int failure =
      ::posix_spawn(&process, "/proc/self/exe", &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failure != 0) {
    ::close(ends[0]);
    all_ready_ = false;
    return;
  }
  process_.push_back(process);
  socket_.push_back(ends[0]);
}

LoneProcesses::~LoneProcesses() {
  for (std::size_t k = 0; k < process_.size(); ++k) {
    ::close(socket_[k]);
    ::waitpid(process_[k], nullptr, 0);
  }
}

double LoneProcesses::rate() const {
  double sum = all_ready_ ? 0 : std::numeric_limits<double>::quiet_NaN();
  for (const int socket : socket_) {
    if (::send(socket, "\n", 1, MSG_NOSIGNAL) != 1) {
      return std::numeric_limits<double>::quiet_NaN();
    }
  }
  for (const int socket : socket_) {
    const std::string line = read_line(socket);
    sum += line.empty() ? std::numeric_limits<double>::quiet_NaN()
                        : std::strtod(line.c_str(), nullptr);
  }
  return sum;
}

}  // namespace tumen::cli
