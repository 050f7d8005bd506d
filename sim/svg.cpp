#include "sim/svg.hpp"

#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

/// Mean advance of a letter, in ems; capitals and digits are wider than small letters.
constexpr double letter = 0.52;
constexpr double capital = 0.66;

std::string number(double value) {
  const double tenth = std::round(value * 10) / 10;
  return fmt::format("{}", tenth == 0 ? 0.0 : tenth);
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

double text_width(std::string_view text, double size) {
  double ems = 0;
  for (const char c : text) {
    const bool is_wide = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '%';
    const bool is_further_byte = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    ems += is_further_byte ? 0 : is_wide ? capital : letter;
  }
  return ems * size;
}

std::string fitted(std::string_view text, double size, double width) {
  if (text_width(text, size) <= width) {
    return std::string(text);
  }
  std::string cut(text);
  while (!cut.empty() && text_width(cut, size) + size > width) {
    do {
      cut.pop_back();
    } while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0x80U) != 0);
  }
  while (!cut.empty() && (cut.back() == ' ' || cut.back() == ',')) {
    cut.pop_back();
  }
  return cut + "…";
}

void Svg::rect(const SvgBox& box, std::string_view attributes) {
  body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", number(box.x),
                       number(box.y), number(box.width), number(box.height), attributes);
}

void Svg::line(SvgPoint from, SvgPoint to, std::string_view attributes) {
  body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n", number(from.x),
                       number(from.y), number(to.x), number(to.y), attributes);
}

void Svg::circle(SvgPoint centre, double radius, std::string_view attributes) {
  body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", number(centre.x),
                       number(centre.y), number(radius), attributes);
}

void Svg::polygon(const std::vector<SvgPoint>& corners, std::string_view attributes) {
  points("polygon", corners, attributes);
}

void Svg::polyline(const std::vector<SvgPoint>& corners, std::string_view attributes) {
  points("polyline", corners, attributes);
}

void Svg::text(SvgPoint at, std::string_view words, std::string_view attributes) {
  body_ += fmt::format("<text x=\"{}\" y=\"{}\" {}>{}</text>\n", number(at.x), number(at.y),
                       attributes, xml_text(words));
}

void Svg::points(std::string_view tag, const std::vector<SvgPoint>& corners,
                 std::string_view attributes) {
  body_ += fmt::format("<{} points=\"", tag);
  for (std::size_t k = 0; k < corners.size(); ++k) {
    body_ += fmt::format("{}{},{}", k == 0 ? "" : " ", number(corners[k].x), number(corners[k].y));
  }
  body_ += fmt::format("\" {}/>\n", attributes);
}

}  // namespace tumen
