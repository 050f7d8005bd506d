// The numbers on the page as a table: one row a setting, series and tick.
import { yearOf } from './figures.ts';
import type { Fans, Scenario } from './protocol.ts';

function cells(values: (string | number | null | undefined)[]): string {
  return values.map((value) => (value === null || value === undefined ? '' : String(value))).join(',');
}

/** setting, futures, series, unit, tick, year, chance, q05, q25, q50, q75, q95. */
export function fansCsv(scenario: Scenario, fans: { label: string; fans: Fans }[]): string {
  const rows = ['setting,futures,series,unit,tick,year,chance,q05,q25,q50,q75,q95'];
  for (const { label, fans: of } of fans) {
    for (const info of scenario.series) {
      const series = of.series[info.name];
      if (!series) continue;
      for (let tick = 0; tick < scenario.ticks; ++tick) {
        const values =
          'chance' in series
            ? [series.chance[tick], '', '', '', '', '']
            : ['', ...series.quantiles.map((level) => level[tick])];
        rows.push(cells([label, of.runs, info.name, info.unit, tick, yearOf(scenario, tick), ...values]));
      }
    }
  }
  return rows.join('\n') + '\n';
}

/** Offers a text as a file. */
export function saveText(name: string, text: string, kind: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: kind }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function download(name: string, text: string): void {
  saveText(name, text, 'text/csv');
}
