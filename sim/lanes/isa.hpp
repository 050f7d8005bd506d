#pragma once
// Which instruction set an ensemble runs on: the widest that was built and this processor has, or
// the one that is asked for. Results are the same bits on all of them.
#include "sim/lanes/block.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace tumen {

enum class Isa : std::uint8_t { scalar, baseline, avx2, avx512 };

/// Names as the command line writes them, narrowest first: one run at a time; lanes in what every
/// processor of the architecture has; AVX2; AVX-512 (F, DQ, BW, VL).
inline constexpr std::array<std::string_view, 4> isa_names = {"scalar", "baseline", "avx2",
                                                              "avx512"};
[[nodiscard]] constexpr std::string_view isa_name(Isa isa) {
  return isa_names[static_cast<std::size_t>(isa)];
}

/// Whether it was built and this processor has it.
[[nodiscard]] bool is_available(Isa isa);

/// All that are available, narrowest first.
[[nodiscard]] std::vector<Isa> available_isas();

/// The widest that is available.
[[nodiscard]] Isa widest_isa();

/// Runs a block; `isa` must be available.
void run_block(Isa isa, const Block& block);

}  // namespace tumen
