#pragma once
// The parts of a run's picture. All share one time axis; each draws itself below `top` and returns
// where it ends. Colours are those of Okabe and Ito (2008), distinct to colour-blind eyes; every
// status is told by pattern or text as well.
#include "sim/run_summary.hpp"
#include "sim/svg.hpp"

namespace tumen::picture {

inline constexpr double page_width = 1200;
inline constexpr double margin = 28;      ///< left and right of the page
inline constexpr double plot_left = 318;  ///< the time axis
inline constexpr double plot_right = 950;
inline constexpr double notes_left = 964;  ///< what is written to the right of a lane

inline constexpr std::string_view ink = "#17212b";
inline constexpr std::string_view grey = "#5c6875";
inline constexpr std::string_view faint = "#e4e8ec";
inline constexpr std::string_view blue = "#0072b2";
inline constexpr std::string_view sky = "#56b4e9";
inline constexpr std::string_view green = "#00785a";
inline constexpr std::string_view orange = "#e69f00";
inline constexpr std::string_view vermilion = "#d55e00";

/// What the parts draw from.
struct Page {
  const Scenario& s;
  const Trace& trace;
  const RunSummary& summary;
  double from_year = 0, to_year = 1;

  [[nodiscard]] double x(double year) const {
    return plot_left + (plot_right - plot_left) * (year - from_year) / (to_year - from_year);
  }
  [[nodiscard]] Id ticks() const { return static_cast<Id>(trace.after.size()); }
};

/// Patterns and the style of text; stands once at the start of the drawing.
[[nodiscard]] std::string definitions();

/// Heading of a part and the line under it.
[[nodiscard]] double draw_heading(Svg& svg, double top, std::string_view title,
                                  std::string_view remark = {});

/// The attributes of a text of that size and colour.
[[nodiscard]] std::string type(double size, std::string_view colour, std::string_view more = {});

/// Country title without article, for narrow places.
[[nodiscard]] std::string short_name(const Scenario& s, Id country);

/// How the story of a package stands at the end: "in force since 2014", "broken 2009 by ROK".
[[nodiscard]] std::string last_word(const Page& page, Id package);

/// "Russia, DPRK, ROK": who signs a package.
[[nodiscard]] std::string parties_text(const Page& page, Id package);

/// "haircut 90 %, tenor 10 years": terms without who pays whom, which the title tells.
[[nodiscard]] std::string terms_text(const DealSummary& deal);

[[nodiscard]] double draw_deals(Svg& svg, const Page& page, double top);
[[nodiscard]] double draw_corridors(Svg& svg, const Page& page, double top);
[[nodiscard]] double draw_prices(Svg& svg, const Page& page, double top);
[[nodiscard]] double draw_gains(Svg& svg, const Page& page, double top);

}  // namespace tumen::picture
