// What the server says: docs/reference/server.md.
import type { Filling, Key } from './i18n/index.ts';

/** Who puts things into the reader's language. */
export interface Speaks {
  t: (key: Key, filling?: Filling) => string;
  country: (code: string) => string;
}

export interface Source {
  key: string;
  title: string;
  year: string;
  url: string;
}

export interface Lever {
  path: string;
  words: string;
  unit: string;
  value: number;
  low: number | null;
  high: number | null;
  sources: Source[];
  assumption: string;
  is_slow: boolean;
  why?: string;
}

export interface Corridor {
  name: string;
  title: string;
  nodes: [number, number, string][];
  packages: string[];
}

export interface Package {
  name: string;
  title: string;
  signatories: string[];
}

export interface SeriesInfo {
  name: string;
  unit: string;
  is_chance: boolean;
}

export interface Scenario {
  name: string;
  title: string;
  story: string;
  start: number;
  dt: number;
  ticks: number;
  countries: { code: string; title: string }[];
  corridors: Corridor[];
  packages: Package[];
  debts: { name: string; creditor: string; debtor: string }[];
  levers: Lever[];
  lever_count: number;
  series: SeriesInfo[];
  outcomes: SeriesInfo[];
  headlines: string[];
}

export interface ScenarioList {
  runs: number;
  scenarios: { name: string; title: string }[];
}

/** How often, or the 5, 25, 50, 75 and 95 % quantiles, by tick; null where there is no value. */
export type Series = { chance: (number | null)[] } | { quantiles: (number | null)[][] };

export type Slot = 'a' | 'b';

export interface Fans {
  type: 'fans';
  id: number;
  slot: Slot;
  scenario: string;
  runs: number;
  of: number;
  milliseconds: number;
  series: Record<string, Series>;
  outcomes: Record<string, number | null>;
}

export type Standing = 'none' | 'talks' | 'building' | 'operating' | 'halted' | 'blocked';

export interface StoryEvent {
  tick: number;
  kind: string;
  package: string | null;
  corridor: string | null;
  who: string | null;
  text: string;
}

export interface Story {
  type: 'story';
  id: number;
  slot: Slot;
  run: number;
  headline: string[];
  corridors: Record<string, [number, Standing][]>;
  events: StoryEvent[];
}

export interface Explanation {
  package: string;
  title: string;
  tick: number;
  year: number;
  before: string;
  after: string;
  verdict: string;
  joint_surplus_musd_per_year: number | null;
  decision: {
    kind: string;
    happened: boolean;
    missing: string[];
    chances: { event: string; country: string | null; chance: number; draw: number }[];
  };
  parties: {
    country: string;
    signs: boolean;
    total_musd_per_year: number | null;
    accepts: number | null;
    vetoes: boolean;
    is_ruled_out: boolean;
    issues: Record<string, { musd_per_year: number | null }>;
  }[];
  flips: { blocked_by: string; found: { lever: string; sentence: string; is_state: boolean; to: number }[] } | null;
}

export interface Why {
  type: 'why';
  id: number;
  slot: Slot;
  explanation: Explanation;
}

export interface Failure {
  type: 'error';
  id: number;
  errors: string[];
}

export type Message = Fans | Story | Why | Failure;

export interface Asked {
  type: 'what_if' | 'story' | 'why';
  slot: Slot;
  scenario: string;
  set: string[];
  seed: number;
  runs?: number;
  run?: number;
  package?: string;
  tick?: number;
}
