// Headline and chronicle.
#include "sim/chronicle.hpp"
#include "sim/report_parts.hpp"
#include "sim/svg.hpp"

#include <array>

#include <fmt/format.h>

namespace tumen::report {
namespace {

std::string_view class_of(Tone tone) {
  constexpr std::array<std::string_view, 5> names = {"t-plain", "t-deal", "t-works", "t-setback",
                                                     "t-shock"};
  return names[index_of(tone)];
}

/// A small sign before a sentence: tones differ by shape as well as by colour.
std::string sign_of(Tone tone) {
  constexpr std::array<std::string_view, 5> signs = {"", "◆", "■", "✕", "▲"};
  const std::string_view sign = signs[index_of(tone)];
  return sign.empty() ? ""
                      : fmt::format("<i class=\"{}\" aria-hidden=\"true\">{}</i>\u00a0",
                                    class_of(tone), sign);
}

}  // namespace

std::string headline_part(const Page& page) {
  std::string html = "<ul class=\"short\">\n";
  for (const ChronicleLine& line : headline(page.s, page.trace)) {
    const auto colon = line.text.find(": ");
    const std::string_view text = line.text;
    html += fmt::format("<li><b class=\"{}\">{}</b>{}</li>\n", class_of(line.tone),
                        colon == std::string::npos ? "" : xml_text(text.substr(0, colon)),
                        xml_text(colon == std::string::npos ? text : text.substr(colon)));
  }
  return html + "</ul>\n";
}

std::string chronicle_part(const Page& page) {
  std::string html = fmt::format(
      "<p class=\"key\">Signs: {}deals, {}works, {}setbacks, {}shocks from outside. Every sentence "
      "is "
      "read off events.csv, deals.csv and state.csv.</p>\n",
      sign_of(Tone::deal), sign_of(Tone::works), sign_of(Tone::setback), sign_of(Tone::shock));
  for (const YearStory& year : chronicle(page.s, page.trace)) {
    html += fmt::format("<div class=\"year\"><h3>{}{}</h3><p>", year.from_year,
                        year.to_year > year.from_year ? fmt::format("–{}", year.to_year) : "");
    bool is_first = true;
    for (const ChronicleLine& sentence : year.sentences) {
      html += fmt::format("{}{}<span class=\"{}\">{}</span>", is_first ? "" : " ",
                          sign_of(sentence.tone), class_of(sentence.tone), xml_text(sentence.text));
      is_first = false;
    }
    html += "</p></div>\n";
  }
  return html;
}

}  // namespace tumen::report
