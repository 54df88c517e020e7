/** Reports of chance with hostile text in every place that takes text. */
import fc from 'fast-check';
import { RULE_IDS } from '../../../src/check/rules/ids.ts';
import type { CheckReport } from '../../../src/check/types.ts';
import { findingOf, relatedOf, reportOf } from './support.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '監視の話。モデルの精度を見張る',
    '::error::x',
    '\n::warning file=a::b\r\n',
    '##[stop-commands]x ##vso[task]',
    ']]>&<script>',
    '| `code` [x](1) {0}',
    '\u001b[2J\u202e\u0000\ufffe\uffff\ud800',
    '100%25,a:b',
    '/absolute/日本 語.md',
    '../../out.md',
    '',
  ),
);

const span = fc
  .tuple(fc.integer({ min: 1, max: 2e6 }), fc.integer({ min: 1, max: 300 }), fc.nat(3), fc.nat(40))
  .map(([line, column, lines, columns]) => ({
    line,
    column,
    endLine: line + lines,
    endColumn: lines === 0 ? column + columns : columns + 1,
  }));

const related = fc
  .record({ span, path: text, message: text })
  .map(({ span: place, ...rest }) => relatedOf(rest.message, { ...place, path: rest.path }));

const finding = fc
  .record({
    span,
    rule: fc.constantFrom(...RULE_IDS),
    path: text,
    talk: text,
    tag: text,
    message: text,
    severity: fc.constantFrom('error' as const, 'warning' as const),
    fixable: fc.boolean(),
    related: fc.array(related, { maxLength: 7 }),
    fingerprint: fc.constantFrom('0a', '0b', '0c'),
  })
  .map(({ span: place, ...rest }) => findingOf({ ...place, ...rest }));

export const randomReport: fc.Arbitrary<CheckReport> = fc
  .record({
    findings: fc.array(finding, { maxLength: 30 }),
    notes: fc.array(text, { maxLength: 2 }),
    prefix: fc.constantFrom('', 'a/', '発表/b/'),
  })
  .map(({ findings, notes, prefix }) => reportOf(findings, { notes, prefix }));
