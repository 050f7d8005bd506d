#pragma once
// Drawing by text: the few shapes of SVG the pictures need, coordinates rounded to a tenth.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tumen {

/// Text with the characters escaped that mean something in XML.
[[nodiscard]] std::string xml_text(std::string_view text);

struct SvgPoint {
  double x = 0, y = 0;
};

struct SvgBox {
  double x = 0, y = 0, width = 0, height = 0;
};

/// Width of a text in a sans-serif of that size, about; on the wide side.
[[nodiscard]] double text_width(std::string_view text, double size);

/// The text, cut with an ellipsis where it is wider than `width`.
[[nodiscard]] std::string fitted(std::string_view text, double size, double width);

/// Shapes in the order drawn. `attributes` are written into the tag as they are.
class Svg {
 public:
  void rect(const SvgBox& box, std::string_view attributes);
  void line(SvgPoint from, SvgPoint to, std::string_view attributes);
  void circle(SvgPoint centre, double radius, std::string_view attributes);
  void polygon(const std::vector<SvgPoint>& points, std::string_view attributes);
  void polyline(const std::vector<SvgPoint>& points, std::string_view attributes);
  void text(SvgPoint at, std::string_view words, std::string_view attributes);
  /// Anything else, as it is.
  void raw(std::string_view xml) { body_ += xml; }

  [[nodiscard]] const std::string& body() const { return body_; }

 private:
  void points(std::string_view tag, const std::vector<SvgPoint>& points,
              std::string_view attributes);

  std::string body_;
};

}  // namespace tumen
