import { describe, expect, it } from 'vitest';
import { dictionaries, languages, preferredLanguage, text, type Key } from '../src/lib/i18n/index.ts';
import type { Scenario } from '../src/lib/protocol.ts';
import { roomDictionaries, type RoomKey } from '../src/rooms/i18n/index.ts';
import { saidOf, timesMark, timesText } from '../src/lib/words.ts';

const holes = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('words', () => {
  it('stand in every language, with the same holes', () => {
    for (const { code } of languages) {
      for (const key of Object.keys(dictionaries.en) as Key[]) {
        expect(dictionaries[code][key], `${code}.${key}`).not.toBe('');
        expect(holes(dictionaries[code][key]), `${code}.${key}`).toEqual(holes(dictionaries.en[key]));
      }
    }
  });

  it('fill holes and leave unknown ones', () => {
    expect(text('en', 'computed', { n: 1000 })).toBe('1000 futures');
    expect(text('en', 'computed')).toBe('{n} futures');
  });

  it('follow the browser, and speak English otherwise', () => {
    expect(preferredLanguage(['fr-FR', 'ko-KR', 'en'])).toBe('ko');
    expect(preferredLanguage(['zh-TW'])).toBe('zh');
    expect(preferredLanguage(['fr'])).toBe('en');
  });

  it('say an outcome by what it is about, and nothing of one they do not know', () => {
    const scenario = {
      packages: [{ name: 'gas_line', title: 'Gas line', signatories: [] }],
      corridors: [],
      debts: [{ name: 'old', creditor: 'RUS', debtor: 'PRK' }]
    } as unknown as Scenario;
    const country = (code: string) => code.toLowerCase();
    expect(saidOf(scenario, 'packages.gas_line.signed', country)).toEqual({
      measure: 'signed', filling: { what: 'Gas line' }
    });
    expect(saidOf(scenario, 'debts.old.settled', country)?.filling).toEqual({ debtor: 'prk', creditor: 'rus' });
    expect(saidOf(scenario, 'packages.gone.signed', country)).toBeNull();
    expect(saidOf(scenario, 'market.world.brent', country)).toBeNull();
  });

  it('tell how often without a false never or always', () => {
    const t = (key: Key, filling = {}) => text('en', key, filling);
    expect(timesText(0.41, t)).toBe('41');
    expect(timesText(0.001, t)).toBe('fewer than 1');
    expect(timesText(0.999, t)).toBe('more than 99');
    expect([timesMark(0.001), timesMark(0.999), timesMark(0)]).toEqual(['<1', '>99', '0']);
  });
});

describe('words of rooms', () => {
  it('stand in every language, with the same holes', () => {
    for (const { code } of languages) {
      for (const key of Object.keys(roomDictionaries.en) as RoomKey[]) {
        // Names are joined without a space where words are.
        if (key !== 'name_joint') expect(roomDictionaries[code][key], `${code}.${key}`).toBeTruthy();
        expect(holes(roomDictionaries[code][key]), `${code}.${key}`).toEqual(holes(roomDictionaries.en[key]));
      }
    }
  });
});
