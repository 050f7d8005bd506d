#include "cli/progress_bar.hpp"

#include <cmath>

#include <fmt/format.h>
#include <unistd.h>

namespace tumen::cli {
namespace {

constexpr std::chrono::milliseconds patience{2000};
constexpr std::chrono::milliseconds pause{100};
constexpr std::size_t cells = 30;

std::string time_text(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  return whole < 60     ? fmt::format("{} s", whole)
         : whole < 3600 ? fmt::format("{} min {:02} s", whole / 60, whole % 60)
                        : fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string progress_text(std::size_t done, std::size_t of, const std::string& unit,
                          double seconds) {
  const double share = of > 0 ? static_cast<double>(done) / static_cast<double>(of) : 1;
  const auto full = static_cast<std::size_t>(share * cells);
  const double left = share > 0 ? seconds * (1 - share) / share : 0;
  return fmt::format("[{}{}] {:3.0f} %  {} of {} {}, {} left", std::string(full, '#'),
                     std::string(cells - full, '.'), 100 * share, done, of, unit, time_text(left));
}

ProgressBar::ProgressBar(std::string unit, bool is_wanted)
    : unit_(std::move(unit)), is_wanted_(is_wanted && ::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (is_drawn_) {
    fmt::print(stderr, "\r\x1b[K");
  }
}

void ProgressBar::show(std::size_t done, std::size_t of) {
  const auto now = Clock::now();
  if (!is_wanted_ || now - started_ < patience || now - drawn_ < pause) {
    return;
  }
  drawn_ = now;
  is_drawn_ = true;
  const std::chrono::duration<double> passed = now - started_;
  fmt::print(stderr, "\r\x1b[K{}", progress_text(done, of, unit_, passed.count()));
  std::fflush(stderr);
}

}  // namespace tumen::cli
