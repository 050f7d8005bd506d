#pragma once
// The one door to threads. Two backends: oneTBB, and std::jthread for the thread sanitizer, which
// cannot see through Debian's uninstrumented TBB. Results never depend on the backend or the number
// of threads: work items write only their own places.
#include <cstddef>
#include <functional>

namespace tumen {

/// Threads this machine offers.
[[nodiscard]] int available_threads();

/// Calls work(k) for k = 0 .. n-1 in any order on up to `threads` threads (0 = all); waits for all.
/// Exceptions of `work` are passed on.
void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work);

}  // namespace tumen
