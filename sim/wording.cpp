#include "sim/wording.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace tumen {
namespace {

bool is_capital(char c) {
  return std::isupper(static_cast<unsigned char>(c)) != 0;
}

/// An abbreviation: its first word has no small letter and at least two capitals.
bool starts_with_abbreviation(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(' '));
  return std::count_if(word.begin(), word.end(), is_capital) >= 2 &&
         std::none_of(word.begin(), word.end(),
                      [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; });
}

std::string grouped(double value) {
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
    digits.insert(static_cast<std::size_t>(place), ",");
  }
  return (value < 0 ? "-" : "") + digits;
}

const std::string& title_or_name(const std::vector<std::string>& titles,
                                 const std::vector<std::string>& names, Id id) {
  const auto k = static_cast<std::size_t>(id);
  return k < titles.size() && !titles[k].empty() ? titles[k] : names[k];
}

}  // namespace

std::string with_article(std::string_view title) {
  const bool takes = starts_with_abbreviation(title) || title.starts_with("United ") ||
                     title.starts_with("Republic ") || title.starts_with("Democratic ");
  return takes ? "the " + std::string(title) : std::string(title);
}

std::string join_and(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t k = 0; k < items.size(); ++k) {
    text += (k == 0 ? "" : k + 1 == items.size() ? " and " : ", ") + items[k];
  }
  return text;
}

std::string printed_unit(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> words = {
      {{"musd", "M USD"},
       {"usd_bn", "bn USD"},
       {"usd", "USD"},
       {"mmbtu", "MMBtu"},
       {"teu", "TEU"},
       {"year", ""},
       {"count", ""}}};
  if (unit == "share" || unit == "index") {
    return "";
  }
  std::string printed;
  while (!unit.empty()) {
    const auto slash = std::min(unit.find('/'), unit.size());
    const std::string_view part = unit.substr(0, slash);
    const auto* word =
        std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.first == part; });
    printed += word == words.end() ? part : word->second;
    printed += slash < unit.size() ? "/" : "";
    unit.remove_prefix(std::min(slash + 1, unit.size()));
  }
  return printed;
}

std::string rounded(double value) {
  const double size = std::abs(value);
  if (!std::isfinite(value)) {
    return "-";
  }
  if (size < 0.0005) {
    return "0";
  }
  if (size >= 999.5) {
    // Three significant digits: 12,345 reads 12,300.
    const double unit = std::pow(10.0, std::floor(std::log10(size)) - 2);
    return grouped(std::round(value / unit) * unit);
  }
  const int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
      text.pop_back();
    }
  }
  return text;
}

std::string with_sign(double value) {
  const std::string text = rounded(value);
  return value > 0 && text != "0" ? "+" + text : text;
}

std::string with_unit(double value, std::string_view unit) {
  if (unit == "share") {
    return rounded(100 * value) + " %";
  }
  if (unit == "kpersons") {
    return rounded(1000 * value) + " persons";
  }
  if (unit == "year") {
    return fmt::format("{:.0f}", std::floor(value));
  }
  const std::string printed = printed_unit(unit);
  return rounded(value) + (printed.empty() ? "" : " ") + printed;
}

std::string date_of_tick(const Model& model, Id tick) {
  // A sliver against dates that fall just short of their tick: 1/12 is no binary number.
  const double year = model.year(tick) + 1e-6;
  const double whole = std::floor(year);
  const double rest = year - whole;
  if (std::abs(model.dt - 0.25) < 1e-9) {
    return fmt::format("{:.0f} Q{}", whole, static_cast<int>(rest * 4) + 1);
  }
  if (std::abs(model.dt * 12 - 1) < 1e-6) {
    return fmt::format("{:.0f}-{:02}", whole, static_cast<int>(rest * 12) + 1);
  }
  if (std::abs(model.dt - 1) < 1e-9) {
    return fmt::format("{:.0f}", whole);
  }
  return fmt::format("{:.2f}", year);
}

std::string country_name(const Scenario& s, Id country) {
  return country == no_id
             ? std::string("nobody")
             : with_article(title_or_name(s.names.country_titles, s.names.countries, country));
}

std::string package_name(const Scenario& s, Id package) {
  return title_or_name(s.names.package_titles, s.names.packages, package);
}

std::string corridor_name(const Scenario& s, Id corridor) {
  return title_or_name(s.names.corridor_titles, s.names.corridors, corridor);
}

std::vector<Id> signatories_of(const Scenario& s, Id package) {
  const Package& p = at(s.model.packages, package);
  std::vector<Id> countries;
  for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
    countries.push_back(at(s.model.parties, row).country);
  }
  return countries;
}

std::string origin_text(const NumberInfo& number) {
  std::string text;
  for (const std::string& source : number.sources) {
    text += (text.empty() ? "" : ", ") + source;
  }
  if (!number.assumption.empty()) {
    text += (text.empty() ? "assumption: " : "; assumption: ") + number.assumption;
  }
  return text;
}

std::string in_marks(std::string_view title) {
  return fmt::format("“{}”", title);
}

std::string capitalised(std::string text) {
  if (!text.empty()) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  }
  return text;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace tumen
