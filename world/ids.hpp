#pragma once
// Small names shared by every room: ids are indices into the compiled tables, stages are small
// integers that live in a Real (one per lane), so that a lane can be in any stage.
#include "world/real.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tumen {

using Id = std::int32_t;
inline constexpr Id no_id = -1;

/// What a country's utility is reported under.
enum class Issue : std::uint8_t { energy, transit, debt, sanctions, security };
inline constexpr int issue_count = 5;
inline constexpr std::array<std::string_view, issue_count> issue_names = {
    "energy", "transit", "debt", "sanctions", "security"};

/// What a corridor can carry. Volumes: bcm/y, Mt/y, TWh/y, thousand TEU/y.
enum class Fuel : std::uint8_t { gas, oil, power, goods };
inline constexpr int fuel_count = 4;
inline constexpr std::array<std::string_view, fuel_count> fuel_names = {"gas", "oil", "power",
                                                                        "goods"};

/// The part of an economy a sanction regime touches.
enum class Channel : std::uint8_t { finance, energy, minerals, labour, transit, arms };
inline constexpr int channel_count = 6;
inline constexpr std::array<std::string_view, channel_count> channel_names = {
    "finance", "energy", "minerals", "labour", "transit", "arms"};

/// What a doctrine may rule out ("no aid", "no waiver", "no projects").
enum class Constraint : std::uint8_t { aid, waiver, project };
inline constexpr int constraint_count = 3;
inline constexpr std::array<std::string_view, constraint_count> constraint_names = {"aid", "waiver",
                                                                                    "project"};

/// How much of a government's attention a package takes.
enum class Attention : std::uint8_t { firm, ministry, summit };
inline constexpr int attention_count = 3;
inline constexpr std::array<std::string_view, attention_count> attention_names = {
    "firm", "ministry", "summit"};

enum class CorridorStage : std::uint8_t {
  none,
  memorandum,
  study,
  agreed,
  ratified,
  building,
  operating,
  suspended,
  dead
};
inline constexpr std::array<std::string_view, 9> corridor_stage_names = {
    "none",     "memorandum", "study",     "agreed", "ratified",
    "building", "operating",  "suspended", "dead"};

/// Life of a package: idle -> talks -> signed (being ratified) -> in force, or blocked between.
enum class PackageStage : std::uint8_t { idle, talks, signed_, blocked, in_force, spare };
inline constexpr std::array<std::string_view, 6> package_stage_names = {
    "idle", "talks", "signed", "blocked", "in_force", "spare"};

template <class Enum>
[[nodiscard]] constexpr std::size_t index_of(Enum e) {
  return static_cast<std::size_t>(e);
}

/// A stage as the Real it is stored in.
template <class Real, class Enum>
[[nodiscard]] constexpr Real code(Enum e) {
  return convert<Real>(static_cast<double>(e));
}

/// Mask: the stored stage is `e`.
template <class Real, class Enum>
[[nodiscard]] constexpr auto is(const Real& stored, Enum e) {
  return stored == code<Real>(e);
}

}  // namespace tumen
