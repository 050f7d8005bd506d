// What happened as lanes over time: one for each deal and corridor, one for each kind of the rest.
export interface Happened {
  date: number | string;
  kind: string;
  text: string;
}

export interface Mark {
  /** In years. */
  at: number;
  kind: string;
  text: string;
}

export interface Bar {
  from: number;
  to: number;
  isInForce: boolean;
}

export interface Lane {
  /** The title of a deal or corridor; of the rest the name of its kind. */
  title: string;
  isNamed: boolean;
  marks: Mark[];
  bars: Bar[];
}

/** What each mark looks like; its word stands beside. */
export const glyphs: Record<string, string> = {
  signed: '✎', ratified: '⌂', in_force: '●', blocked: '⊘', vote_failed: '○', breached: '✕', ended: '■',
  built: '▲', resumed: '▲', test: '✱', act: '→', government: '⚑', news: '!'
};

const named = ['signed', 'ratified', 'in_force', 'blocked', 'vote_failed', 'breached', 'ended', 'built', 'resumed'];
const kinds: Record<string, string> = { test: 'acts', act: 'acts', government: 'governments', news: 'news' };

/** "2011 Q3" -> 2011.5. */
export function yearsOf(date: number | string): number {
  if (typeof date === 'number') return date;
  const [year, quarter] = date.split(' Q').map(Number);
  return (year ?? 0) + ((quarter ?? 1) - 1) / 4;
}

/** From the signature to the day it is in force, and from there to its end, or to the end of the game. */
function barsOf(marks: Mark[], end: number): Bar[] {
  const bars: Bar[] = [];
  for (const { at, kind } of marks) {
    const last = bars.at(-1);
    if (['in_force', 'vote_failed', 'breached', 'ended', 'signed'].includes(kind) && last) last.to = Math.min(last.to, at);
    if (kind === 'signed' || kind === 'in_force') bars.push({ from: at, to: end, isInForce: kind === 'in_force' });
  }
  return bars.filter((bar) => bar.to > bar.from);
}

/** Lanes in the order of their first mark, deals and corridors before the rest. */
export function lanesOf(events: Happened[], end: number): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { date, kind, text } of [...events].sort((a, b) => yearsOf(a.date) - yearsOf(b.date))) {
    const quoted = named.includes(kind) ? /“([^”]+)”/.exec(text)?.[1] : undefined;
    const title = quoted ?? kinds[kind] ?? 'others';
    const lane = lanes.get(title) ?? { title, isNamed: quoted !== undefined, marks: [], bars: [] };
    lane.marks.push({ at: yearsOf(date), kind, text });
    lanes.set(title, lane);
  }
  for (const lane of lanes.values()) lane.bars = barsOf(lane.marks, end);
  return [...lanes.values()].sort((a, b) => Number(b.isNamed) - Number(a.isNamed));
}
