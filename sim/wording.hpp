#pragma once
// Words and numbers for readers: titles with their article, lists, units as they are printed, dates
// of ticks. Everything a person reads of a run is worded here or in the chronicle.
#include "sim/scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// "the DPRK", "Russia": abbreviations and titles of the kind "United ..." take the article.
[[nodiscard]] std::string with_article(std::string_view title);

/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string join_and(const std::vector<std::string>& items);

/// The unit as printed: "M USD/y" for `musd/y`; empty for `share` and `index`.
[[nodiscard]] std::string printed_unit(std::string_view unit);

/// Three significant digits, thousands grouped: "12,300", "0.0456", "-7.1". Not for machines.
[[nodiscard]] std::string rounded(double value);

/// As `rounded`, with a plus sign where positive.
[[nodiscard]] std::string with_sign(double value);

/// Value and unit: "120 M USD/y", "90 %" for a share of .9, "20 years".
[[nodiscard]] std::string with_unit(double value, std::string_view unit);

/// The tick as a date: "2011 Q3", "2011-07" or "2011" by the length of a tick, else "2011.50".
[[nodiscard]] std::string date_of_tick(const Model& model, Id tick);

/// Title of a country with its article, or its code if it has none.
[[nodiscard]] std::string country_name(const Scenario& scenario, Id country);

/// Title of a package, or its name if it has none.
[[nodiscard]] std::string package_name(const Scenario& scenario, Id package);

/// Title of a corridor, or its name if it has none.
[[nodiscard]] std::string corridor_name(const Scenario& scenario, Id corridor);

/// Countries that sign a package, in order.
[[nodiscard]] std::vector<Id> signatories_of(const Scenario& scenario, Id package);

/// The sources of a number, then "assumption: ...".
[[nodiscard]] std::string origin_text(const NumberInfo& number);

/// The title in quotation marks, for the middle of a sentence.
[[nodiscard]] std::string in_marks(std::string_view title);

/// The text with its first letter as a capital.
[[nodiscard]] std::string capitalised(std::string text);

/// Number of characters (not bytes) of an UTF-8 text.
[[nodiscard]] std::size_t characters(std::string_view text);

}  // namespace tumen
