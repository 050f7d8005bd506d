#pragma once
// The decisions of whole runs that said no, by the definition of docs/explanation/flips.md, and
// samples of them in which each has the same chance to be.
#include "sim/flips.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace tumen::refusals {

/// What said no. The first three are at the table, in a tick whose draw would have struck the deal
/// had all been certain to accept.
enum class Kind : std::uint8_t {
  forbidden,    ///< a government rules it out, or a precondition fails
  no_gain,      ///< a signatory sees itself lose
  holds_out,    ///< a signatory holds out for more
  talks_ended,  ///< talks end without a deal
  rival,        ///< agreed, and lost to a rival of the tick
  vote,         ///< a parliament or a second authority votes it down
  veto,         ///< a sender of a regime denies its consent
  broken,       ///< a party breaks the agreement
  not_yet,      ///< no refusal: nobody's no decided that the step was not taken
};
inline constexpr std::array<std::string_view, 9> kind_names = {"at the table: forbidden",
                                                               "at the table: no gain",
                                                               "at the table: holds out",
                                                               "talks ended",
                                                               "lost to a rival",
                                                               "vote failed",
                                                               "veto",
                                                               "broken",
                                                               "not yet"};

/// One step that was not taken.
struct Refusal {
  Id scenario = 0;  ///< place in the list it was drawn from
  RunSettings settings;
  FlipQuestion question;
  Decision decision;
  Kind kind = Kind::not_yet;
  bool is_no_at_table = false;  ///< forbidden or seen as a loss at the table, whatever the draw

  [[nodiscard]] bool is_refusal() const { return kind != Kind::not_yet; }
};

/// All steps that the runs with these seeds did not take, by scenario, seed, tick and package.
[[nodiscard]] std::vector<Refusal> steps_not_taken(const std::vector<Scenario>& scenarios,
                                                   const std::vector<std::uint64_t>& seeds);

/// `n` of them (all, if they are fewer), each with the same chance, the same ones every time.
[[nodiscard]] std::vector<Refusal> drawn(std::vector<Refusal> from, std::size_t n);

}  // namespace tumen::refusals
