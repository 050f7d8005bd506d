import { describe, expect, it } from 'vitest';
import { dateOf, extent, ofHundred, standingAt, stepOf, ticksBetween, tidy } from '../src/lib/figures.ts';
import type { Scenario } from '../src/lib/protocol.ts';

const quarters = { start: 2008, dt: 0.25, ticks: 80 } as Scenario;

describe('figures', () => {
  it('tells a share as so many of 100 and keeps the rare apart from the impossible', () => {
    expect(ofHundred(0.414)).toEqual({ n: 41, bound: 'exact' });
    expect(ofHundred(0)).toEqual({ n: 0, bound: 'exact' });
    expect(ofHundred(1)).toEqual({ n: 100, bound: 'exact' });
    expect(ofHundred(0.001)).toEqual({ n: 1, bound: 'less' });
    expect(ofHundred(0.999)).toEqual({ n: 99, bound: 'more' });
  });

  it('dates a quarter, and a year where ticks are years', () => {
    expect(dateOf(quarters, 0)).toBe('2008 Q1');
    expect(dateOf(quarters, 79)).toBe('2027 Q4');
    expect(dateOf({ ...quarters, dt: 1 }, 3)).toBe('2011');
  });

  it('gives A and B one axis and leaves room round a constant', () => {
    expect(extent([[[1, null, 3]], [[-2, 5]]])).toEqual([-2, 5]);
    expect(extent([null, [[null]]])).toEqual([0, 1]);
    expect(extent([[[10, 10]]])).toEqual([9, 11]);
  });

  it('puts round numbers on an axis', () => {
    expect(ticksBetween(0, 10)).toEqual([0, 5, 10]);
    expect(ticksBetween(-20000, 1000)).toEqual([-20000, -10000, 0]);
  });

  it('finds where a corridor stands between its changes', () => {
    const changes: [number, 'none' | 'talks' | 'operating'][] = [[0, 'none'], [3, 'talks'], [8, 'operating']];
    expect([0, 3, 7, 8, 79].map((tick) => standingAt(changes, tick))).toEqual([
      'none', 'talks', 'talks', 'operating', 'operating'
    ]);
  });

  it('steps a slider in round numbers without dust', () => {
    expect(stepOf(0.1, 0.6)).toBeCloseTo(0.005, 12);
    expect(tidy(0.1 + 0.2)).toBe(0.3);
  });
});
