#include "sim/parallel.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace tumen {

int available_threads() {
  return tbb::this_task_arena::max_concurrency();
}

void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
  // More threads than cores are allowed when asked for; without this TBB prints a warning instead.
  const int wanted = threads > 0 ? threads : available_threads();
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(wanted));
  tbb::task_arena arena(wanted);
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n), [&](const auto& range) {
      for (std::size_t k = range.begin(); k != range.end(); ++k) {
        work(k);
      }
    });
  });
}

}  // namespace tumen
