// What rooms say: docs/reference/server.md.
import type { Debrief } from './protocol_debrief.ts';

export type Phase = 'lobby' | 'round' | 'debrief';
export type Role = 'host' | 'screen' | 'seat' | 'parliament' | 'stranger';
export type Presence = 'free' | 'here' | 'silent' | 'away';

export interface Seat {
  country: string;
  title: string;
  name: string;
  standing: Presence;
  played_by: 'person' | 'policies';
  house?: string;
  parliament?: { name: string; standing?: Presence } | null;
  press?: string | null;
}

export interface Clock {
  paused?: boolean;
  left?: number;
  ends_at?: number;
}

export interface Deal {
  name: string;
  title: string;
  stage: string;
  signers: string[];
  terms?: Record<string, string>;
  by?: 'room' | 'policies';
  /** Parliaments that a signed deal lies before. */
  before?: { country: string; house: string; person: boolean }[];
}

export interface Happening {
  date: number | string;
  tick: number;
  kind: string;
  text: string;
}

export interface Said {
  from: string;
  to: string;
  press: boolean;
  text: string;
  at: number;
  round?: number;
}

export interface Draft {
  instrument: string;
  roles: Record<string, string>;
  things: Record<string, string>;
  terms: Record<string, number>;
}

export type Leaning = 'would_sign' | 'holds_out' | 'loses' | 'ruled_out';

export interface Lean {
  leaning: Leaning;
  reason: string;
}

/** Who must sign and who can stop it. */
export interface Check {
  signers: string[];
  parliaments: string[];
  can_veto: string[];
  can_press: string[];
  ruled_out: string[];
  missing: string[];
  leanings: Record<string, Lean>;
}

/** One's own outcome as one sees it, 100 = well worth signing: 5, 25, 50, 75 and 95 % quantiles. */
export interface Fan {
  quantiles: number[];
  /** How often, of 100, the others sign as far as one can tell. */
  agree: number | null;
}

export interface Offer {
  offer: number;
  by: string;
  title?: string;
  draft: Draft;
  check: Check;
  stage: 'open' | 'refused' | 'withdrawn' | 'countered' | 'agreed';
  accepted: string[];
  counters: number | null;
  round: number;
  fan: Fan | null;
}

export interface Move {
  verb: 'act' | 'open' | 'accept' | 'leave' | 'end';
  target: string;
}

export interface Reply {
  deal: string;
  title: string;
  country: string;
  leaning: Leaning;
  reason: string;
  round: number;
}

/** A treaty before a parliament that a person plays. */
export interface Asked {
  name: string;
  title: string;
  terms: Record<string, string>;
  signers: string[];
  answer: null | 'yes' | 'no';
}

/** What a seat and its parliament are told; what has a question mark is the seat's alone. */
export interface Mine {
  country: string;
  role?: 'seat' | 'parliament';
  brief: { want?: string; fear?: string; lever?: string; objective?: string; measure?: string };
  quiz?: { before: boolean; after: boolean };
  asked?: Asked[];
  offers?: Offer[];
  messages?: Said[];
  moves?: Move[];
  acts?: ({ name: string; title: string } | string)[];
  talks?: Deal[];
  replies?: Reply[];
  happenings?: Happening[];
}

export interface Desk {
  open_offers: number;
  deals: number;
  planned_moves: number;
  rounds_kept: number;
  doctrines: Record<string, string[]>;
  quiz?: { before: number; after: number };
  is_counted?: boolean;
}

/** Of 100 futures from `from` on: where each corridor operates at `by`, and each public deal is kept. */
export interface Chances {
  runs: number;
  round: number;
  from: string;
  by: string;
  corridors: Record<string, number>;
  deals: Record<string, number>;
}

export interface Room {
  type: 'room';
  code: string;
  version: number;
  scenario: string;
  title: string;
  phase: Phase;
  round: number;
  rounds: number;
  minutes?: number;
  quarters: number;
  branch: number;
  now?: number;
  clock: Clock;
  date: number | string;
  start?: number;
  seats: Seat[];
  world: {
    brent: number;
    corridors: Record<string, { title: string; stage: string; progress: number }>;
    debts: Record<string, { title?: string; musd: number; settled: boolean }>;
    deals: Deal[];
  };
  happenings: Happening[];
  messages: Said[];
  news: { date: number | string; text: string }[];
  chances?: Chances | null;
  me?: Mine;
  desk?: Desk;
  debrief?: Debrief;
}

export interface Instrument {
  name: string;
  title: string;
  description: string;
  roles: { name: string; meaning: string; signs: boolean }[];
  things: { name: string; section: string; names?: string[] }[];
  terms: { name: string; unit: string; lower: number; upper: number; start: number; from: string; to: string }[];
}

export interface Catalogue {
  type: 'catalogue';
  instruments: Instrument[];
  names?: Record<string, Record<string, string>>;
  ready?: { title: string; why?: string; draft: Draft }[];
  quiz?: { text: string; options: string[] }[];
}

/** Where a room is joined; rows of 0 and 1 are the QR code of the first address. */
export interface JoinPlace {
  url: string;
  urls: string[];
  qr: string[];
}

export interface Opened extends JoinPlace {
  type: 'opened';
  code: string;
  host: string;
  screen: string;
}

export interface Answer {
  type: 'answer';
  id: number;
  taken: boolean;
  repeat: boolean;
  errors: string[];
}

export interface Checked {
  type: 'checked';
  id: number;
  errors?: string[];
  check?: Check;
  fan?: Fan | null;
}

export type Message =
  | ({ type: 'welcome'; role: Role; country?: string } & Partial<JoinPlace>)
  | { type: 'seat'; country: string; role: Role; token: string }
  | { type: 'replaced' }
  | { type: 'file'; id: number; name: string; text: string }
  | { type: 'error'; reason?: string; errors: string[] }
  | Opened
  | Catalogue
  | Room
  | Answer
  | Checked;
