#include "sim/document/problem.hpp"
#include "sim/document/refuse.hpp"
#include "sim/mpi_ranks.hpp"

#include <utility>

#include <fmt/format.h>

// The C interface alone: MPI-3 has taken the one for C++ out.
#define OMPI_SKIP_MPICXX 1
#define MPICH_SKIP_MPICXX 1
#include <mpi.h>

namespace tumen {
namespace {

constexpr int tag = 1;

[[noreturn]] void refuse(int found, int expected) {
  refuse_problem({{"--ranks", 0, 0},
                  "",
                  fmt::format("{} ranks were started, {} asked for", found, expected),
                  fmt::format("the launcher of this build's MPI: mpirun -n {} tumen batch ... "
                              "--ranks {}",
                              expected, expected),
                  ""});
}

}  // namespace

bool has_ranks() {
  return true;
}

Ranks::Ranks(int expected) {
  if (expected <= 1) {
    return;
  }
  int provided = 0;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &provided);
  MPI_Comm_size(MPI_COMM_WORLD, &count_);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  if (count_ != expected || provided < MPI_THREAD_SERIALIZED) {
    MPI_Finalize();
    refuse(std::exchange(count_, 1), expected);
  }
}

Ranks::~Ranks() {
  if (count_ > 1) {
    MPI_Finalize();
  }
}

std::string Ranks::share(const std::string& text) const {
  if (count_ == 1) {
    return text;
  }
  auto size = static_cast<int>(text.size());
  MPI_Bcast(&size, 1, MPI_INT, 0, MPI_COMM_WORLD);
  std::string shared = text;
  shared.resize(static_cast<std::size_t>(size));
  MPI_Bcast(shared.data(), size, MPI_CHAR, 0, MPI_COMM_WORLD);
  return shared;
}

void Ranks::send(const std::string& bytes) const {
  MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_CHAR, 0, tag, MPI_COMM_WORLD);
}

void Ranks::receive(const std::function<void(int, std::string&&)>& take, bool until_finished) {
  while (finished_ + 1 < count_) {
    MPI_Status status;
    int is_there = 1;
    if (until_finished) {
      MPI_Probe(MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &status);
    } else {
      MPI_Iprobe(MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &is_there, &status);
    }
    if (is_there == 0) {
      return;
    }
    int size = 0;
    MPI_Get_count(&status, MPI_CHAR, &size);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    MPI_Recv(bytes.data(), size, MPI_CHAR, status.MPI_SOURCE, tag, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    if (bytes.empty()) {
      ++finished_;
    } else {
      take(status.MPI_SOURCE, std::move(bytes));
    }
  }
}

void Ranks::give_up(int code) const {
  if (count_ > 1) {
    MPI_Abort(MPI_COMM_WORLD, code);
  }
}

}  // namespace tumen
