#pragma once
// Looking into a page of a report.
#include <string>
#include <vector>

namespace tumen::test {

/// Cells of the row that starts with `head` in the table of that caption; empty if there is none.
[[nodiscard]] std::vector<std::string> row_after(const std::string& page,
                                                 const std::string& caption,
                                                 const std::string& head);

/// Every opened element is closed in order: the page is well formed.
[[nodiscard]] bool is_balanced(const std::string& page);

}  // namespace tumen::test
