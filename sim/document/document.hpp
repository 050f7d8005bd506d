#pragma once

/// The strict document layer: YAML in, checked values out. It knows the written forms (numbers with
/// unit and source, series, includes, overrides) and no scenario. A load runs as
///
///     Problems problems;
///     Node root = load_with_includes(path, roots, problems);
///     apply_override(root, "countries.PRK.discount_rate", "0.2", problems);
///     if (!root.is_map()) problems.throw_if_any();  // nothing to bind
///     MapReader reader(root, problems, "");         // ... bind every key ...
///     reader.finish();
///     problems.throw_if_any();                      // InputError: exit code 2, nothing written

#include "sim/document/include.hpp"
#include "sim/document/load.hpp"
#include "sim/document/map_reader.hpp"
#include "sim/document/nearest.hpp"
#include "sim/document/node.hpp"
#include "sim/document/override.hpp"
#include "sim/document/parse.hpp"
#include "sim/document/problem.hpp"
#include "sim/document/provenance.hpp"
#include "sim/document/quantity.hpp"
#include "sim/document/time_series.hpp"
#include "sim/document/units.hpp"
