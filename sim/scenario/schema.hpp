#pragma once

#include <string>

namespace tumen {

/// The keys of scenario files as a JSON Schema (draft 2020-12) for editors: every key the binder
/// asks for, with unit and bounds. It is written from the binder at work on a document that has one
/// of everything, so that no key stands in two places. As a file may hold any part of a scenario,
/// nothing is required but `schema: 1`; what is missing in the end is for `load_scenario` to say.
[[nodiscard]] std::string scenario_schema();

}  // namespace tumen
