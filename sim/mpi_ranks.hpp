#pragma once
// The processes that work on one batch together: MPI ranks that their launcher (mpirun, srun) has
// started, or this process alone. The only user of MPI, built with -DTUMEN_MPI=ON.
#include <functional>
#include <string>

namespace tumen {

/// True if this build knows MPI.
[[nodiscard]] bool has_ranks();

/// Invariant: while one with more than one rank lives, MPI is up. Rank 0 leads: it owns the folder
/// and prints. Calls may come from any thread, one at a time.
class Ranks {
 public:
  /// Joins `expected` ranks; 1 takes no part in MPI. Throws InputError if the launcher has started
  /// another number: under a foreign launcher every process would be alone and do all the work.
  explicit Ranks(int expected);
  ~Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  [[nodiscard]] int count() const { return count_; }
  [[nodiscard]] int rank() const { return rank_; }
  [[nodiscard]] bool leads() const { return rank_ == 0; }

  /// Rank 0's text, on all ranks. Rank 0 must come here, the others wait.
  [[nodiscard]] std::string share(const std::string& text) const;

  /// Sends bytes to rank 0; no bytes say that this rank has finished.
  void send(const std::string& bytes) const;

  /// On rank 0: gives what has arrived to `take`, with the rank it came from. Waits until all other
  /// ranks have finished if `until_finished`.
  void receive(const std::function<void(int, std::string&&)>& take, bool until_finished);

  /// Where there are others, has the launcher end all of them with this exit code: for an error
  /// that only one of them has met.
  void give_up(int code) const;

 private:
  int count_ = 1;
  int rank_ = 0;
  [[maybe_unused]] int finished_ = 0;  // of the others; read where there is MPI
};

}  // namespace tumen
