/** Checked files to findings that count: order, severities, comments, rules across files, what is known. */
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judging, judgeFile, judgeRun } from '../../src/check/judge.ts';
import type { RuleId } from '../../src/check/rules/ids.ts';
import type { CheckedFile, Disable, RuleFinding, TalkFacts } from '../../src/check/types.ts';
import { loadConfig } from '../../src/config/load.ts';

const { config } = await loadConfig({ config: false }, { cwd: tmpdir() });

function judging(changed: Partial<Judging> = {}): Judging {
  const { rules } = config;
  return { severities: () => rules, fromRoot: (path) => path, whole: true, isGone: () => false, ...changed };
}

const at = (line: number, column = 1) => ({ line, column, endLine: line, endColumn: column + 1 });

function finding(path: string, line: number, rule: RuleId = 'unknown-tag', tag = '甲'): RuleFinding {
  return { rule, path, ...at(line), tag, message: 'm', identity: `題 ${tag}` };
}

function fileOf(path: string, more: Partial<CheckedFile> = {}): CheckedFile {
  return { path, talks: [], findings: [], disables: [], decisions: [], skipped: false, ...more };
}

function talkAt(path: string, title: string): TalkFacts {
  return { id: title, identified: false, path, title, titled: true, span: at(2), words: [], locked: false };
}

function disable(path: string, rules: readonly string[]): Disable {
  return { path, ...at(9), rules };
}

const shown = (findings: readonly RuleFinding[]) => findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`);

const run = (files: readonly CheckedFile[], judged: Judging = judging(), talks: readonly TalkFacts[] = []) =>
  judgeRun({ files, others: talks.map((talk) => fileOf(talk.path, { talks: [talk] })), missing: [] }, judged);

describe('a run', () => {
  it('is in order by path in code units, line, column, rule, tag, however the files came', () => {
    const files = ['発表/二.md', '発表/一.md', 'a.md', 'Z.md', 'é.md'].map((path) =>
      fileOf(path, {
        findings: [
          finding(path, 10),
          finding(path, 9, 'unknown-tag', '乙'),
          finding(path, 9, 'redundant-tag', '甲'),
          finding(path, 9, 'unknown-tag', '丙'),
        ],
      }),
    );
    const expected = run(files).findings;
    expect(shown(expected).filter((_, i) => i % 4 === 0)).toEqual(
      ['Z.md', 'a.md', 'é.md', '発表/一.md', '発表/二.md'].map((path) => `${path}:9 redundant-tag`),
    );
    expect(expected.slice(0, 4).map(({ tag }) => tag)).toEqual(['甲', '丙', '乙', '甲']);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(run(shuffled).findings).toEqual(expected);
      }),
    );
  });

  it('leaves out what is off, and counts nothing of it', () => {
    const files = [fileOf('題.md', { findings: [finding('題.md', 1)], disables: [disable('題.md', ['unknown-tag'])] })];
    expect(run(files, judging({ severities: () => ({ ...config.rules, 'unknown-tag': 'off' }) }))).toEqual({
      findings: [],
      disabled: 0,
      baselined: 0,
    });
    expect(run(files)).toEqual({ findings: [], disabled: 1, baselined: 0 });
  });

  it('names a finding by the path from the root', () => {
    const below = run([fileOf('会/題.md', { findings: [finding('会/題.md', 1)] })]).findings[0];
    const judged = judging({ fromRoot: (path) => `会/${path}` });
    const above = run([fileOf('題.md', { findings: [finding('題.md', 1)] })], judged).findings[0];
    expect([above?.path, above?.fingerprint]).toEqual(['題.md', below?.fingerprint]);
  });

  it('says that a path is missing, by the rule for files that cannot be read', () => {
    const missing = [{ code: 'missing-path' as const, path: '無い.md' }];
    const { findings } = judgeRun({ files: [], others: [], missing }, judging());
    expect(findings).toMatchObject([{ rule: 'invalid-file', path: '無い.md', line: 1, column: 1, fixable: false }]);
  });

  it('takes what has a fix for fixable, and nothing else', () => {
    const mendable: RuleFinding = { ...finding('題.md', 2), fix: { kind: 'remove', at: 0 } };
    const { findings } = run([fileOf('題.md', { findings: [finding('題.md', 1), mendable] })]);
    expect(findings.map(({ fixable }) => fixable)).toEqual([false, true]);
  });
});

describe('rules across files', () => {
  const first = fileOf('一.md', { talks: [talkAt('一.md', 'ドリフトを見張る')] });
  const second = fileOf('二.md', { talks: [talkAt('二.md', 'ドリフトを見張る')] });

  it('see the files of the run, in any order', () => {
    for (const files of [
      [first, second],
      [second, first],
    ])
      expect(shown(run(files).findings)).toEqual(['二.md:2 duplicate-talk']);
  });

  it('see the others that are known, and speak of the files of the run alone', () => {
    expect(shown(run([second], judging({ whole: false }), first.talks).findings)).toEqual(['二.md:2 duplicate-talk']);
  });

  it('are switched off in place; a comment for them is not in vain where they saw only some', () => {
    const silenced = { ...second, disables: [disable('二.md', ['duplicate-talk'])] };
    expect(run([first, silenced])).toMatchObject({ findings: [], disabled: 1 });
    expect(shown(run([silenced], judging({ whole: false })).findings)).toEqual([]);
    expect(shown(run([silenced]).findings)).toEqual(['二.md:9 unused-disable']);
  });
});

describe('one file', () => {
  it('is judged without what other files say of it', () => {
    const file = fileOf('題.md', {
      talks: [talkAt('題.md', '同じ題'), talkAt('題.md', '同じ題')],
      findings: [finding('題.md', 3)],
      disables: [disable('題.md', ['duplicate-talk'])],
    });
    expect(shown(judgeFile(file, judging()))).toEqual(['題.md:3 unknown-tag']);
  });
});
