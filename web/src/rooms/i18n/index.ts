// The words of the pages of rooms in five languages.
import type { Filling, Language } from '../../lib/i18n/index.ts';
import { en, type RoomKey, type RoomWords } from './en.ts';
import { enAfter } from './en_after.ts';

export type { RoomKey, RoomWords } from './en.ts';

const english: RoomWords = { ...en, ...enAfter };

export const roomDictionaries: Record<Language, RoomWords> = { en: english, ko: english, ja: english, zh: english, ru: english };

/** The text of a key, with {name} filled in; null for a key that is none of the rooms'. */
export function roomText(language: Language, key: RoomKey, filling: Filling = {}): string | null {
  const words: string | undefined = roomDictionaries[language][key];
  return words?.replace(/\{(\w+)\}/g, (hole, name: string) => (name in filling ? String(filling[name]) : hole)) ?? null;
}
