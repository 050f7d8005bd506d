// The words of the page in five languages.
import { en, type Key, type Words } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export type { Key } from './en.ts';
export type Language = 'en' | 'ko' | 'ja' | 'zh' | 'ru';

export const languages: { code: Language; name: string; tag: string }[] = [
  { code: 'en', name: 'English', tag: 'en' },
  { code: 'ko', name: '한국어', tag: 'ko' },
  { code: 'ja', name: '日本語', tag: 'ja' },
  { code: 'zh', name: '中文', tag: 'zh-Hans' },
  { code: 'ru', name: 'Русский', tag: 'ru' }
];

export const dictionaries: Record<Language, Words> = { en, ko, ja, zh, ru };

export type Filling = Record<string, string | number>;

/** The text of a key, with {name} filled in. */
export function text(language: Language, key: Key, filling: Filling = {}): string {
  return dictionaries[language][key].replace(/\{(\w+)\}/g, (hole, name: string) =>
    name in filling ? String(filling[name]) : hole
  );
}

/** The first of the browser's languages that the page has. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().startsWith(language.code));
    if (found) return found.code;
  }
  return 'en';
}

const leverKeys: Record<string, Key> = {
  'debts.dprk_to_russia.hope': 'lever_hope',
  'rules.break_on_shock': 'lever_break_on_shock',
  'countries.PRK.discount_rate': 'lever_prk_discount',
  'regimes.us_secondary.level.scale': 'lever_us_secondary',
  'regimes.un_dprk.level.scale': 'lever_un',
  'market.brent_mean': 'lever_brent',
  'rules.agreement_rate': 'lever_agreement_rate',
  'rules.breach_rate': 'lever_breach_rate',
  'acts.us_presses_rok.rate': 'lever_press',
  'corridors.trans_korean_gas.interruption_rate': 'lever_interruption',
  'corridors.trans_korean_gas.capex': 'lever_capex',
  'rules.trust_memory': 'lever_trust_memory',
  'rules.gearing': 'lever_gearing'
};

/** The key of a lever's name, for those that are shown first. */
export function leverKey(path: string): Key | null {
  return leverKeys[path] ?? null;
}
