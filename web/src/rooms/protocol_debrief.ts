// What rooms say when the game is over: docs/reference/server.md.
import type { Deal, Fan } from './protocol.ts';

export interface Signed extends Deal {
  round: number;
  by_seat?: string;
  kept: number | null;
  fans?: Record<string, Fan>;
  came?: Record<string, number | null>;
}

export type Spot = [number, number];

export interface Points {
  futures: Spot[];
  frontier: Spot[];
  came: Spot;
  alone: Spot;
}

export interface Debrief {
  timeline?: { round: number; date: number | string; kind: string; text: string }[];
  deals: Signed[];
  promises?: { kept: number; broken: number; pending: number };
  value?: { created: number; left: number; left_deals?: number } | null;
  objectives?: { country: string; objective: string; measure: string; value: number | null; text: string }[];
  baseline?: {
    runs: number;
    deals: string[];
    corridors: Record<string, { title: string; built: number }>;
    text: string[];
  } | null;
  scores?: Record<string, { total: number; common: number; hidden: number }> | null;
  points?: Record<string, Points> | null;
  quiz?: { n: number; questions: { text: string; options: string[]; before: number[]; after: number[] }[] } | null;
  questions?: { concept: string; text: string }[];
}
