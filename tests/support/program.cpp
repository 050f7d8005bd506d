#include "tests/support/program.hpp"

#include "tests/support/temporary_folder.hpp"

#include <csignal>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tumen::test {
namespace {

pid_t start(std::vector<std::string> arguments, const std::filesystem::path& folder,
            const std::filesystem::path& out, const std::filesystem::path& err) {
  arguments.insert(arguments.begin(), TUMEN_PROGRAM);
  std::vector<char*> words;
  for (std::string& argument : arguments) {
    words.push_back(argument.data());
  }
  words.push_back(nullptr);
  const pid_t program = ::fork();
  if (program == 0) {
    const int to_out = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int to_err = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (::chdir(folder.c_str()) == 0 && ::dup2(to_out, STDOUT_FILENO) >= 0 &&
        ::dup2(to_err, STDERR_FILENO) >= 0) {
      ::execv(words[0], words.data());
    }
    ::_exit(127);
  }
  return program;
}

int code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Finished run_program(const std::vector<std::string>& arguments,
                     const std::filesystem::path& folder) {
  const TemporaryFolder output;
  const pid_t program = start(arguments, folder, output.path() / "out", output.path() / "err");
  const int code = wait_for(program);
  return {code, read_bytes(output.path() / "out"), read_bytes(output.path() / "err")};
}

pid_t start_program(const std::vector<std::string>& arguments,
                    const std::filesystem::path& folder) {
  return start(arguments, folder, "/dev/null", "/dev/null");
}

int wait_for(pid_t program) {
  int status = 0;
  return ::waitpid(program, &status, 0) == program ? code_of(status) : -1;
}

bool is_running(pid_t program) {
  siginfo_t info{};
  return ::waitid(P_PID, static_cast<id_t>(program), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid == 0;
}

}  // namespace tumen::test
