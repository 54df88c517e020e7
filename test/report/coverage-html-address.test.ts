import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, isView, type View, viewOf } from '../../src/report/coverage/html/address.ts';

const EVERYTHING: View = { text: '', primary: false };

describe('the address of a view', () => {
  it.each<[string, View]>([
    ['', EVERYTHING],
    ['#concept=drift', { ...EVERYTHING, concept: 'drift' }],
    ['#group=', { ...EVERYTHING, group: '' }],
    [
      '#concept=drift&group=OpML+%2720&status=review',
      { ...EVERYTHING, concept: 'drift', group: "OpML '20", status: 'review' },
    ],
    ['#text=%E7%9B%A3%E8%A6%96&primary=1&ui=ja', { text: '監視', primary: true, ui: 'ja' }],
    ['#before=OpML&after=MLSE%E5%A4%8F', { ...EVERYTHING, before: 'OpML', after: 'MLSE夏' }],
  ])('%s', (hash, view) => {
    expect(viewOf(hash)).toEqual(view);
    expect(hashOf(view)).toBe(hash);
  });

  it.each([
    '#%',
    '#%E3%81=1',
    '#status=妙',
    '#ui=fr',
    '#primary=yes',
    '#__proto__=1',
    `#concept=${'x'.repeat(301)}`,
    '#&&==&',
    '#見出し',
  ])('ignores what is none: %s', (hash) => {
    expect(viewOf(hash)).toEqual(EVERYTHING);
  });

  it('comes back as it went', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const view = fc.record(
      {
        concept: text.filter(Boolean),
        group: text,
        lang: text.filter(Boolean),
        status: fc.constantFrom('tagged' as const, 'review' as const, 'untagged' as const),
        text,
        primary: fc.boolean(),
        ui: fc.constantFrom('en' as const, 'ja' as const),
      },
      { requiredKeys: ['text', 'primary'] },
    );
    fc.assert(
      fc.property(view, (one) => {
        expect(viewOf(hashOf(one))).toEqual(one);
      }),
    );
  });

  it('is told from the name of a place', () => {
    expect(['', '#', '#list', '#concept=drift'].map(isView)).toEqual([true, true, false, true]);
  });
});
