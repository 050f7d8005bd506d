// The style sheet of report pages: one column on a phone, a grid of charts on a desk, black on
// white in print. Colours of text have a contrast of at least 4.5 on their background.
#include "sim/report_html.hpp"

namespace tumen::report {

std::string_view style_sheet() {
  return R"css(
:root { color-scheme: light dark; --paper: #ffffff; --ink: #17212b; --soft: #4d5964;
  --line: #d5dbe1; --tint: #f3f6f8; --link: #00588a;
  --deal: #00785a; --works: #00659e; --setback: #b34700; --shock: #8a6100; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191e; --ink: #e6ebf0; --soft: #a9b4bf; --line: #38434d; --tint: #1d242b;
    --link: #7cc4f2; --deal: #4cc9a0; --works: #6cbdf0; --setback: #ff9a5c; --shock: #e3b341; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 20px 60px; max-width: 1120px; background: var(--paper);
  color: var(--ink); line-height: 1.55;
  font: 16px/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
header { padding: 34px 0 6px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 6px; }
h2 { font-size: 1.35rem; margin: 52px 0 12px; padding-bottom: 5px;
  border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 26px 0 4px; }
p, li { max-width: 46em; }
a { color: var(--link); }
.lead { color: var(--soft); margin: 0; }
nav ul { list-style: none; padding: 0; margin: 18px 0 0; display: flex; flex-wrap: wrap;
  gap: 4px 18px; }
.short { list-style: none; padding: 0; margin: 20px 0; }
.short li, .year p { border-left: 4px solid var(--line); padding: 2px 0 2px 12px; margin: 0 0 8px; }
.short b { font-weight: 650; }
.year { display: grid; grid-template-columns: 104px 1fr; gap: 0 14px; break-inside: avoid-page;
  margin: 0 0 14px; }
.year h3 { margin: 0; font-variant-numeric: tabular-nums; }
.year p { margin: 0; max-width: 48em; }
.t-plain { color: var(--soft); }
b.t-deal, i.t-deal { color: var(--deal); } b.t-works, i.t-works { color: var(--works); }
b.t-setback, i.t-setback { color: var(--setback); } b.t-shock, i.t-shock { color: var(--shock); }
i { font-style: normal; font-size: .8em; }
figure { margin: 18px 0 34px; }
figcaption { margin-top: 8px; max-width: 60em; font-size: .92rem; }
.source { color: var(--soft); display: block; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr));
  gap: 18px 26px; align-items: start; }
.charts > svg { max-width: 100%; height: auto; }
.wide { border-radius: 8px; } .wide svg { display: block; width: 100%; min-width: 860px; height: auto; }
.wide .chances, .wide .bars { min-width: 540px; max-width: 680px; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--works);
  outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums;
  margin: 10px 0 18px; }
caption { text-align: left; font-weight: 650; padding: 4px 0; }
caption span { display: block; max-width: calc(100vw - 44px); position: sticky; left: 0; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0;
  border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); }
th[scope=row] { font-weight: 550; }
th[scope=row]:not(.s), td:not(.n):not(.s) { min-width: 8.5em; }
.n { text-align: right; } .n, .s { white-space: nowrap; }
details { margin: 8px 0; } summary { cursor: pointer; color: var(--link); }
details .scroll { max-height: 26em; overflow: auto; }
pre { background: var(--tint); padding: 12px 14px; border-radius: 6px; font-size: .88rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
.key { color: var(--soft); font-size: .92rem; }
@media (max-width: 560px) {
  body { padding: 0 16px 40px; } h1 { font-size: 1.55rem; }
  .year { grid-template-columns: 1fr; } }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --soft: #333333; --line: #bbbbbb; --link: #000000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } nav, details { display: none; }
  h2 { break-after: avoid; } figure { break-inside: avoid; } .wide svg { min-width: 0; }
  .scroll { overflow: visible; }
  th[scope=row]:not(.s), td:not(.n):not(.s) { min-width: 0; } }
)css";
}

}  // namespace tumen::report
