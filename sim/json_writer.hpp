#pragma once
// JSON for files and for --json: Boost.JSON's values, printed with indentation, keys in the order
// they were added, numbers as people write them, NaN as null.
#include <string>

#include <boost/json/value.hpp>

namespace tumen {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

/// The value as text, two spaces a level, with a line break at the end. Arrays of scalars and
/// objects of at most four scalars stand on one line.
[[nodiscard]] std::string json_text(const Json& value);

/// The value on one line, without blanks and line break.
[[nodiscard]] std::string json_line(const Json& value);

/// The number, or null where it is not finite (JSON has no NaN).
[[nodiscard]] Json json_number(double value);

}  // namespace tumen
