// Sentences of the page that are put together from data.
import { ofHundred } from './figures.ts';
import type { Key } from './i18n/index.ts';
import type { Scenario } from './protocol.ts';

/** What the dictionary is asked for: a key and what fills its holes. */
export interface Said {
  measure: 'signed' | 'entered' | 'blocked' | 'built' | 'settled';
  filling: { what?: string; debtor?: string; creditor?: string };
}

/** An outcome by name ("packages.gas_line.signed") in the page's terms; null for others. */
export function saidOf(scenario: Scenario, outcome: string, country: (code: string) => string): Said | null {
  const [table, name, measure] = outcome.split('.');
  if (table === 'packages' && (measure === 'signed' || measure === 'entered' || measure === 'blocked')) {
    const found = scenario.packages.find((p) => p.name === name);
    return found ? { measure, filling: { what: found.title } } : null;
  }
  if (table === 'corridors' && measure === 'built') {
    const found = scenario.corridors.find((c) => c.name === name);
    return found ? { measure, filling: { what: found.title } } : null;
  }
  if (table === 'debts' && measure === 'settled') {
    const found = scenario.debts.find((d) => d.name === name);
    return found
      ? { measure, filling: { debtor: country(found.debtor), creditor: country(found.creditor) } }
      : null;
  }
  return null;
}

/** "41", "fewer than 1", "more than 99". */
export function timesText(share: number, t: (key: Key, filling?: Record<string, number>) => string): string {
  const { n, bound } = ofHundred(share);
  return bound === 'less' ? t('fewer_than', { n }) : bound === 'more' ? t('more_than', { n }) : String(n);
}

/** The same in a narrow column: "41", "<1", ">99". */
export function timesMark(share: number): string {
  const { n, bound } = ofHundred(share);
  return `${bound === 'less' ? '<' : bound === 'more' ? '>' : ''}${n}`;
}
