import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/sources/line-splitter.ts';
import { mutated, rawAt, read, titles } from './read-support.ts';

describe('NDJSON', () => {
  it.each([
    ['line by line', '{"title":"A"}\n{"title":"監視"}\n', ['A', '監視']],
    ['without a last line feed', '{"title":"A"}\n{"title":"監視"}', ['A', '監視']],
    ['Windows line endings and blank lines', '{"title":"A"}\r\n\r\n \t\n{"title":"監視"}\r\n', ['A', '監視']],
    ['a byte order mark', '\ufeff{"title":"A"}\n{"title":"B"}', ['A', 'B']],
    ['lines without a title', '{"n":1}\n{"title":"A"}\n{"title":""}\n', ['A']],
    ['a line that holds several talks', '{"talks":[{"title":"A"},{"title":"監視"}]}', ['A', '監視']],
    [
      'the lines of a labelled corpus',
      '{"id":"x1","event":"OpML","year":2020,"lang":"en","title":"A","text":"t","blind":false,"gold":{"tags":["z"],"primary":"z"}}',
      ['A'],
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await titles('a.ndjson', content)).toEqual(expected);
    expect((await read('a.jsonl', content, {}, 3)).talks.map(({ title }) => title)).toEqual(expected);
  });

  it('reads a line of a labelled corpus without its labels', async () => {
    const line = {
      id: 'x1',
      event: 'OpML',
      year: 2020,
      lang: 'en',
      title: 'A',
      text: 'Models drift.',
      source_repo: 'a/b',
      gold: { tags: ['zz'] },
      second: ['zz'],
    };
    const { talks } = await read('a.ndjson', JSON.stringify(line));
    expect(talks[0]).toMatchObject({
      id: 'x1',
      event: 'OpML',
      year: 2020,
      lang: 'en',
      abstract: 'Models drift.',
      extra: { source_repo: 'a/b' },
    });
    expect(JSON.stringify(talks)).not.toContain('zz');
  });

  it('a broken line is a finding at its line and the rest goes on', async () => {
    const content = '{"title":"A"}\n{"title":\n\n{"title":"監視", "x": tru}\n[1]\n7\n{"title":"B"}\n';
    const { talks, findings } = await read('a.ndjson', content);
    expect(talks.map(({ title, source }) => [title, source.line])).toEqual([
      ['A', 1],
      ['B', 7],
    ]);
    expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['syntax-error', 2, 10],
      ['syntax-error', 4, 21],
      ['syntax-error', 5, 1],
      ['syntax-error', 6, 1],
    ]);
  });

  it('leaves out a line beyond the cap, however the bytes arrive', async () => {
    const content = `{"title":"A"}\n{"title":"${'監'.repeat(60)}"}\n{"title":"B"}\n`;
    for (const piece of [1, 7, 64, 1 << 16]) {
      const { talks, findings } = await read('a.ndjson', content, { maxLineSize: 100 }, piece);
      expect(talks.map(({ title }) => title)).toEqual(['A', 'B']);
      expect(findings).toEqual([{ code: 'line-too-long', path: 'a.ndjson', line: 2, column: 1, limit: 100 }]);
    }
  });

  it('a line that is no UTF-8 is a finding, the others are read', async () => {
    const content = Buffer.concat([
      Buffer.from('{"title":"A"}\n{"title":"'),
      Buffer.from([0xff, 0x80]),
      Buffer.from('"}\n{"title":"監視"}'),
    ]);
    const { talks, findings } = await read('a.ndjson', content);
    expect(talks.map(({ title }) => title)).toEqual(['A', '監視']);
    expect(findings).toMatchObject([{ code: 'undecodable', line: 2, column: 1 }]);
  });

  it.each([
    [100, 100, []],
    [101, 100, [{ code: 'more-findings', path: 'a.ndjson', left: 1 }]],
    [5000, 100, [{ code: 'more-findings', path: 'a.ndjson', left: 4900 }]],
  ])('of %i broken lines tells %i, and how many more', async (broken, told, more) => {
    const { talks, findings } = await read('a.ndjson', `${'{"title":\n'.repeat(broken)}{"title":"監視"}\n`);
    expect(talks).toMatchObject([{ title: '監視', source: { line: broken + 1 } }]);
    expect(findings.slice(0, told).every(({ code }) => code === 'syntax-error')).toBe(true);
    expect(findings.slice(told)).toEqual(more);
  });

  it('numbers the ids of titles that repeat', async () => {
    const { talks } = await read(
      'a\\b.ndjson',
      '{"title":"監視 入門"}\n{"title":"監視 入門"}\n{"title":"監視-入門-2"}\n{"title":"監視、入門"}\n{"id":7,"title":"x"}',
    );
    expect(talks.map(({ id }) => id)).toEqual([
      'a/b.ndjson#監視-入門',
      'a/b.ndjson#監視-入門-2',
      'a/b.ndjson#監視-入門-2-2',
      'a/b.ndjson#監視-入門-3',
      '7',
    ]);
  });

  it('places inside of a line', async () => {
    const content = '{"title":"A"}\n{"a":{"title":"x\\"}"},"title":"\\u76e3視 \\"drift\\"","n":[1,{"title":2}]}\n';
    const { talks } = await read('a.ndjson', content);
    expect(talks[1]?.title).toBe('監視 "drift"');
    expect(talks[1]?.placements?.title?.locate(0)).toEqual({ line: 2, column: 32 });
    expect(rawAt(content, talks[1], 'title', 1)).toMatch(/^視 /);
    expect(rawAt(content, talks[1], 'title', 4)).toMatch(/^drift\\"/);
  });

  it('no input throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), mutated('{"title":"監視","a":[{"b":null}]}\n{"title":"B"}\n')),
        async (content) => {
          expect((await read('a.ndjson', content)).done).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('LineSplitter', () => {
  it('gives the same lines wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', '')),
          { maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 9 }),
        (lines, size) => {
          const bytes = Buffer.from(lines.join('\n'));
          const splitter = new LineSplitter(1000);
          const found: string[] = [];
          for (let at = 0; at < bytes.length; at += size)
            found.push(...splitter.push(bytes.subarray(at, at + size)).map(({ text }) => text ?? '?'));
          found.push(...splitter.end().map(({ text }) => text ?? '?'));
          const expected = bytes
            .toString()
            .replace(/^\ufeff/, '')
            .split('\n');
          if (expected.at(-1) === '') expected.pop();
          expect(found).toEqual(expected);
        },
      ),
    );
  });
});

describe('a line that is a talk but for its title', () => {
  it.each([
    ['a description', '{"title":"A"}\n{"abstract":"監視の話"}\n', [2]],
    ['speakers', '{"発表者":"青井"}\n{"title":"A"}\n', [1]],
    ['an empty title', '{"title":"","abstract":"監視"}\n{"title":"A"}\n', [1]],
    ['nothing that a talk says', '{"n":1}\n{"title":"A"}\n', []],
  ])('is told where that is asked for: %s', async (_name, content, lines) => {
    const { findings, talks } = await read('a.ndjson', content, { untitled: true });
    expect(findings.map(({ code, line }) => [code, line])).toEqual(lines.map((line) => ['untitled-talk', line]));
    expect(talks.map(({ title }) => title)).toEqual(['A']);
    expect((await read('a.ndjson', content)).findings).toEqual([]);
  });
});
