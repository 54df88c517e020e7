import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fingerprinted, fingerprint } from '../../src/check/fingerprint.ts';
import { RULE_IDS } from '../../src/check/rules/ids.ts';

const BASE: Fingerprinted = { path: 'talks/監視.md', rule: 'unsupported-tag', tag: 'drift', identity: 'データの監視' };

it('is part of baselines that people keep: it never changes', () => {
  expect(fingerprint(BASE)).toBe('e3c7ced8d61589b6b452fe8cb947a87c');
});

it.each<[string, Partial<Fingerprinted>]>([
  ['composed or not', { path: 'talks/監視.md'.normalize('NFD'), identity: 'データの監視'.normalize('NFD') }],
  ['blanks around', { identity: '  データの監視\n', tag: ' drift' }],
])('%s, it is the same', (_, other) => {
  expect(fingerprint({ ...BASE, ...other })).toBe(fingerprint(BASE));
});

it('blanks of any kind within are one', () => {
  expect(fingerprint({ ...BASE, identity: 'a\r\n\t b\u3000c' })).toBe(fingerprint({ ...BASE, identity: 'a b c' }));
});

it('fields do not run together', () => {
  const field = fc.stringMatching(/^[a"\\,[\]0あ]{0,4}$/);
  const some = fc.record(
    { path: field, rule: fc.constantFrom(...RULE_IDS.slice(0, 2)), tag: field, identity: field },
    { requiredKeys: ['path', 'rule', 'identity'] },
  );
  fc.assert(
    fc.property(some, some, (a, b) => {
      const same = a.path === b.path && a.rule === b.rule && a.tag === b.tag && a.identity === b.identity;
      expect(fingerprint(a) === fingerprint(b)).toBe(same);
    }),
    { numRuns: 500 },
  );
});
