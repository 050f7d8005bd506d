#include "sim/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tumen {

int available_threads() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
  const int wanted = threads > 0 ? threads : available_threads();
  const auto count = std::min<std::size_t>(static_cast<std::size_t>(wanted), n);
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex guard;
  {
    std::vector<std::jthread> pool;
    for (std::size_t k = 0; k < count; ++k) {
      pool.emplace_back([&] {
        for (std::size_t i = next++; i < n; i = next++) {
          try {
            work(i);
          } catch (...) {
            const std::scoped_lock lock(guard);
            failure = std::current_exception();
            next = n;
          }
        }
      });
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace tumen
