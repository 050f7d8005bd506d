// What a room's view means on the page.
import type { Corridor, Standing } from '../lib/protocol.ts';
import type { Clock, Draft, Instrument, Offer, Room } from './protocol.ts';

const standings: Record<string, Standing> = {
  memorandum: 'talks',
  study: 'talks',
  agreed: 'building',
  ratified: 'building',
  building: 'building',
  operating: 'operating',
  suspended: 'halted'
};

/** Corridors that open offers of one's own are about. */
export function corridorsOnTable(offers: Offer[]): Set<string> {
  const open = offers.filter((offer) => offer.stage === 'open' || offer.stage === 'agreed');
  return new Set(open.flatMap((offer) => Object.values(offer.draft.things)));
}

/** Where a corridor stands, as far as the viewer knows. */
export function standingIn(room: Room, corridor: Corridor): Standing {
  const stage = room.world.corridors[corridor.name]?.stage ?? 'none';
  const isBlocked = room.world.deals.some((deal) => deal.stage === 'blocked' && corridor.packages.includes(deal.name));
  const standing = standings[stage] ?? 'none';
  if (isBlocked && standing !== 'operating') return 'blocked';
  if (standing === 'none' && corridorsOnTable(room.me?.offers ?? []).has(corridor.name)) return 'talks';
  return standing;
}

/** Milliseconds that a round has left; null without a running clock. */
export function leftOf(clock: Clock, ahead: number, now: number): number | null {
  if (clock.paused) return clock.left ?? null;
  return clock.ends_at === undefined ? null : Math.max(0, clock.ends_at - (now + ahead));
}

/** "4:05", of milliseconds. */
export function minutesOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A draft with every term at its start, the speaker in the first part that signs. */
export function freshDraft(instrument: Instrument, own: string): Draft {
  const roles: Record<string, string> = {};
  const first = instrument.roles.find((role) => role.signs);
  for (const role of instrument.roles) roles[role.name] = role === first ? own : '';
  const terms = Object.fromEntries(instrument.terms.map((term) => [term.name, term.start]));
  return { instrument: instrument.name, roles, things: Object.fromEntries(instrument.things.map((t) => [t.name, ''])), terms };
}

/** Every part has a country of its own, every thing a name. */
export function isWhole(draft: Draft): boolean {
  const countries = Object.values(draft.roles);
  return (
    countries.every((country) => country !== '') &&
    new Set(countries).size === countries.length &&
    Object.values(draft.things).every((thing) => thing !== '')
  );
}

/** A name of the engine as words: "trans_korean_gas" -> "trans korean gas". */
export function plain(name: string): string {
  return name.replaceAll('_', ' ');
}

/** "2011 Q2", of a date in years. */
export function dateText(date: number | string): string {
  if (typeof date === 'string') return date;
  const year = Math.floor(date + 1e-9);
  return `${year} Q${Math.floor((date - year + 1e-9) * 4) + 1}`;
}

/** Every signatory that a person plays has said yes: it goes to the world when the round ends. */
export function isAgreed(offer: Offer, room: Room): boolean {
  const people = room.seats.filter((seat) => seat.played_by === 'person').map((seat) => seat.country);
  const needed = offer.check.signers.filter((country) => people.includes(country));
  return offer.stage === 'agreed' || (offer.stage === 'open' && needed.every((country) => offer.accepted.includes(country)));
}
