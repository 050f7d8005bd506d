#pragma once
// Which answer belongs to which path.
#include "server/http.hpp"
#include "server/scenarios.hpp"
#include "server/static_files.hpp"

namespace tumen::server {

/// What answers are made from.
struct Shelf {
  const StaticFiles& files;
  Scenarios& scenarios;
  std::uint32_t runs = 1000;  ///< futures that a page counts
};

/// Answers GET /api/health, /api/scenarios, /api/scenarios/NAME and /api/scenarios/NAME/levers, and
/// the files of the page, which is also at /join, /host and /screen; everything else is 404. Never
/// throws for what a request asks.
[[nodiscard]] Response answer(const Request& request, const Shelf& shelf);

}  // namespace tumen::server
