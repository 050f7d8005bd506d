#include "sim/report_html.hpp"

#include "sim/csv.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen::report {
namespace {

/// A cell; what is short stands on one line.
std::string cell_html(const Cell& cell, bool is_head) {
  const bool is_short = characters(cell.text) < 12;
  if (is_head) {
    return fmt::format("<th scope=\"row\"{}>{}</th>", is_short ? " class=\"s\"" : "",
                       xml_text(cell.text));
  }
  if (cell.exact.empty()) {
    return fmt::format("<td{}>{}</td>", is_short ? " class=\"s\"" : "", xml_text(cell.text));
  }
  return cell.exact == cell.text ? fmt::format("<td class=\"n\">{}</td>", cell.text)
                                 : fmt::format("<td class=\"n\"><data value=\"{}\">{}</data></td>",
                                               cell.exact, xml_text(cell.text));
}

/// Columns in which a number stands are set to the right, with their heading.
bool is_numeric(const HtmlTable& t, std::size_t column) {
  for (const auto& row : t.rows) {
    if (column < row.size() && !row[column].exact.empty()) {
      return true;
    }
  }
  return false;
}

}  // namespace

Cell number(double value) {
  return std::isfinite(value) ? Cell{rounded(value), exact_text(value)} : Cell{"-", ""};
}

Cell exact(double value) {
  const std::string text = exact_text(value);
  return {text, text};
}

std::string table(const HtmlTable& t) {
  if (t.rows.empty()) {
    return {};
  }
  std::string html = fmt::format(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table>\n"
      "<caption><span>{0}</span></caption>\n<thead><tr>",
      xml_text(t.caption));
  for (std::size_t k = 0; k < t.columns.size(); ++k) {
    html += fmt::format("<th scope=\"col\"{}>{}</th>", is_numeric(t, k) ? " class=\"n\"" : "",
                        xml_text(t.columns[k]));
  }
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : t.rows) {
    html += "<tr>";
    for (std::size_t k = 0; k < row.size(); ++k) {
      html += cell_html(row[k], k == 0);
    }
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string figure(const Figure& f) {
  std::string html = fmt::format("<figure id=\"{}\">\n<div class=\"{}\"{}>\n", f.id,
                                 f.is_wide ? "wide scroll" : "charts",
                                 f.is_wide ? fmt::format(" tabindex=\"0\" role=\"region\" "
                                                         "aria-label=\"{}\"",
                                                         xml_text(f.caption))
                                           : "");
  for (const std::string& picture : f.pictures) {
    html += picture;
  }
  html +=
      fmt::format("</div>\n<figcaption>{} <span class=\"source\">Data: {}</span></figcaption>\n",
                  xml_text(f.caption), xml_text(f.source));
  if (!f.numbers.empty()) {
    html += "<details><summary>The numbers</summary>\n";
    for (const HtmlTable& t : f.numbers) {
      html += table(t);
    }
    html += "</details>\n";
  }
  return html + "</figure>\n";
}

std::string section(std::string_view id, std::string_view title, std::string_view body) {
  return fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\">{1}</h2>\n{2}"
      "</section>\n",
      id, xml_text(title), body);
}

std::string page(const HtmlPage& p) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"description\" content=\"{1}\"/>\n<title>{0}</title>\n<style>{2}</style>\n"
      "</head>\n<body>\n{3}<header>\n<h1>{0}</h1>\n{4}<nav aria-label=\"Sections\"><ul>\n{5}</ul>"
      "</nav>\n</header>\n<main>\n{6}</main>\n</body>\n</html>\n",
      xml_text(p.title), xml_text(p.description), style_sheet(), p.definitions, p.top, p.links,
      p.body);
}

std::string paragraph(std::string_view text) {
  return fmt::format("<p>{}</p>\n", xml_text(text));
}

}  // namespace tumen::report
