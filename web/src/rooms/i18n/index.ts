// The words of the pages of rooms in five languages.
import type { Filling, Language } from '../../lib/i18n/index.ts';
import { en, type FirstWords } from './en.ts';
import { enAfter, type AfterWords } from './en_after.ts';
import { ja } from './ja.ts';
import { jaAfter } from './ja_after.ts';
import { ko } from './ko.ts';
import { koAfter } from './ko_after.ts';
import { ru } from './ru.ts';
import { ruAfter } from './ru_after.ts';
import { zh } from './zh.ts';
import { zhAfter } from './zh_after.ts';

export type RoomWords = FirstWords & AfterWords;
export type RoomKey = keyof RoomWords;

export const roomDictionaries: Record<Language, RoomWords> = {
  en: { ...en, ...enAfter },
  ko: { ...ko, ...koAfter },
  ja: { ...ja, ...jaAfter },
  zh: { ...zh, ...zhAfter },
  ru: { ...ru, ...ruAfter }
};

/** Titles and reasons of the engine by their English text; fetched when first spoken. */
export async function engineWords(language: Language): Promise<Record<string, string>> {
  switch (language) {
    case 'ko':
      return (await import('./ko_engine.ts')).koEngine;
    case 'ja':
      return (await import('./ja_engine.ts')).jaEngine;
    case 'zh':
      return (await import('./zh_engine.ts')).zhEngine;
    case 'ru':
      return (await import('./ru_engine.ts')).ruEngine;
    default:
      return {};
  }
}

/** The text of a key, with {name} filled in; null for a key that is none of the rooms'. */
export function roomText(language: Language, key: RoomKey, filling: Filling = {}): string | null {
  const words: string | undefined = roomDictionaries[language][key];
  return words?.replace(/\{(\w+)\}/g, (hole, name: string) => (name in filling ? String(filling[name]) : hole)) ?? null;
}
