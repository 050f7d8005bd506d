#include "sim/document/problem.hpp"
#include "sim/mpi_ranks.hpp"

namespace tumen {

bool has_ranks() {
  return false;
}

Ranks::Ranks(int expected) {
  if (expected > 1) {
    Problems problems;
    problems.add({{"--ranks", 0, 0},
                  "",
                  "this build knows no MPI",
                  "a build with -DTUMEN_MPI=ON, or --shard and tumen merge",
                  ""});
    throw InputError(problems);
  }
}

Ranks::~Ranks() = default;

std::string Ranks::share(const std::string& text) const {
  return text;
}

void Ranks::send(const std::string& /*bytes*/) const {}

void Ranks::receive(const std::function<void(int, std::string&&)>& /*take*/,
                    bool /*until_finished*/) {}

void Ranks::give_up(int /*code*/) const {}

}  // namespace tumen
