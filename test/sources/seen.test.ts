import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Seen } from '../../src/sources/seen.ts';

describe('Seen', () => {
  it('answers as a set of texts would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('監視', 'drift', ''))),
        (texts) => {
          const seen = new Seen();
          const set = new Set<string>();
          for (const text of texts) {
            expect(seen.add(text)).toBe(!set.has(text));
            set.add(text);
          }
          expect(seen.size).toBe(set.size);
        },
      ),
    );
  });

  it('tells 200,000 ids apart', () => {
    const seen = new Seen();
    for (let number = 0; number < 200_000; number++) seen.add(`talks/監視.ndjson#${number}`);
    expect(seen.size).toBe(200_000);
    expect(seen.add('talks/監視.ndjson#199999')).toBe(false);
  });
});
