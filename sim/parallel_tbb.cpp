#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "sim/parallel.hpp"

namespace tumen {

int available_threads() { return tbb::this_task_arena::max_concurrency(); }

void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n), [&](const auto& range) {
      for (std::size_t k = range.begin(); k != range.end(); ++k) {
        work(k);
      }
    });
  });
}

}  // namespace tumen
