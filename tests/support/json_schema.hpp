#pragma once
// Holds a JSON document against the part of JSON Schema that the schemas of the tree use: type,
// enum, properties, required, additionalProperties: false, items, anyOf.
#include <string>
#include <vector>

#include <boost/json/value.hpp>

namespace tumen::test {

/// What does not fit, each with its place in the document; empty if all fits. A keyword of the
/// schema that is not known here is told, too.
[[nodiscard]] std::vector<std::string> misfits(const boost::json::value& document,
                                               const boost::json::value& schema);

}  // namespace tumen::test
