import { describe, expect, it } from 'vitest';
import { bakeLand } from '../map/land.ts';
import { curveOf, lanesOf, shifted } from '../src/lib/offsets.ts';
import { peninsula, region } from '../src/lib/projection.ts';
import type { Corridor } from '../src/lib/protocol.ts';

const corridor = (name: string, ...places: string[]): Corridor => ({
  name, title: name, packages: [], nodes: places.map((place, k) => [40 + k, 120, place])
});

describe('the map', () => {
  it('has land, borders and the islands that two claim, and paths that are not absurd', () => {
    const land = bakeLand();
    expect(land.region.land.length).toBeGreaterThan(5000);
    expect(land.region.borders.length).toBeGreaterThan(1000);
    expect(land.region.claimed).not.toBe('');
    expect(land.peninsula.claimed).toBe('');
    expect(JSON.stringify(land).length).toBeLessThan(120_000);
  });

  it('shows Vladivostok in both panels and Moscow in none', () => {
    expect(region.projection([131.9, 43.1])).not.toBeNull();
    const [x, y] = peninsula.projection([131.9, 43.1])!;
    expect(x > 0 && x < peninsula.width && y > 0 && y < peninsula.height).toBe(true);
    const [moscow] = region.projection([37.6, 55.8])!;
    expect(moscow).toBeLessThan(0);
  });

  it('draws corridors that share a trench side by side', () => {
    const lanes = lanesOf([corridor('gas', 'a', 'b', 'c'), corridor('rail', 'a', 'b'), corridor('far', 'x', 'y'), corridor('power', 'b', 'a')]);
    expect([lanes.get('gas'), lanes.get('rail'), lanes.get('power')]).toEqual([0, 1, -1]);
    expect(lanes.get('far')).toBe(0);
  });

  it('moves a way to its side by as much as asked', () => {
    expect(shifted([[0, 0], [10, 0]], 5)).toEqual([[0, 5], [10, 5]]);
    expect(shifted([[0, 0], [10, 0]], 0)).toEqual([[0, 0], [10, 0]]);
    expect(curveOf([[0, 0], [10, 0]])).toBe('M0.0 0.0C1.1 0.0 8.9 0.0 10.0 0.0');
  });
});
