// Numbers for readers and for charts.
import type { Scenario, Series, Standing } from './protocol.ts';

/** The date of a tick as a number: 2011.25. */
export function yearOf(scenario: Scenario, tick: number): number {
  return scenario.start + scenario.dt * tick;
}

/** "2011 Q2", or the year where a tick is no quarter. */
export function dateOf(scenario: Scenario, tick: number): string {
  const year = yearOf(scenario, tick);
  const whole = Math.floor(year + 1e-9);
  const quarter = Math.floor((year - whole + 1e-9) * 4) + 1;
  return scenario.dt < 1 ? `${whole} Q${quarter}` : String(whole);
}

/** How many of 100, with "fewer than 1" and "more than 99" kept apart from 0 and 100. */
export function ofHundred(share: number): { n: number; bound: 'less' | 'more' | 'exact' } {
  if (share > 0 && share < 0.005) return { n: 1, bound: 'less' };
  if (share < 1 && share > 0.995) return { n: 99, bound: 'more' };
  return { n: Math.round(share * 100), bound: 'exact' };
}

/** Three digits that count, grouped as the language groups them. */
export function shortNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
}

/** The last value that is there, or null. */
export function lastOf(values: (number | null)[]): number | null {
  for (let k = values.length - 1; k >= 0; --k) {
    const value = values[k];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

export function chanceAt(series: Series | undefined, tick: number): number | null {
  return series && 'chance' in series ? (series.chance[tick] ?? null) : null;
}

/** Least and most of several quantile bands, so that A and B share an axis. */
export function extent(bands: ((number | null)[][] | null)[]): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const band of bands) {
    for (const level of band ?? []) {
      for (const value of level) {
        if (value === null) continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
  }
  if (least > most) return [0, 1];
  if (least === most) return [least - Math.max(1, Math.abs(least)) * 0.1, most + Math.max(1, Math.abs(most)) * 0.1];
  return [least, most];
}

/** Round values between two bounds, three or four of them. */
export function ticksBetween(least: number, most: number): number[] {
  const raw = (most - least) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw) ?? raw;
  const first = Math.ceil(least / step - 1e-9) * step;
  const all: number[] = [];
  for (let value = first; value <= most + step * 1e-6; value += step) {
    all.push(Number(value.toPrecision(12)));
  }
  return all;
}

/** Where a corridor stands at a tick, from the ticks at which that changes. */
export function standingAt(changes: [number, Standing][], tick: number): Standing {
  let standing: Standing = 'none';
  for (const [from, now] of changes) {
    if (from > tick) break;
    standing = now;
  }
  return standing;
}

/** A step for a slider: about two hundred over the range, a round number. */
export function stepOf(low: number, high: number): number {
  const raw = (high - low) / 200;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw) ?? raw;
}

/** A value on the grid of a slider, without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
