#include "sim/chronicle_text.hpp"

#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace tumen {
namespace {

using Align = TextTable::Align;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

std::string_view colour_of(Tone tone) {
  switch (tone) {
    case Tone::deal:
      return "\x1b[32m";
    case Tone::works:
      return "\x1b[34m";
    case Tone::setback:
      return "\x1b[31m";
    case Tone::shock:
      return "\x1b[33m";
    case Tone::plain:
      break;
  }
  return {};
}

std::string heading(std::string_view text, const TextStyle& style) {
  return style.is_coloured ? fmt::format("\n{}{}{}\n", bold, text, plain)
                           : fmt::format("\n{}\n", text);
}

std::string year_text(const std::optional<double>& year) {
  return year ? fmt::format("{:.0f}", std::floor(*year + 1e-6)) : "-";
}

std::string percent(double share) {
  return fmt::format("{:.0f} %", 100 * share);
}

std::string sentence(std::string_view start, const std::vector<std::string>& names,
                     std::size_t width) {
  std::string text;
  if (!names.empty()) {
    for (const std::string& line : wrapped(fmt::format("{}: {}.", start, join_and(names)), width)) {
      text += line + "\n";
    }
  }
  return text;
}

std::vector<std::string> deal_cells(const Scenario& s, const DealSummary& deal) {
  std::string parties;
  for (const Id country : signatories_of(s, deal.package)) {
    parties += (parties.empty() ? "" : "-") + at(s.names.countries, country);
  }
  return {package_name(s, deal.package),  parties,
          year_text(deal.first_proposed), year_text(deal.first_signed),
          year_text(deal.first_entered),  deal.status};
}

/// Signed deals with their terms, then those that were only talked about.
std::string deals_table(const Scenario& s, const RunSummary& summary, const TextStyle& style) {
  TextTable table({{"deal"}, {"parties"}, {"proposed"}, {"signed"}, {"in force"}, {"now"}});
  std::vector<std::string> only_memoranda;
  std::vector<std::string> never;
  for (const bool were_signed : {true, false}) {
    for (const DealSummary& deal : summary.deals) {
      if ((deal.signatures > 0) == were_signed && deal.openings > 0) {
        table.add(deal_cells(s, deal));
        const std::string terms = tell_terms(s, deal.terms);
        table.note(terms.empty() || !were_signed ? "" : "  " + terms);
      } else if (!were_signed && deal.openings == 0) {
        (deal.memoranda > 0 ? only_memoranda : never).push_back(package_name(s, deal.package));
      }
    }
  }
  return heading("Deals", style) +
         (table.is_empty() ? "No talks were opened.\n" : table.text(style.width)) +
         sentence("Memoranda only", only_memoranda, style.width) +
         sentence("Never proposed", never, style.width);
}

/// Corridors that stand or were begun; the others in one sentence.
std::string corridors_table(const Scenario& s, const RunSummary& summary, const TextStyle& style) {
  constexpr std::array<std::string_view, fuel_count> units = {"bcm/y", "Mt/y", "TWh/y", "kTEU/y"};
  TextTable table({{"corridor"},
                   {"stage"},
                   {"built", Align::right},
                   {"done", Align::right},
                   {"used", Align::right},
                   {"capacity"}});
  std::vector<std::string> untouched;
  for (const CorridorSummary& row : summary.corridors) {
    if (row.stage == "none" && row.progress <= 0) {
      untouched.push_back(corridor_name(s, row.corridor));
      continue;
    }
    const Corridor& corridor = at(s.model.corridors, row.corridor);
    const bool stood = row.stage == "operating" || row.stage == "suspended" || row.mean_flow > 0;
    const std::string capacity =
        corridor.capacity.exists()
            ? with_unit(at(s.values, corridor.capacity.index), units[index_of(corridor.fuel)])
            : "-";
    table.add({corridor_name(s, row.corridor), row.stage, year_text(row.built),
               percent(row.progress), stood ? percent(row.mean_flow) : "-", capacity});
  }
  return summary.corridors.empty()
             ? ""
             : heading("Corridors", style) + (table.is_empty() ? "" : table.text(style.width)) +
                   sentence("Not built", untouched, style.width);
}

std::string debts_table(const Scenario& s, const RunSummary& summary, const TextStyle& style) {
  TextTable table({{"claim"},
                   {"M USD at start", Align::right},
                   {"settled", Align::right},
                   {"forgiven", Align::right},
                   {"paid", Align::right},
                   {"missed", Align::right},
                   {"left", Align::right}});
  for (const DebtSummary& row : summary.debts) {
    const Debt& debt = at(s.model.debts, row.debt);
    table.add({fmt::format("{} on {}", at(s.names.countries, debt.creditor),
                           at(s.names.countries, debt.debtor)),
               rounded(row.at_start), year_text(row.settled), rounded(row.forgiven),
               rounded(row.paid), rounded(row.arrears), rounded(row.face + row.residual)});
  }
  return table.is_empty() ? "" : heading("Debts", style) + table.text(style.width);
}

std::string gains_table(const Scenario& s, const RunSummary& summary, const TextStyle& style) {
  std::vector<TextTable::Column> columns = {{"M USD/y, mean"}};
  for (const std::string_view issue : issue_names) {
    columns.push_back({std::string(issue), Align::right});
  }
  for (const char* title : {"total", "% of GDP", "sum, M USD", "cash, M USD"}) {
    columns.push_back({title, Align::right});
  }
  TextTable table(columns);
  for (const GainSummary& row : summary.gains) {
    std::vector<std::string> cells = {at(s.names.country_titles, row.country)};
    for (const double part : row.mean) {
      cells.push_back(with_sign(part));
    }
    cells.push_back(with_sign(row.total));
    cells.push_back(with_sign(100 * row.share_of_gdp));
    cells.push_back(with_sign(row.cumulated));
    cells.push_back(with_sign(row.cash));
    table.add(std::move(cells));
  }
  return heading("Gains", style) + table.text(style.width);
}

std::string years_text(const YearStory& year) {
  return year.from_year == year.to_year ? std::to_string(year.from_year)
                                        : fmt::format("{}-{}", year.from_year, year.to_year);
}

/// Sentences as one wrapped paragraph beside its heading; a colour ends with its line.
std::string paragraph(const std::string& head, const std::vector<ChronicleLine>& sentences,
                      const TextStyle& style) {
  constexpr std::size_t indent = 11;
  std::string text = fmt::format("{:<{}}", head, indent);
  std::size_t column = indent;
  for (const ChronicleLine& sentence : sentences) {
    const std::string_view colour = style.is_coloured ? colour_of(sentence.tone) : "";
    bool is_on = false;
    for (const std::string& word : wrapped(sentence.text, 1)) {
      const std::size_t needs = characters(word);
      const bool is_first = column == indent;
      if (!is_first && column + 1 + needs > style.width) {
        text += (is_on ? std::string(plain) : "") + "\n" + std::string(indent, ' ');
        column = indent;
        is_on = false;
      } else if (!is_first) {
        text += " ";
        ++column;
      }
      if (!colour.empty() && !is_on) {
        text += colour;
        is_on = true;
      }
      text += word;
      column += needs;
    }
    text += is_on ? plain : "";
  }
  return text + "\n";
}

}  // namespace

std::string chronicle_text(const Scenario& s, const Trace& trace, const TextStyle& style) {
  std::string text;
  for (const YearStory& year : chronicle(s, trace)) {
    text += paragraph(years_text(year), year.sentences, style) + "\n";
  }
  return text;
}

std::string summary_text(const Scenario& s, const RunSummary& summary, const TextStyle& style) {
  return deals_table(s, summary, style) + corridors_table(s, summary, style) +
         debts_table(s, summary, style) + gains_table(s, summary, style);
}

std::string run_text(const Scenario& s, const Trace& trace, const TextStyle& style) {
  const RunSummary summary = summarise_run(s, trace);
  const std::string title = s.title.empty() ? s.name : s.title;
  std::string text = style.is_coloured ? fmt::format("{}{}{}\n", bold, title, plain) : title + "\n";
  text += fmt::format("{}-{:.0f}, seed {}{}{}\n\n", std::floor(s.model.start_year),
                      std::floor(summary.end_year - 1e-6), trace.seed,
                      trace.run > 0 ? fmt::format(", run {}", trace.run) : "",
                      trace.interrupted ? ", interrupted" : "");
  return text + paragraph("In short", headline(s, trace), style) + "\n" +
         chronicle_text(s, trace, style) + summary_text(s, summary, style);
}

}  // namespace tumen
