import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { pretty } from '../../src/report/pretty.ts';
import { createSummaryCounter } from '../../src/report/summary.ts';
import type { ReportContext } from '../../src/report/types.ts';
import type { TaggedTalk } from '../../src/talk.ts';
import { contextOf, tagOf, talkOf } from './support.ts';

function rendered(talks: readonly TaggedTalk[], context: ReportContext): string {
  const counter = createSummaryCounter(context.taxonomy);
  for (const talk of talks) counter.add(talk);
  const summary = counter.summary({ files: talks.length, skipped: 1 });
  return [pretty.begin(context), ...talks.map((talk) => pretty.talk(talk, context)), pretty.end(summary, context)].join(
    '',
  );
}

const JAPANESE = talkOf({
  title: '長い題名の発表'.repeat(12),
  event: 'サンプル勉強会'.repeat(6),
  year: 2024,
  lang: 'ja',
  tags: [
    tagOf('model-monitoring', 0.93, ['モデルの監視', '精度劣化', '予測の監視', '検知']),
    tagOf('drift', 0.61, ['データドリフト'.repeat(9)]),
  ],
});

describe('pretty', () => {
  it('keeps to the width, lines columns up and leaves no blanks at the end, in Japanese too', () => {
    const lines = rendered([JAPANESE], contextOf()).split('\n');
    for (const line of lines) {
      expect(stringWidth(line)).toBeLessThanOrEqual(80);
      expect(line).toBe(line.trimEnd());
    }
    const labels = ['モデル監視', 'データドリフト・コ'].map(
      (label) => lines.find((line) => line.includes(label))?.split(label)[0] ?? '',
    );
    expect(labels.map((before) => stringWidth(before))).toEqual([39, 39]);
  });

  it('lines the bars of the summary up beside labels of any script', () => {
    const talks = [JAPANESE, talkOf({ lang: 'ja', tags: [tagOf('release', 0.8, ['リリース'])] })];
    const lines = rendered(talks, contextOf()).split('\n');
    const starts = ['  監視・運用 ', '  本番化 '].map((label) =>
      stringWidth(lines.find((line) => line.startsWith(label))?.split('▇')[0] ?? ''),
    );
    expect(starts).toEqual([14, 14]);
  });

  it.each([
    [talkOf({}), 'no part of MLOps found'],
    [
      talkOf({ near: [{ id: 'drift', confidence: 0.41, missing: 'one more term, or one in the title' }] }),
      'no part of MLOps found (nearest: drift 0.41 – one more term, or one in the title)',
    ],
    [
      talkOf({ status: 'review', tags: [tagOf('drift', 0.53, ['ドリフト'])] }),
      'worth a look: drift 0.53 is close to the cut',
    ],
    [
      talkOf({ status: 'review', near: [{ id: 'drift', confidence: 0.46, missing: 'one more mention' }] }),
      'worth a look: just below the cut: drift 0.46 – one more mention',
    ],
    [
      talkOf({
        status: 'review',
        declared: ['説明可能性', 'データドリフト・コンセプトドリフト'],
        tags: [tagOf('drift', 0.9, ['ドリフト'])],
      }),
      'worth a look: declared "説明可能性", which the text does not show',
    ],
    [
      talkOf({
        status: 'review',
        declared: ['Observability', '説明できるAI', 'xai', 'drift', 'monitoring'],
        tags: [tagOf('drift', 0.78, ['ドリフト'])],
      }),
      'worth a look: declared "説明できるAI", "xai", which the text does not show',
    ],
    [
      talkOf({
        status: 'review',
        declared: ['Observability', 'Drift', '監視・運用'],
        tags: [tagOf('drift', 0.53, ['ドリフト'])],
      }),
      'worth a look: drift 0.53 is close to the cut',
    ],
    [talkOf({ status: 'review', declared: ['可観測性'] }), 'worth a look: nothing found'],
  ])('says it in words (%#)', (talk, expected) => {
    expect(pretty.talk(talk, contextOf({ width: 120 })).split('\n')).toContain(`  ${expected}`);
  });

  it('says nothing of MLOps for another taxonomy', () => {
    const context = contextOf();
    const other = {
      ...context,
      taxonomy: { ...context.taxonomy, id: 'baking', title: { en: 'Which part of baking?' } },
    };
    expect(pretty.talk(talkOf(), other)).toContain('nothing of "Which part of baking?" found');
  });

  it('names labels in the language asked for', () => {
    expect(pretty.talk(JAPANESE, contextOf({ lang: 'en' }))).toContain('Model monitoring');
    expect(pretty.talk(JAPANESE, contextOf())).toContain('モデル監視・精度監視');
    expect(pretty.talk(talkOf({ ...JAPANESE, lang: 'zh' }), contextOf())).toContain('Model monitoring');
  });

  it('has colours at level 1 that say nothing the plain text does not', () => {
    const plain = rendered([JAPANESE, talkOf()], contextOf({ color: 0 }));
    const coloured = rendered([JAPANESE, talkOf()], contextOf({ color: 1 }));
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it('never prints a control character and never goes beyond the width', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\u001b]0;x\u0007', '\u202e監視', 'か\u3099'.repeat(60)),
    );
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.integer({ min: 40, max: 160 }),
        fc.boolean(),
        (title, path, event, wording, width, unicode) => {
          const talk = talkOf({
            title,
            event,
            lang: wording,
            source: { path, line: 1 },
            tags: [tagOf('drift', 0.7, [wording, title, path])],
          });
          const output = rendered(
            [talk, talkOf({ title, declared: [wording], status: 'review' })],
            contextOf({ width, unicode }),
          );
          expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          for (const line of output.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
