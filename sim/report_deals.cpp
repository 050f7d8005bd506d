// Deals and corridors: timelines, tables, and who stood in the way of what.
#include "sim/chronicle.hpp"
#include "sim/picture.hpp"
#include "sim/report_parts.hpp"
#include "sim/teller.hpp"

namespace tumen::report {
namespace {

using Kind = TraceEvent::Kind;

std::string parties_of(const Scenario& s, Id package) {
  std::string text;
  for (const Id country : signatories_of(s, package)) {
    text += (text.empty() ? "" : ", ") + at(s.names.countries, country);
  }
  return text;
}

/// Years in which a package had an event of a kind, with the country that acted where it is named.
std::string years_with(const Page& page, Id package, Kind kind, bool with_country) {
  std::string text;
  for (const TraceEvent& e : page.trace.events) {
    if (e.package == package && e.kind == kind) {
      text += fmt::format("{}{:.0f}", text.empty() ? "" : ", ",
                          std::floor(page.s.model.year(e.tick) + 1e-6));
      if (with_country && e.who != no_id) {
        text += " (" + at(page.s.names.countries, e.who) + ")";
      }
    }
  }
  return text.empty() ? "-" : text;
}

HtmlTable deals_table(const Page& page) {
  HtmlTable t{"Deals that were proposed",
              {"deal", "parties", "opened", "signed", "in force", "blocked", "broken", "now",
               "terms of the last signature, else proposal"},
              {}};
  for (const bool were_signed : {true, false}) {
    for (const DealSummary& deal : page.summary.deals) {
      if (deal.openings == 0 || (deal.signatures > 0) != were_signed) {
        continue;
      }
      const Id k = deal.package;
      t.rows.push_back({{package_name(page.s, k), ""},
                        {parties_of(page.s, k), ""},
                        {years_with(page, k, Kind::opened, false), ""},
                        {years_with(page, k, Kind::signed_, false), ""},
                        {years_with(page, k, Kind::in_force, false), ""},
                        {years_with(page, k, Kind::blocked, true), ""},
                        {years_with(page, k, Kind::breached, true), ""},
                        {deal.status, ""},
                        {tell_terms(page.s, deal.terms), ""}});
    }
  }
  return t;
}

std::string_view manner_of(Kind kind) {
  switch (kind) {
    case Kind::blocked:
      return "vetoed";
    case Kind::vote_failed:
      return "refused by a parliament";
    case Kind::breached:
      return "broken";
    case Kind::conflict:
      return "a rival was signed";
    default:
      return "talks broke off";
  }
}

bool is_obstacle(Kind kind) {
  return kind == Kind::blocked || kind == Kind::vote_failed || kind == Kind::breached ||
         kind == Kind::conflict || kind == Kind::broke_off;
}

/// What the deal was worth to a country at an event: its gain by issue and the pressure on it.
void add_gains(std::vector<Cell>& row, const Teller& t, Id country) {
  const PartyState<double>* party = country == no_id ? nullptr : t.party(country);
  if (party == nullptr) {
    row.insert(row.end(), issue_count + 2, Cell{"", ""});
    return;
  }
  for (const double gain : party->gain) {
    row.push_back(number(gain));
  }
  row.push_back(number(-party->pressure));
  row.push_back(number(party->total));
}

std::vector<Cell> obstacle_row(const Page& page, const TraceEvent& e) {
  const Teller teller{page.s, page.trace, e};
  const Id who = obstacle(teller);
  std::vector<Cell> row = {{date_of_tick(page.s.model, e.tick), ""},
                           {teller.title(), ""},
                           {std::string(manner_of(e.kind)), ""},
                           {who == no_id ? "" : at(page.s.names.countries, who), ""},
                           {tell_reason(teller), ""}};
  add_gains(row, teller, who);
  return row;
}

/// Talks that weapons tests ended, one row a tick.
HtmlTable ended_by_tests(const Page& page) {
  HtmlTable t{"Talks that a weapons test ended", {"date", "deals"}, {}};
  Id last = no_id;
  for (const TraceEvent& e : page.trace.events) {
    if (e.kind != Kind::broke_off || e.why != Hindrance::shock) {
      continue;
    }
    if (e.tick != last) {
      t.rows.push_back({{date_of_tick(page.s.model, e.tick), ""}, {"", ""}});
      last = e.tick;
    }
    std::string& deals = t.rows.back()[1].text;
    deals += (deals.empty() ? "" : "; ") + package_name(page.s, e.package);
  }
  return t;
}

}  // namespace

std::string deals_part(const Page& page) {
  const HtmlTable t = deals_table(page);
  if (t.rows.empty()) {
    return paragraph("No talks were opened.");
  }
  return figure({"deals-timeline",
                 "Every deal that was proposed, from its first opening to its end; the title of a "
                 "lane tells its story.",
                 "events.csv and deals.csv; stages in state.csv, table package, variable stage",
                 {deals_timeline_svg(page.s, page.trace)},
                 {},
                 true}) +
         table(t);
}

std::string corridors_part(const Page& page) {
  const std::string svg = corridors_timeline_svg(page.s, page.trace);
  HtmlTable t{"Corridors at the end",
              {"corridor", "stage", "built", "works done, share", "used, share of capacity, mean",
               "used at the end", "spent, M USD"},
              {}};
  std::vector<std::string> untouched;
  for (const CorridorSummary& row : page.summary.corridors) {
    if (row.stage == "none" && row.progress <= 0) {
      untouched.push_back(corridor_name(page.s, row.corridor));
      continue;
    }
    t.rows.push_back({{corridor_name(page.s, row.corridor), ""},
                      {row.stage, ""},
                      year_cell(row.built),
                      number(row.progress),
                      number(row.mean_flow),
                      number(row.flow),
                      number(row.spent)});
  }
  std::string html;
  if (!svg.empty()) {
    html = figure({"corridors-timeline",
                   "Corridors that were begun, finished, stopped or left idle in the run: works "
                   "done, then share of capacity used.",
                   "state.csv, table corridor, variables stage, progress and flow",
                   {svg},
                   {},
                   true});
  }
  html += table(t);
  return untouched.empty() ? html : html + paragraph("Not built: " + join_and(untouched) + ".");
}

std::string obstacles_part(const Page& page) {
  HtmlTable t{
      "What ended talks, votes and agreements, and what the deal was worth to the country "
      "named, M USD a year",
      {"date", "deal", "how", "who", "why"},
      {}};
  for (const std::string_view issue : issue_names) {
    t.columns.push_back(std::string(issue));
  }
  t.columns.insert(t.columns.end(), {"pressure", "all"});
  for (const TraceEvent& e : page.trace.events) {
    if (is_obstacle(e.kind) && (e.kind != Kind::broke_off || e.why != Hindrance::shock)) {
      t.rows.push_back(obstacle_row(page, e));
    }
  }
  const HtmlTable tests = ended_by_tests(page);
  if (t.rows.empty() && tests.rows.empty()) {
    return paragraph("Nothing broke off, was blocked or broken.");
  }
  return table(t) + table(tests) +
         "<p class=\"key\">Data: deals.csv, rows with event broke_off, vote_failed, blocked, "
         "breached or conflict.</p>\n";
}

}  // namespace tumen::report
