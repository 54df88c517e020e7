/** Targets in reports: what another name stands for, and of whom they could not be asked. */
import { describe, expect, it } from 'vitest';
import { CoverageCounter } from '../../src/coverage/counter.ts';
import { held, parseTarget } from '../../src/coverage/targets.ts';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { coverageMarkdown } from '../../src/report/coverage/markdown.ts';
import { coveragePretty } from '../../src/report/coverage/pretty.ts';
import { countedTalk } from '../coverage/counted-talk.ts';
import { taxonomyOf } from '../support/taxonomy.ts';
import { contextOf } from './support.ts';

const TAXONOMY = taxonomyOf({ monitoring: { drift: ['data shift', '分布の変化'] } });
const TALKS = [countedTalk([{ id: 'drift', part: 'monitoring' }], { id: '1', title: '変化を見る' })];

function reports(targets: readonly string[], talks: readonly CountedTalk[]): readonly string[] {
  const counter = new CoverageCounter({ by: 'event', weight: 'talk', includeReview: false, taxonomy: TAXONOMY });
  for (const talk of talks) counter.add(talk);
  const coverage = counter.coverage();
  const asked = targets.map((text) => parseTarget(text, '--min'));
  const shows = { tools: false, organisations: false, groups: 12 };
  const report = { coverage, targets: held(asked, coverage, TAXONOMY), shows };
  const context = contextOf({ taxonomy: TAXONOMY });
  return [
    coveragePretty(report, context),
    coverageMarkdown(report, context).replaceAll('&gt;', '>').replaceAll('&lt;', '<'),
  ];
}

describe('targets in pretty and markdown', () => {
  it.each<[string, readonly CountedTalk[], readonly string[]]>([
    ['data shift >= 1', TALKS, ['data shift >= 1 (drift)', '1/1']],
    ['分布の変化 >= 1', TALKS, ['分布の変化 >= 1 (drift)', '1/1']],
    ['each: drift < 9', TALKS, ['missed', 'there is no event', '0/0']],
    ['drift < 9', [], ['missed', 'there is no talk', '0/0']],
  ])('%s', (target, talks, words) => {
    for (const report of reports([target], talks)) for (const word of words) expect(report).toContain(word);
  });

  it('a name that says what it means stands alone', () => {
    for (const report of reports(['drift >= 1', 'drift（日本語） >= 1', 'untagged < 1'], TALKS))
      expect(report).not.toMatch(/ 1 \(/);
  });
});
