// Corridors that share a trench are drawn side by side: lanes of a few pixels to the left or right of
// the way.
import type { Corridor, Standing } from './protocol.ts';

export type Point = [number, number];

const lanes = [0, 1, -1, 2, -2, 3, -3];

function sharesWay(a: Corridor, b: Corridor): boolean {
  const names = new Set(a.nodes.map((node) => node[2]));
  return b.nodes.filter((node) => names.has(node[2])).length >= 2;
}

/** A lane for each corridor, different for those that share two places or more. */
export function lanesOf(corridors: Corridor[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const corridor of corridors) {
    const beside = corridors.filter((other) => taken.has(other.name) && sharesWay(corridor, other));
    const used = new Set(beside.map((other) => taken.get(other.name)));
    taken.set(corridor.name, lanes.find((lane) => !used.has(lane)) ?? 0);
  }
  return taken;
}

/** The points moved sideways by `shift` pixels, corners along the bisector. */
export function shifted(points: Point[], shift: number): Point[] {
  if (shift === 0 || points.length < 2) return points;
  const normals = points.slice(1).map((point, k): Point => {
    const from = points[k]!;
    const dx = point[0] - from[0];
    const dy = point[1] - from[1];
    const length = Math.hypot(dx, dy) || 1;
    return [-dy / length, dx / length];
  });
  return points.map((point, k): Point => {
    const before = normals[Math.max(0, k - 1)]!;
    const after = normals[Math.min(normals.length - 1, k)]!;
    const x = before[0] + after[0];
    const y = before[1] + after[1];
    const length = Math.hypot(x, y) || 1;
    return [point[0] + (shift * x) / length, point[1] + (shift * y) / length];
  });
}

/** The points as a path whose corners are a little rounded: pipes bend, they do not kink. */
export function curveOf(points: Point[]): string {
  const tension = 0.11;
  const round = (p: Point) => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`;
  return points
    .map((point, k) => {
      const last = points[k - 1];
      if (!last) return `M${round(point)}`;
      const before = points[k - 2] ?? last;
      const after = points[k + 1] ?? point;
      const out: Point = [last[0] + (point[0] - before[0]) * tension, last[1] + (point[1] - before[1]) * tension];
      const into: Point = [point[0] - (after[0] - last[0]) * tension, point[1] - (after[1] - last[1]) * tension];
      return `C${round(out)} ${round(into)} ${round(point)}`;
    })
    .join('');
}

/** A corridor as it is drawn. */
export interface Row {
  corridor: Corridor;
  lane: number;
  standing: Standing;
}

const order: Standing[] = ['none', 'halted', 'talks', 'blocked', 'building', 'operating'];

/** The corridors that stand somewhere, those that run above the others. */
export function rowsOf(corridors: Corridor[], standingOf: (corridor: Corridor) => Standing): Row[] {
  const mapped = corridors.filter((corridor) => corridor.nodes.length > 1);
  const lanes = lanesOf(mapped);
  return mapped
    .map((corridor) => ({ corridor, lane: lanes.get(corridor.name) ?? 0, standing: standingOf(corridor) }))
    .filter((row) => row.standing !== 'none')
    .sort((x, y) => order.indexOf(x.standing) - order.indexOf(y.standing));
}
