// What a tab keeps of a room: tokens, in sessionStorage, so that each tab is one person.
import type { Role } from './protocol.ts';

export interface Kept {
  code: string;
  token: string;
  country?: string;
  role?: Role;
}

export type Place = 'seat' | 'host' | 'screen';

const memory = new Map<string, string>();

export function keep(place: Place, kept: Kept): void {
  const text = JSON.stringify(kept);
  memory.set(place, text);
  try {
    sessionStorage.setItem(`room.${place}`, text);
  } catch {
    // refused: it lasts until the tab is loaded again
  }
}

export function kept(place: Place): Kept | null {
  let text = memory.get(place) ?? null;
  try {
    text = sessionStorage.getItem(`room.${place}`) ?? text;
  } catch {
    // refused
  }
  if (!text) return null;
  try {
    const found = JSON.parse(text) as Kept;
    return typeof found.code === 'string' && typeof found.token === 'string' ? found : null;
  } catch {
    return null;
  }
}

export function forget(place: Place): void {
  memory.delete(place);
  try {
    sessionStorage.removeItem(`room.${place}`);
  } catch {
    // refused
  }
}

/** Six letters as they are spoken: without spaces and dashes, in capitals. */
export function codeOf(typed: string): string {
  return typed.replace(/[^A-Za-z]/g, '').toUpperCase().slice(0, 6);
}
