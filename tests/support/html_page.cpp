#include "tests/support/html_page.hpp"

#include <regex>

namespace tumen::test {

std::vector<std::string> row_after(const std::string& page, const std::string& caption,
                                   const std::string& head) {
  const auto table = page.find(caption + "</span></caption>");
  const auto row = page.find(">" + head + "</th>", table);
  if (table == std::string::npos || row == std::string::npos) {
    return {};
  }
  const std::string text = page.substr(row, page.find("</tr>", row) - row);
  std::vector<std::string> cells;
  const std::regex cell("<td[^>]*>(?:<data[^>]*>)?([^<]*)<");
  for (std::sregex_iterator it(text.begin(), text.end(), cell), end; it != end; ++it) {
    cells.push_back((*it)[1]);
  }
  return cells;
}

bool is_balanced(const std::string& page) {
  std::vector<std::string> open;
  const std::regex tag("<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*?)(/?)>");
  const std::string body = page.substr(page.find("<html"));
  for (std::sregex_iterator it(body.begin(), body.end(), tag), end; it != end; ++it) {
    const std::smatch& m = *it;
    if (m[1].length() > 0) {
      if (open.empty() || open.back() != m[2].str()) {
        return false;
      }
      open.pop_back();
    } else if (m[4].length() == 0) {
      open.push_back(m[2]);
    }
  }
  return open.empty();
}

}  // namespace tumen::test
