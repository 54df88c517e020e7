/** Whole reports, each rendered in every format. */
import type { CheckReport } from '../../../src/check/types.ts';
import type { ReportContext } from '../../../src/report/types.ts';
import { aboutFile, decisionOf, findingOf, relatedOf, reportOf, spanOf } from './support.ts';

interface Case {
  readonly report: CheckReport;
  readonly context?: Partial<ReportContext>;
}

const LONG = '特徴量を組み合わせて推論の遅れを測る話'.repeat(40);

const EVERYDAY = reportOf(
  [
    findingOf({
      tag: 'model-monitoring',
      message:
        'the text treats model-monitoring (モデル監視), which is not declared; declare it, or exclude it (mlops-not)',
      fixable: true,
      fix: { kind: 'add', tags: ['model-monitoring'], asked: true },
      related: [
        relatedOf('「精度の監視」', { ...spanOf(12, 1, 5) }),
        relatedOf('“monitor the model” in the abstract', { ...spanOf(14, 20, 17) }),
      ],
      fingerprint: '02',
    }),
    findingOf({
      rule: 'unknown-tag',
      severity: 'error',
      ...spanOf(4, 5, 5),
      tag: 'drfit',
      message: '"drfit" is no tag of the taxonomy; did you mean "drift"?',
      fixable: true,
      fix: { kind: 'replace', at: 0, tag: 'drift' },
      fingerprint: '01',
    }),
    findingOf({
      rule: 'unsupported-tag',
      path: 'talks/予稿集.yaml',
      ...spanOf(120, 11, 7),
      talk: '発表-007',
      tag: 'release',
      message: 'nothing in the text speaks for release',
      fingerprint: '03',
    }),
    findingOf({
      rule: 'duplicate-talk',
      severity: 'error',
      path: 'talks/予稿集.yaml',
      ...spanOf(131, 3, 12),
      talk: '発表-008',
      message: 'the same talk stands in talks/a.md too',
      related: [relatedOf('the other one', { ...spanOf(2, 8, 11) })],
      fingerprint: '04',
    }),
    aboutFile({
      rule: 'invalid-file',
      severity: 'error',
      path: 'talks/壊れた.yaml',
      line: 7,
      column: 1,
      endLine: 9,
      endColumn: 1,
      message: 'YAML cannot be parsed: a quote is not closed; the file was left out',
      fingerprint: '05',
    }),
  ],
  {
    summary: { fixable: 1, fixableWithAll: 1, disabled: 2, baselined: 5, fixed: 3, cached: 8 },
    decisions: [
      decisionOf({ tags: ['drift', 'release'] }),
      decisionOf({ path: 'talks/予稿集.yaml', ...spanOf(88, 5, 18), talk: '発表-005', kind: 'locked', tags: [] }),
    ],
    notes: [
      'Only files changed since main were read (3 of 12); duplicate-talk and inconsistent-spelling saw these and what the cache knows of the others.',
    ],
    prefix: 'proceedings/',
  },
);

const HOSTILE = reportOf(
  [
    findingOf({
      severity: 'error',
      path: '::error file=x::boo.md',
      talk: '::stop-commands::x',
      message:
        '\u001b[31mred\u001b[0m \u0007bell \u202ereversed\u202c ##[error]no ::warning::x\n::set-output name=a::b\r\n100%',
      fingerprint: '06',
    }),
    findingOf({
      path: '../<b>|"q\' &amp; ]]>/%2E,a:b\nc.md',
      talk: '<script>alert(1)</script> | ]]>',
      tag: '`tag` | {0}',
      message:
        '<script>alert(1)</script> ]]> | `code` **bold** [x](javascript:alert(1)) {0} @octocat #12 https://evil.example',
      related: [relatedOf('[a](https://evil.example) {1} \\ ]', { path: '/absolute path/日本 語.md' })],
      fingerprint: '06',
    }),
    findingOf({
      severity: 'error',
      talk: '\ud83d half',
      path: 'half-\ud83d.md',
      message: `lone \udc00 pair 👩‍👩‍👧‍👦 nonchar \uffff\ufffe nul \u0000 end ${LONG}`,
      fixable: true,
      fingerprint: '07',
    }),
    findingOf({
      path: `とても/${'長い/'.repeat(90)}h.md`,
      talk: '\u200b',
      message: '\u3000',
      related: Array.from({ length: 8 }, (_, i) => relatedOf(`「証拠${i}」`, spanOf(i + 1, 1))),
      fingerprint: '08',
    }),
  ],
  {
    decisions: [decisionOf({ path: 'a|b`c\u001b.md', tags: ['<drift>'] })],
    notes: ['note ::error::x <b>|</b>\u001b[2J'],
    prefix: 'a/',
  },
);

export const CASES: Readonly<Record<string, Case>> = {
  everyday: { report: EVERYDAY },
  'ascii-narrow': { report: EVERYDAY, context: { width: 40, unicode: false } },
  colours: { report: EVERYDAY, context: { color: 1, width: 100 } },
  clean: { report: reportOf([], { summary: { files: 1, talks: 1, cached: 1 } }) },
  hostile: { report: HOSTILE },
};
