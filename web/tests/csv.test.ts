import { expect, it } from 'vitest';
import { fansCsv } from '../src/lib/csv.ts';
import type { Fans, Scenario } from '../src/lib/protocol.ts';

it('writes one row a setting, series and tick, empty where there is no value', () => {
  const scenario = {
    start: 2008, dt: 0.25, ticks: 2,
    series: [
      { name: 'corridors.x.operating', unit: 'share', is_chance: true },
      { name: 'market.world.brent', unit: 'usd/bbl', is_chance: false }
    ]
  } as Scenario;
  const fans = {
    runs: 1000,
    series: {
      'corridors.x.operating': { chance: [0, 0.5] },
      'market.world.brent': { quantiles: [[50, 40], [60, 50], [70, 60], [80, 70], [90, null]] }
    }
  } as unknown as Fans;
  expect(fansCsv(scenario, [{ label: 'A', fans }]).split('\n')).toEqual([
    'setting,futures,series,unit,tick,year,chance,q05,q25,q50,q75,q95',
    'A,1000,corridors.x.operating,share,0,2008,0,,,,,',
    'A,1000,corridors.x.operating,share,1,2008.25,0.5,,,,,',
    'A,1000,market.world.brent,usd/bbl,0,2008,,50,60,70,80,90',
    'A,1000,market.world.brent,usd/bbl,1,2008.25,,40,50,60,70,',
    ''
  ]);
});
