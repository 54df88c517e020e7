import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readStreamTalks } from '../../src/sources/read.ts';
import { stdinNameOf } from '../../src/sources/stdin-name.ts';
import { read } from './read-support.ts';

const CASES: readonly (readonly [string, string, number])[] = [
  ['{"title":"監視"}\n{"title":"B"}\n', 'stdin.ndjson', 2],
  ['\n {"title":"監視"}\r\n\r\n  {"title":"B"}', 'stdin.ndjson', 2],
  ['{"title":"監視"}\n{"title":\n', 'stdin.ndjson', 1],
  ['{"title":"監視"}\n', 'stdin.json', 1],
  ['{"title":"監視"}', 'stdin.json', 1],
  ['{\n  "title": "監視"\n}\n', 'stdin.json', 1],
  ['{"talks": [\n{"title": "監視"},\n{"title": "B"}]}', 'stdin.json', 2],
  ['[{"title":"監視"},{"title":"B"}]', 'stdin.json', 2],
  ['  [\n  {"title":"監視"}\n]\n', 'stdin.json', 1],
  ['[[{"title":"監視"}]]', 'stdin.json', 1],
  ['[]', 'stdin.json', 0],
  ['{}', 'stdin.json', 0],
  ['{', 'stdin.json', 0],
  ['# 監視\n\n運用の話。\n', 'stdin.md', 1],
  ['---\ntitle: 監視\n---\nx\n', 'stdin.md', 1],
  ['+++\ntitle = "監視"\n+++\nx\n', 'stdin.md', 1],
  ['{{< toc >}}\n# 監視\n', 'stdin.md', 1],
  ['{% include head.html %}\n# 監視\n', 'stdin.md', 1],
  ['[スライド](https://a.example)\n\n# 監視\n', 'stdin.md', 1],
  ['[[監視]]について話します。\n', 'stdin.md', 1],
  ['[ ] 監視を試す\n', 'stdin.md', 1],
  ['', 'stdin.md', 0],
];

describe('standard input without a name', () => {
  it.each(CASES)('%j is %s', async (content, name, talks) => {
    for (const piece of [1, 3, 1 << 16]) {
      const outcome = await read(undefined, content, {}, piece);
      expect(outcome.done).toMatchObject({ path: name, talks });
      expect(outcome.talks.map(({ source }) => source.path)).toEqual(new Array(talks).fill(name));
    }
  });

  it('a mark of the encoding is no part of the text', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const { talks } = await read(undefined, iconv.encode('[{"title":"監視"}]', encoding, { addBOM: true }));
      expect(talks.map(({ title }) => title)).toEqual(['監視']);
    }
  });

  it('a name given is stronger than the looks', async () => {
    const content = '{"title":"監視"}\n{"title":"B"}\n';
    expect((await read('x.json', content)).findings).toMatchObject([{ code: 'syntax-error', path: 'x.json' }]);
    expect((await read('x.ndjson', content)).talks).toHaveLength(2);
  });

  it('NDJSON yields talks before its end has come', async () => {
    let pulled = 0;
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          pulled++;
          yield Buffer.from('{"title":"監視"}\n');
        }
      } finally {
        closed = true;
      }
    }
    for await (const event of readStreamTalks(endless(), undefined)) {
      expect(event).toMatchObject({ title: '監視' });
      break;
    }
    expect(pulled).toBeLessThan(5);
    expect(closed).toBe(true);
  });

  it('what is told early stays so', () => {
    const text = fc.oneof(fc.constantFrom(...CASES.map(([content]) => content)), fc.string(), fc.json());
    fc.assert(
      fc.property(text, fc.nat(40), (whole, cut) => {
        const early = stdinNameOf(whole.slice(0, cut), false);
        return early === undefined || early === stdinNameOf(whole, true);
      }),
    );
  });
});
