/** What the texts on coverage say of what is asked for beside the counts. */
import { describe, expect, it } from 'vitest';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { coverageMarkdown } from '../../src/report/coverage/markdown.ts';
import { coveragePretty } from '../../src/report/coverage/pretty.ts';
import { type Asked, reportOf } from './coverage-text-cases.ts';
import { NINE, SERIES_TALKS, sketch, TALKS } from './coverage-text-talks.ts';
import { contextOf } from './support.ts';

const CONTEXT = contextOf({ taxonomy: NINE });

/** The terminal's and the markdown report. */
function textsOf(talks: readonly CountedTalk[], asked: Asked): readonly [pretty: string, markdown: string] {
  const report = reportOf(talks, asked);
  return [coveragePretty(report, CONTEXT), coverageMarkdown(report, CONTEXT)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function many(event: string, tags: string, count: number): readonly CountedTalk[] {
  return Array.from({ length: count }, (_, i) => sketch(`${event} ${tags} ${i}`, tags, { event }));
}

describe('gaps', () => {
  it('say at their head that chance alone may explain all, where none is below 5 %', () => {
    for (const text of textsOf(TALKS, { by: 'event', gaps: true })) {
      expect(oneLine(text)).toMatch(
        /Gaps None of the 7 gaps is below 5 %: chance alone may explain each \(24 pairs of a group and an element looked at\)\./,
      );
      expect(text).not.toContain('★');
    }
  });

  it('say how many are below 5 % and how many chance alone would bring there, and mark them', () => {
    const talks = [...many('春の会', 'drift', 20), ...many('秋の会', 'serving drift', 20), ...many('秋の会', '', 9)];
    const one = [...talks, ...many('冬の会', 'drift serving', 3), ...many('秋の会', 'agents', 1)];
    for (const text of textsOf(one, { by: 'event', gaps: true })) {
      expect(oneLine(text)).toContain(
        '1 of 3 gaps is below 5 % (★); of the 9 pairs of a group and an element looked at, chance alone would bring hardly one there.',
      );
      expect(text).toMatch(/Online inference and serving:.* elsewhere; by chance .*0\.1 % .*★/);
      expect(text).toMatch(/AI agents:.*elsewhere; by chance \d+ %$/m);
    }
  });

  it('name a group once, the most striking first, with what it lacks below', () => {
    const [pretty, markdown] = textsOf(TALKS, { by: 'event', gaps: true });
    expect(pretty.match(/has no talk on$/gm)).toHaveLength(3);
    expect(pretty).toMatch(
      / {2}Pipelines '20 \(7 talks\) has no talk on\n {4}Data and concept drift: 3 of 13 elsewhere; by chance 25 %\n {4}Data quality: /,
    );
    expect(markdown).toMatch(/^- \*\*MLの夕べ 2021\*\* \(4 talks\) has no talk on\n {2}- Deployment and release: /m);
    const order = ["Pipelines '20 (", 'MLの夕べ 2021 (', "Pipelines '19 ("];
    const gaps = pretty.slice(pretty.indexOf('\nGaps'));
    expect(order.map((name) => gaps.indexOf(name))).toEqual(
      order.map((name) => gaps.indexOf(name)).toSorted((a, b) => a - b),
    );
  });

  it('show the ten most striking, and say how many are left', () => {
    const [pretty] = textsOf(SERIES_TALKS, { by: 'event', and: 'year', gaps: true });
    const gaps = pretty.slice(pretty.indexOf('\nGaps'));
    expect(gaps.match(/ elsewhere; /g)).toHaveLength(10);
    expect(gaps).toMatch(/and \d+ more gaps, less striking: -f json has all/);
  });
});

describe('tools and organisations', () => {
  const TRITON = 'annotation:Triton data-quality:Triton release:Triton serving:Triton model-monitoring:Triton';

  it.each([40, 60, 80])('are told in full at %d columns, numbers beside their elements', (width) => {
    const report = reportOf([sketch('推論', TRITON), sketch('監視', 'model-monitoring:Triton')], { tools: true });
    const text = coveragePretty(report, { ...CONTEXT, width });
    const tools = text.slice(text.indexOf('Tools that talks name'));
    expect(tools).not.toMatch(/…|^ *\d+( ·.*)?$/m);
    expect(oneLine(tools)).toContain(
      'Triton 2/2 Model monitoring 2 · Annotation 1 · Data quality 1 · Deployment and release 1 · and 1 more',
    );
    const [, , first = '', second = ''] = tools.split('\n');
    expect(second.search(/\S/)).toBe(first.indexOf('Model'));
  });

  it('say so where no talk of a name shows an element', () => {
    const talks = [
      sketch('受付', '', { organisations: ['例の会社'] }),
      sketch('監視', 'drift', { organisations: ['Acme'] }),
    ];
    const [pretty, markdown] = textsOf(talks, { organisations: true });
    expect(pretty).toMatch(/^例の会社 +1\/2 {2}no element$/m);
    expect(markdown).toContain('| 例の会社 | 1/2 | no element |');
  });

  it.each<[string, Asked, boolean]>([
    ['organisation', { by: 'organisation' }, false],
    ['event and organisation', { by: 'event', and: 'organisation' }, false],
    ['event', { by: 'event' }, true],
  ])('by %s: groups with their organisations', (_, keys, isShown) => {
    for (const text of textsOf(TALKS, { ...keys, organisations: true }))
      expect(/(?:Acme|Pipelines '19)\S* \(\d+\): .*Acme \d/.test(text)).toBe(isShown);
    for (const text of textsOf(TALKS, { ...keys, tools: true })) expect(text).toMatch(/\(\d+\): .*Kubernetes \d/);
  });
});

describe('a patch', () => {
  const at = (event: string) => ({ event });
  const added = [
    sketch('ドリフトを測る', 'model-monitoring drift', at('春の会')),
    sketch('受付', '', at('春の会')),
    sketch('たぶん公平性', '?fairness'),
  ];
  const patch = { before: [sketch('推論', 'serving')], after: [...added, sketch('推論', 'release serving')] };

  it('shows what added and changed talks treat, the main subject marked', () => {
    const [pretty, markdown] = textsOf([...added, sketch('推論', 'release serving')], { patch });
    expect(pretty).toContain(
      [
        '  added    ドリフトを測る',
        '           ★ Model monitoring · Data and concept drift',
        '  added    受付',
        '           no element',
        '  added    たぶん公平性',
        '           in doubt: ★ Fairness',
        '  changed  推論',
        '           ★ Deployment and release · Online inference and serving',
      ].join('\n'),
    );
    expect(markdown).toContain(
      '- added: ドリフトを測る: ★ Model monitoring · Data and concept drift\n- added: 受付: no element\n',
    );
    expect(markdown).toContain('- added: たぶん公平性 (in doubt): ★ Fairness\n');
  });

  it('shows the groups of talks where they are grouped, and of removed talks the title', () => {
    const gone = { before: [sketch('引っ越し', 'serving', at('夏の会'))], after: added };
    const [pretty, markdown] = textsOf(added, { by: 'event', patch: gone });
    expect(pretty).toContain('           春の会: ★ Model monitoring · Data and concept drift\n');
    expect(pretty).toContain('           (no event), in doubt: ★ Fairness\n  removed  引っ越し\n');
    expect(markdown).toContain('- added: ドリフトを測る, in 春の会: ★ Model monitoring · Data and concept drift\n');
    expect(markdown).toContain('- removed: 引っ越し\n');
  });
});

describe('two files that are compared', () => {
  it('name the one that is counted, as text', () => {
    const report = { ...reportOf(TALKS), countedFile: '今年|\u001b[2J.json' };
    expect(coveragePretty(report, CONTEXT)).toMatch(/^今年\|␛\[2J\.json: 21 talks · 17 tagged/);
    expect(coverageMarkdown(report, CONTEXT)).toMatch(/^今年\\\|␛?.*json: \*\*21 talks\*\* · 17 tagged/m);
  });
});
