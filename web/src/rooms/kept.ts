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

function put(key: string, text: string): void {
  memory.set(key, text);
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // refused: it lasts until the tab is loaded again
  }
}

function get(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function drop(key: string): void {
  memory.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // refused
  }
}

export function keep(place: Place, kept: Kept): void {
  put(`room.${place}`, JSON.stringify(kept));
}

export function kept(place: Place): Kept | null {
  const text = get(`room.${place}`);
  if (!text) return null;
  try {
    const found = JSON.parse(text) as Kept;
    return typeof found.code === 'string' && typeof found.token === 'string' ? found : null;
  } catch {
    return null;
  }
}

/** The room that is looked at without a token: a tab loaded again is in it still. */
export function keepCode(place: Place, code: string): void {
  put(`room.${place}.code`, code);
}

export function keptCode(place: Place): string {
  return get(`room.${place}.code`) ?? '';
}

export function forget(place: Place): void {
  drop(`room.${place}`);
  drop(`room.${place}.code`);
}

/** Six letters as they are spoken: without spaces and dashes, in capitals. */
export function codeOf(typed: string): string {
  return typed.replace(/[^A-Za-z]/g, '').toUpperCase().slice(0, 6);
}
