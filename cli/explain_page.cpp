// An explanation as one page: no network, no script, readable without colour.
#include "cli/explain_report.hpp"
#include "cli/explain_waterfall.hpp"
#include "sim/flips_text.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen::cli {
namespace {

constexpr std::string_view style = R"css(
body { font: 16px/1.5 system-ui, sans-serif; color: #17212b; background: #fff; margin: 2rem auto;
  max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; }
h2 { font-size: 1.15rem; margin-top: 2rem; border-top: 1px solid #e4e8ec; padding-top: 1rem; }
.verdict { font-size: 1.15rem; border-left: 4px solid #0072b2; padding-left: .8rem; }
.note { color: #5c6875; }
table { border-collapse: collapse; font-size: .92rem; }
th, td { padding: .25rem .7rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid #e4e8ec; }
.n { text-align: right; white-space: nowrap; }
.wide { overflow-x: auto; }
svg { max-width: 100%; height: auto; font: 12.5px system-ui, sans-serif; }
svg text { fill: #17212b; } svg .number { fill: #5c6875; } svg .total { font-weight: 600; }
code { font-size: .85em; color: #5c6875; }
)css";

/// The hatching of losses; stands once for all charts of the page.
constexpr std::string_view patterns =
    "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"loss\" width=\"6\" "
    "height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect "
    "width=\"6\" height=\"6\" fill=\"#fbe3d4\"/><rect width=\"2.6\" height=\"6\" "
    "fill=\"#d55e00\"/></pattern></defs></svg>\n";

std::string element(std::string_view tag, std::string_view text, std::string_view attributes = "") {
  const std::string_view name = tag;
  return fmt::format("<{}{}{}>{}</{}>", name, attributes.empty() ? "" : " ", attributes,
                     xml_text(text), name);
}

std::string number_cell(std::string_view text) {
  return element("td", text, "class=\"n\"");
}

std::string terms_html(const Explained& x) {
  if (x.e.terms.empty()) {
    return "";
  }
  std::string rows;
  for (const ExplainedTerm& term : x.e.terms) {
    rows += fmt::format("<tr>{}{}{}{}</tr>\n",
                        element("td", term.name.substr(term.name.rfind('.') + 1)),
                        number_cell(with_unit(term.value, term.unit)),
                        number_cell(with_unit(term.lower, term.unit)),
                        number_cell(with_unit(term.upper, term.unit)));
  }
  return "<h2>Terms on the table</h2>\n<div class=\"wide\"><table><thead><tr><th>term</th>"
         "<th class=\"n\">value</th><th class=\"n\">lowest</th><th class=\"n\">highest</th></tr>"
         "</thead><tbody>\n" +
         rows + "</tbody></table></div>\n";
}

std::string party_html(const Explained& x, const ExplainedParty& party) {
  const std::string name = capitalised(country_name(x.s, party.country));
  const std::string head = fmt::format("{}: {} M USD/y ({} % of GDP)", name, with_sign(party.total),
                                       percent_of_gdp_text(party, party.total));
  std::string text = element("h2", head) + "\n<ul>\n";
  for (const std::string& sentence : party_sentences(x.s, x.e, party)) {
    text += element("li", sentence) + "\n";
  }
  text += "</ul>\n";
  if (party.parts.empty()) {
    return text;
  }
  return text + waterfall_svg(waterfall_steps(party),
                              fmt::format("Gain of {} by reason, M USD a year", name));
}

std::string flips_rows(const Explained& x, FlipEffect effect) {
  std::string rows;
  for (const Flip& flip : x.flips->found) {
    if (flip.effect == effect) {
      rows += fmt::format(
          "<tr><td>{}<br>{}</td>{}{}{}</tr>\n", xml_text(lever_words(x.s, flip.lever)),
          element("code", flip.lever.path), number_cell(value_before(flip)),
          number_cell(lever_value(flip.to, flip.lever.unit)),
          number_cell(rounded(100 * flip.size) + " %" + (flip.is_within() ? "" : " *")));
    }
  }
  return rows;
}

std::string flips_html(const Explained& x) {
  if (x.flips == nullptr) {
    return "";
  }
  std::string text = "<h2>What would have reversed it</h2>\n" +
                     element("p", block_sentence(x.s, x.e, *x.flips)) + "\n";
  for (const FlipEffect effect : {FlipEffect::reversed, FlipEffect::met}) {
    if (x.flips->count(effect) == 0) {
      continue;
    }
    text += element("h3", capitalised(effect_text(x.s, *x.flips, effect)) +
                              (effect == FlipEffect::met ? ", though the draw still said no" : ""));
    text +=
        "\n<div class=\"wide\"><table><thead><tr><th>lever</th><th class=\"n\">from</th>"
        "<th class=\"n\">to</th><th class=\"n\">of its range</th></tr></thead><tbody>\n" +
        flips_rows(x, effect) + "</tbody></table></div>\n";
  }
  return text +
         element("p",
                 "Each row is the smallest change of that one number, for this tick alone "
                 "and with the same luck; 95 % of it changes nothing. * beyond the range "
                 "its author would accept.",
                 "class=\"note\"") +
         "\n";
}

}  // namespace

std::string explain_page(const Explained& x) {
  std::string body =
      element("h1", heading_text(x)) + "\n" +
      element("p", fmt::format("{}, seed {}, run {}", x.s.title, x.seed, x.run), "class=\"note\"") +
      "\n" + element("p", x.e.verdict, "class=\"verdict\"") + "\n" +
      element("p", fmt::format("Joint surplus {} M USD/y; {} years in this stage.",
                               with_sign(x.e.joint_surplus), rounded(x.e.talks_years))) +
      "\n" + std::string(patterns) + terms_html(x);
  for (const ExplainedParty& party : x.e.parties) {
    if (x.only == no_id || party.country == x.only) {
      body += party_html(x, party);
    }
  }
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n{}{}</main>\n</body>\n"
      "</html>\n",
      xml_text(package_name(x.s, x.e.package)), style, body, flips_html(x));
}

}  // namespace tumen::cli
