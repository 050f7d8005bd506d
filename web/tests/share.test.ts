import { describe, expect, it } from 'vitest';
import { fromFragment, toFragment, type Shared } from '../src/lib/share.ts';

const whole: Shared = {
  scenario: 'debt-for-pipeline-2011',
  set: { 'rules.break_on_shock': 0.1, 'market.brent_mean': 60 },
  pinned: { 'rules.break_on_shock': 0.4 },
  run: 6,
  tick: 12
};

describe('links', () => {
  it('bring back what was shared', () => {
    expect(fromFragment(toFragment(whole))).toEqual(whole);
  });

  it('keep a pinned setting without changes apart from none', () => {
    expect(fromFragment(toFragment({ ...whole, pinned: {} }))?.pinned).toEqual({});
    expect(fromFragment(toFragment({ ...whole, pinned: null }))?.pinned).toBeNull();
  });

  it('are refused or cleaned where they are no links of this page', () => {
    expect(fromFragment('')).toBeNull();
    expect(fromFragment('#s=../../etc')).toBeNull();
    expect(fromFragment('#s=x&b=<script>=1;a.b=2;c=NaN;d=1e999')?.set).toEqual({ 'a.b': 2 });
    expect(fromFragment('#s=x&future=0&t=-4')).toEqual({ scenario: 'x', set: {}, pinned: null, run: 0, tick: null });
  });
});
