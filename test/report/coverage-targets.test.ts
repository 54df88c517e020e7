/** Targets in reports: what another name stands for, and of whom they could not be asked. */
import { describe, expect, it } from 'vitest';
import { CoverageCounter } from '../../src/coverage/counter.ts';
import { held, parseTarget } from '../../src/coverage/targets.ts';
import type { CountedTalk, CoverageReport } from '../../src/coverage/types.ts';
import { coverageHtml } from '../../src/report/coverage/html/index.ts';
import { coverageMarkdown } from '../../src/report/coverage/markdown.ts';
import { coveragePretty } from '../../src/report/coverage/pretty.ts';
import { countedTalk } from '../coverage/counted-talk.ts';
import { taxonomyOf } from '../support/taxonomy.ts';
import { ASSETS } from './coverage-html-support.ts';
import { contextOf } from './support.ts';

const TAXONOMY = taxonomyOf({ monitoring: { drift: ['data shift', '分布の変化'] } });
const TALKS = [countedTalk([{ id: 'drift', part: 'monitoring' }], { id: '1', title: '変化を見る' })];

function reportOf(targets: readonly string[], talks: readonly CountedTalk[]): CoverageReport {
  const counter = new CoverageCounter({ by: 'event', weight: 'talk', includeReview: false, taxonomy: TAXONOMY });
  for (const talk of talks) counter.add(talk);
  const coverage = counter.coverage();
  const asked = targets.map((text) => parseTarget(text, '--min'));
  const shows = { tools: false, organisations: false, groups: 12 };
  return { coverage, targets: held(asked, coverage, TAXONOMY), shows, page: ASSETS };
}

function reports(targets: readonly string[], talks: readonly CountedTalk[]): readonly string[] {
  const report = reportOf(targets, talks);
  const context = contextOf({ taxonomy: TAXONOMY });
  return [
    coveragePretty(report, context),
    coverageMarkdown(report, context).replaceAll('&gt;', '>').replaceAll('&lt;', '<'),
  ];
}

describe('targets in reports', () => {
  it.each<[string, readonly CountedTalk[], readonly string[]]>([
    ['data shift >= 1', TALKS, ['data shift >= 1 (drift)', '1/1']],
    ['分布の変化 >= 1', TALKS, ['分布の変化 >= 1 (drift)', '1/1']],
    ['each: drift < 9', TALKS, ['missed', 'there is no event', '0/0']],
    ['drift < 9', [], ['missed', 'there is no talk', '0/0']],
  ])('%s', (target, talks, words) => {
    for (const report of reports([target], talks)) for (const word of words) expect(report).toContain(word);
  });

  it('a long name of a group leaves room for what is asked', () => {
    const talks = TALKS.map((talk) => ({ ...talk, event: `とても長い名前の勉強会${'、とても長い'.repeat(6)} 第10回` }));
    const [pretty] = reports(['each: data shift >= 2', 'each: 分布の変化 >= 1'], talks);
    expect(pretty).toContain('each: data shift >= 2 (drift)');
    expect(pretty).toMatch(/each: 分布の変化 >= 1 \(drift\) .* in とても長い.*第10回/);
  });

  it('the page says the same in both languages', () => {
    const context = contextOf({ taxonomy: TAXONOMY });
    const page = (targets: readonly string[], talks = TALKS) =>
      /<section id="targets".*?<\/section>/s.exec(coverageHtml(reportOf(targets, talks), context))?.[0];
    expect(page(['data shift >= 1'])).toContain(
      'data shift &gt;= 1<span class="en" lang="en"> (drift)</span><span class="ja" lang="ja">（drift（日本語））</span>',
    );
    expect(page(['drift >= 1'])).toContain('>drift &gt;= 1</th>');
    expect(page(['each: drift < 9'])).toMatch(/there is no group<.*グループなし</);
    expect(page(['drift < 9'], [])).toMatch(/there is no talk<.*発表なし</);
  });

  it('a name that says what it means stands alone', () => {
    for (const report of reports(['drift >= 1', 'drift（日本語） >= 1', 'untagged < 1'], TALKS))
      expect(report).not.toMatch(/ 1 \(/);
  });
});
