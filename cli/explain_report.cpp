#include "cli/explain_report.hpp"

#include "sim/flips_text.hpp"
#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

std::string paragraph(std::string_view text, std::size_t width, const std::string& indent = "") {
  std::string out;
  for (const std::string& line : wrapped(text, width - indent.size())) {
    out += indent + line + "\n";
  }
  return out;
}

std::string terms_table(const Explained& x, std::size_t width) {
  TextTable table(
      {{"term"}, {"value", Align::right}, {"lowest", Align::right}, {"highest", Align::right}});
  for (const ExplainedTerm& term : x.e.terms) {
    table.add({term.name.substr(term.name.rfind('.') + 1), with_unit(term.value, term.unit),
               with_unit(term.lower, term.unit), with_unit(term.upper, term.unit)});
  }
  return table.is_empty() ? "" : "\nTerms on the table\n" + table.text(width);
}

/// All parties by issue, in % of GDP and M USD a year, with what they hold the total against.
std::string sums_table(const Explained& x, std::size_t width) {
  TextTable table({{"M USD/y (% of GDP)"},
                   {"energy", Align::right},
                   {"transit", Align::right},
                   {"debt", Align::right},
                   {"sanctions", Align::right},
                   {"security", Align::right},
                   {"pressure", Align::right},
                   {"all", Align::right},
                   {"signs at", Align::right},
                   {"holds out for", Align::right}});
  for (const ExplainedParty& party : x.e.parties) {
    std::vector<std::string> cells = {at(x.s.names.countries, party.country)};
    for (const double part : party.by_issue) {
      cells.push_back(with_sign(part));
    }
    cells.push_back(with_sign(-party.pressure));
    cells.push_back(
        fmt::format("{} ({} %)", with_sign(party.total), percent_of_gdp_text(party, party.total)));
    cells.push_back(party.signs ? with_sign(party.reservation()) : "");
    cells.push_back(party.signs ? with_sign(party.wanted()) : "");
    table.add(std::move(cells));
  }
  return "\nWhat it is worth\n" + table.text(std::max<std::size_t>(width, 120));
}

std::string party_text(const Explained& x, const ExplainedParty& party, std::size_t width) {
  std::string text =
      fmt::format("\n{}: {} M USD/y ({} % of GDP)\n", capitalised(country_name(x.s, party.country)),
                  with_sign(party.total), percent_of_gdp_text(party, party.total));
  for (const std::string& sentence : party_sentences(x.s, x.e, party)) {
    text += paragraph(sentence, width, "  ");
  }
  TextTable table(
      {{"  M USD/y", Align::right}, {"% of GDP", Align::right}, {"issue"}, {"because of"}});
  for (const ExplainedPart& part : party.parts) {
    table.add({with_sign(part.musd_per_year), percent_of_gdp_text(party, part.musd_per_year),
               std::string(issue_names[index_of(part.issue)]),
               std::string(reason_text(part.reason))});
  }
  if (party.pressure != 0) {
    table.add({with_sign(-party.pressure), percent_of_gdp_text(party, -party.pressure), "",
               "pressure of third countries"});
  }
  return table.is_empty() ? text : text + table.text(width);
}

std::string flips_table(const std::vector<Flip>& shown, std::size_t width) {
  TextTable table(
      {{"of its range", Align::right}, {"from", Align::right}, {"to", Align::right}, {"lever"}});
  for (const Flip& flip : shown) {
    table.add({rounded(100 * flip.size) + " %" + (flip.is_within() ? "" : " *"), value_before(flip),
               lever_value(flip.to, flip.lever.unit), flip.lever.path});
  }
  return table.text(std::max<std::size_t>(width, 120));
}

std::string flips_part(const Explained& x, FlipEffect effect, std::size_t width) {
  Flips some = *x.flips;
  std::erase_if(some.found, [&](const Flip& flip) { return flip.effect != effect; });
  if (some.found.empty()) {
    return "";
  }
  const std::size_t most = x.all_flips ? some.found.size() : flips_shown;
  const std::vector<Flip> shown = telling_flips(some, most, x.all_flips ? most : 2);
  std::string text =
      "\n" + paragraph(capitalised(effect_text(x.s, some, effect)) +
                           (effect == FlipEffect::met
                                ? ", though the draw of the tick would still have said no, by"
                                : " by") +
                           " the smallest change of one lever:",
                       width);
  for (std::size_t k = 0; k < std::min<std::size_t>(3, shown.size()); ++k) {
    text += paragraph(flip_sentence(x.s, some, shown[k]), width);
  }
  text += "\n" + flips_table(shown, width);
  if (std::any_of(shown.begin(), shown.end(), [](const Flip& f) { return !f.is_within(); })) {
    text += "* beyond the range its author would accept\n";
  }
  if (shown.size() < some.found.size()) {
    text += fmt::format("{} more: --all-flips\n", some.found.size() - shown.size());
  }
  return text;
}

std::string flips_text(const Explained& x, std::size_t width) {
  std::string text = "\n" + paragraph(block_sentence(x.s, x.e, *x.flips), width);
  for (const FlipEffect effect : {FlipEffect::reversed, FlipEffect::met}) {
    text += flips_part(x, effect, width);
  }
  return text;
}

}  // namespace

std::string explain_text(const Explained& x, std::size_t width) {
  std::string text = heading_text(x) + "\n" + paragraph(x.e.verdict, width);
  text += fmt::format("Joint surplus {} M USD/y; {} years in this stage\n",
                      with_sign(x.e.joint_surplus), rounded(x.e.talks_years));
  text += terms_table(x, width);
  if (x.only == no_id) {
    text += sums_table(x, width);
  }
  for (const ExplainedParty& party : x.e.parties) {
    if (x.only == no_id || party.country == x.only) {
      text += party_text(x, party, width);
    }
  }
  return x.flips == nullptr ? text : text + flips_text(x, width);
}

}  // namespace tumen::cli
