import { describe, expect, it } from 'vitest';
import { lanesOf, yearsOf } from '../src/rooms/lanes.ts';

const events = [
  { date: '2013 Q1', kind: 'in_force', text: '“Line” entered into force.' },
  { date: '2011 Q1', kind: 'test', text: 'The DPRK tested a weapon.' },
  { date: '2012 Q1', kind: 'signed', text: '“Line” was signed by Russia and the DPRK.' },
  { date: '2014 Q3', kind: 'breached', text: 'The DPRK broke “Line”.' },
  { date: 2012.5, kind: 'news', text: 'Rain on “Line”' }
];

describe('lanes of what happened', () => {
  it('reads a quarter as years', () => {
    expect(yearsOf('2011 Q3')).toBe(2011.5);
    expect(yearsOf(2011.75)).toBe(2011.75);
  });

  it('gives each deal a lane, in order of time, before the rest', () => {
    const lanes = lanesOf(events, 2016);
    expect(lanes.map((lane) => [lane.title, lane.marks.map((mark) => mark.kind)])).toEqual([
      ['Line', ['signed', 'in_force', 'breached']],
      ['acts', ['test']],
      ['news', ['news']]
    ]);
  });

  it('draws a deal from its signature, and in force until it is broken', () => {
    expect(lanesOf(events, 2016)[0]?.bars).toEqual([
      { from: 2012, to: 2013, isInForce: false },
      { from: 2013, to: 2014.5, isInForce: true }
    ]);
    expect(lanesOf(events.slice(0, 3), 2016)[0]?.bars.at(-1)).toEqual({ from: 2013, to: 2016, isInForce: true });
  });
});
