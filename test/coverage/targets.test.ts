/** Targets as they are written, in files too, and whether they are met. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageCounter } from '../../src/coverage/counter.ts';
import { readExpectations } from '../../src/coverage/expectations.ts';
import { mistakeIn } from '../../src/coverage/target-subject.ts';
import { conceptBehind, held, parseTarget } from '../../src/coverage/targets.ts';
import { UsageError } from '../../src/findings.ts';
import { taxonomyOf } from '../support/taxonomy.ts';
import { type Counting, coverageOf, TAXONOMY, talkOf, times, type Written } from './support.ts';

describe('parseTarget', () => {
  it.each<[string, string, string, number, boolean, 'all' | 'each']>([
    ['monitoring>=3', 'monitoring', '>=', 3, false, 'all'],
    ['monitoring >= 3', 'monitoring', '>=', 3, false, 'all'],
    [' drift > 10 % ', 'drift', '>', 10, true, 'all'],
    ['データドリフト　＞＝　３', 'データドリフト', '>=', 3, false, 'all'],
    ['監視≧１０％', '監視', '>=', 10, true, 'all'],
    ['untagged ≤ 12.5%', 'untagged', '<=', 12.5, true, 'all'],
    ['review<1', 'review', '<', 1, false, 'all'],
    ['each: data drift >= 1', 'data drift', '>=', 1, false, 'each'],
    ['ｅａｃｈ：監視＞０', '監視', '>', 0, false, 'each'],
    ['talks >= 0', 'talks', '>=', 0, false, 'all'],
  ])('reads %s', (text, subject, comparator, number, percent, of) => {
    const target = { text: text.trim(), subject, comparator, number, percent, of, origin: '--min' };
    expect(parseTarget(text, '--min')).toEqual(target);
  });

  it.each<[string, string]>([
    ['', '--min: "" is no target; write it like "monitoring >= 3"'],
    ['監視', 'is no target'],
    ['>= 3', 'is no target'],
    ['each: >= 3', 'is no target'],
    ['monitoring = 3', 'is no target'],
    ['monitoring == 3', 'is no target'],
    ['monitoring >=', '"monitoring >=" asks for no number'],
    ['monitoring => 3', 'is no target'],
    ['監視 >= 三', 'asks for no number'],
    ['monitoring >= -1', 'asks for no number'],
    ['monitoring >= 2.5', 'asks for no number'],
    ['monitoring >= 101%', 'asks for no number'],
    ['monitoring >= 3 talks', 'asks for no number'],
    ['monitoring >= 1e3', 'asks for no number'],
    ['1 <= 監視 <= 3', 'asks for no number'],
    ['talks >= 50%', '"talks >= 50%": talks are what shares are shares of'],
  ])('refuses %j', (text, message) => {
    const call = () => parseTarget(text, '--min');
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });

  it('reads or refuses, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        try {
          expect(parseTarget(text, '--min').subject).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});

const TALKS: readonly Written[] = [
  ...times(2, { event: '甲', tags: ['drift', 'canary'] }),
  { event: '甲', tags: ['canary'] },
  { event: '甲', tags: ['alerts'], status: 'review' },
  { event: '乙', tags: ['canary'] },
  { event: '乙' },
  {},
  {},
];

/** An element with names beside its own: some stand for it, others hint at it alone. */
const NAMES = taxonomyOf({
  monitoring: {
    drift: ['data shift', '分布の変化', { text: 'decay', weight: 0.4 }, { text: '劣化', weight: 0.9 }],
    'drift-alerts': [],
  },
});

function results(texts: readonly string[], counting: Counting = { by: 'event' }) {
  return held(
    texts.map((text) => parseTarget(text, '--min')),
    coverageOf(TALKS, counting),
    TAXONOMY,
  );
}

describe('held', () => {
  it.each<[string, number, number, boolean, string | null]>([
    ['drift >= 2', 2, 8, true, 'drift'],
    ['drift > 2', 2, 8, false, 'drift'],
    ['drift >= 25%', 2, 8, true, 'drift'],
    ['drift > 25%', 2, 8, false, 'drift'],
    ['drift >= 25.001%', 2, 8, false, 'drift'],
    ['drift（日本語） >= 2', 2, 8, true, 'drift'],
    ['serving >= 4', 4, 8, true, 'serving'],
    ['monitoring >= 3', 2, 8, false, 'monitoring'],
    ['batch <= 0', 0, 8, true, 'batch'],
    ['batch < 0', 0, 8, false, 'batch'],
    ['talks >= 8', 8, 8, true, null],
    ['Tagged >= 4', 4, 8, true, null],
    ['untagged <= 37.5%', 3, 8, true, null],
    ['untagged < 37.5%', 3, 8, false, null],
    ['review <= 1', 1, 8, true, null],
  ])('%s', (text, talks, of, met, concept) => {
    expect(results([text])).toEqual([{ target: text, origin: '--min', concept, group: null, talks, of, met }]);
  });

  it('counts what the weight counts, and doubtful talks where they count', () => {
    expect(results(['canary >= 3'], { weight: 'primary' })).toMatchObject([{ talks: 2, met: false }]);
    expect(results(['monitoring >= 3'], { includeReview: true })).toMatchObject([{ talks: 3, met: true }]);
  });

  it('holds each group that has a key', () => {
    expect(
      results(['each: drift >= 1', 'talks >= 1']).map(({ group, talks, of, met }) => [group, talks, of, met]),
    ).toEqual([
      ['乙', 0, 2, false],
      ['甲', 2, 4, true],
      [null, 8, 8, true],
    ]);
  });

  it.each([
    ['drift >= 10%', false],
    ['drift < 10%', false],
    ['drift >= 0%', false],
    ['drift（日本語） < 1', false],
    ['untagged <= 20%', false],
    ['review <= 0', false],
    ['talks <= 5', true],
    ['talks >= 1', false],
  ])('of no talks nothing is held, but how many they are: %s', (text, met) => {
    const [result] = held([parseTarget(text, '--min')], coverageOf([]), TAXONOMY);
    expect([result?.met, result?.lacks]).toEqual([met, text.startsWith('talks') ? undefined : 'talks']);
  });

  it.each<[string, readonly Written[]]>([
    ['no talk', []],
    ['talks of no event', [{ tags: ['drift'] }, { event: ' ' }]],
  ])('is missed where there is no group to ask: %s', (_, talks) => {
    const coverage = coverageOf(talks, { by: 'event' });
    const asked = ['each: drift < 5', 'each: talks >= 0', 'ｅａｃｈ：未知 ≧ 0'].map((text) =>
      parseTarget(text, '--min'),
    );
    const of = { origin: '--min', group: null, talks: 0, of: 0, met: false, lacks: 'groups' };
    expect(held(asked.slice(0, 2), coverage, TAXONOMY)).toEqual([
      { target: 'each: drift < 5', concept: 'drift', ...of },
      { target: 'each: talks >= 0', concept: null, ...of },
    ]);
    expect(() => held(asked, coverage, TAXONOMY)).toThrow('has no part or element "未知"');
  });

  it.each<[string, Counting, string]>([
    ['drfit >= 1', {}, '--min: the taxonomy small has no part or element "drfit" (did you mean "drift"?).'],
    ['taged >= 1', {}, '(did you mean "tagged"?)'],
    ['監視基盤 >= 1', {}, 'has no part or element "監視基盤".'],
    ['constructor >= 1', {}, 'has no part or element "constructor"'],
    ['each: drift >= 1', {}, '--min: "each: drift >= 1" is asked of a group, and talks are in groups with --by KEY.'],
  ])('refuses %s', (text, counting, message) => {
    expect(() => results([text], counting)).toThrow(UsageError);
    expect(() => results([text], counting)).toThrow(message);
  });
});

describe('names', () => {
  const coverage = new CoverageCounter({ weight: 'talk', includeReview: false, taxonomy: NAMES }).coverage();
  const target = (text: string) => parseTarget(text, '--min');

  it.each([
    ['drift < 1', 'drift', undefined],
    ['Drift < 1', 'drift', undefined],
    ['drift（日本語） < 1', 'drift', undefined],
    ['data shift < 1', 'drift', 'drift'],
    ['ｄａｔａ　ｓｈｉｆｔ ＜ 1', 'drift', 'drift'],
    ['分布の変化 < 1', 'drift', 'drift'],
    ['Drift alerts < 1', 'drift-alerts', undefined],
    ['untagged < 1', null, undefined],
  ])('%s', (text, concept, behind) => {
    const [result] = held([target(text)], coverage, NAMES);
    expect(result?.concept).toBe(concept);
    expect(result === undefined ? '' : conceptBehind(result, NAMES)).toBe(behind);
  });

  it.each([
    [
      'decay < 1',
      '--min: "decay" is the name of no part or element of the taxonomy small, though a word that hints at drift (did you mean "drift"?).',
    ],
    ['劣化 < 1', '"劣化" is the name of no part or element of the taxonomy small, though a word that hints at drift'],
    ['日本語 < 1', 'has no part or element "日本語" (did you mean "drift（日本語）"?).'],
  ])('refuses %s', (text, message) => {
    expect(() => held([target(text)], coverage, NAMES)).toThrow(message);
    expect(mistakeIn(target(text).subject, NAMES)).toBe(messageOf(() => held([target(text)], coverage, NAMES)));
  });

  it('takes an element that only records know for what it is called, not for what hints at it', () => {
    const counter = new CoverageCounter({ weight: 'talk', includeReview: false, taxonomy: NAMES });
    counter.add(talkOf({ tags: ['劣化', 'data shift'] }));
    const results = held([target('劣化 >= 1'), target('data shift >= 1')], counter.coverage(), NAMES);
    expect(results).toMatchObject([
      { concept: '劣化', talks: 1 },
      { concept: 'data shift', talks: 1 },
    ]);
    expect(results.map((result) => conceptBehind(result, NAMES))).toEqual([undefined, undefined]);
  });
});

/** Without the place in front of it. */
function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof UsageError ? error.message.replace(/^--min: /, '') : '';
  }
  return '';
}

describe('readExpectations', () => {
  it.each<[string, string, readonly (readonly [string, unknown, string])[]]>([
    [
      'a bare list',
      '- drift >= 1\n- "監視 >= 10%"\n',
      [
        ['drift >= 1', 'all', '1'],
        ['監視 >= 10%', 'all', '2'],
      ],
    ],
    [
      'all the keys',
      'all:\n  - drift >= 1\neach: untagged <= 20%\ngroups:\n  勉強会: [監視 >= 1]\n  2020:\n    - drift >= 2\n',
      [
        ['drift >= 1', 'all', '2'],
        ['untagged <= 20%', 'each', '3'],
        ['drift >= 2', { group: '2020' }, '7'],
        ['監視 >= 1', { group: '勉強会' }, '5'],
      ],
    ],
    ['each in a list, which YAML takes for a map', '- each: drift >= 1\n', [['each: drift >= 1', 'each', '1']]],
    ['JSON', '{"each": ["drift >= 1"]}', [['drift >= 1', 'each', '1']]],
    ['with a BOM and CRLF', '\ufeffall:\r\n  - drift >= 1\r\n', [['drift >= 1', 'all', '2']]],
    ['one target', '監視 >= 1', [['監視 >= 1', 'all', '1']]],
  ])('%s', (_, text, targets) => {
    expect(readExpectations(text, '目標.yaml').map((target) => [target.text, target.of, target.origin])).toEqual(
      targets.map(([written, of, line]) => [written, of, `目標.yaml:${line}`]),
    );
  });

  it.each<[string, string, string]>([
    ['an unknown key', 'all: []\ngroup:\n  甲: []\n', '目標.yaml:2:1: unknown key "group" (did you mean "groups"?)'],
    ['no target', 'all:\n  - drift >= 1\n  - 監視\n', '目標.yaml:3:5: "監視" is no target; write it like'],
    ['a number', 'each:\n  - 3\n', '目標.yaml:2:5: '],
    ['each of a group', 'groups:\n  甲:\n    - "each: drift >= 1"\n', '目標.yaml:3:7: "each: drift >= 1" is asked of'],
    ['broken YAML', 'all: [drift >= 1\n', '目標.yaml:2:1: '],
    ['a key that is none', '__proto__: []\n', '目標.yaml:1:1: "__proto__" cannot be a key'],
    ['nothing', '# まだ\n', '目標.yaml has no targets; write some, such as'],
    ['empty lists', 'all: []\n', '目標.yaml has no targets'],
    ['a number alone', '7', '目標.yaml:1:1: "7" is no target; write it like "monitoring >= 3" or'],
    ['a map of numbers', 'all: {監視: 3}\n', '目標.yaml:1:6: a map is no target; write it like "monitoring >= 3" or'],
    ['a map in a list', '- {a: 1}\n', '目標.yaml:1:3: a map is no target; write it like'],
    ['a key without a value', 'each:\n', ' nothing is no target; write it like'],
    ['groups in a list', 'groups: [監視]\n', "目標.yaml:1:9: groups is a map from a group's name to targets"],
  ])('refuses %s', (_, text, message) => {
    const call = () => readExpectations(text, '目標.yaml');
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });

  it('tells all mistakes at once', () => {
    expect(() => readExpectations('group: []\nall: [監視, 3]\n', 't.yaml')).toThrow(
      /t\.yaml:1:1: unknown key .*\nt\.yaml:2:7: .*\nt\.yaml:2:11: /,
    );
    expect(() => readExpectations('- 監視\n- drift >= x\n', 't.yaml')).toThrow(/t\.yaml:1:3: .*\nt\.yaml:2:3: /);
  });

  it('tells names that are none among the mistakes, each with its place', () => {
    const text = 'all:\n  - drfit >= 1\n  - 監視\neach: [alrets >= 1, drift >= 1]\n';
    expect(() => readExpectations(text, '目標.yaml', (subject) => mistakeIn(subject, TAXONOMY))).toThrow(
      /^the targets cannot be used\n\n目標\.yaml:2:5: .*"drfit".*\n目標\.yaml:3:5: "監視" is no target.*\n目標\.yaml:4:8: .*"alrets" \(did you mean "alerts"\?\)\.$/,
    );
  });

  it('tells all groups and names that there are not', () => {
    const targets = readExpectations('groups:\n  丙: [drift >= 1, 未知 >= 1]\nall: 未知 >= 2\n', '目標.yaml');
    expect(() => held(targets, coverageOf(TALKS, { by: 'event' }), TAXONOMY)).toThrow(
      /^the targets cannot be used\n\n目標\.yaml:2:7: There is no event "丙".*\n目標\.yaml:2:19: .*"未知"\.\n目標\.yaml:2:19: There is no event "丙".*\n目標\.yaml:3:6: .*"未知"\.$/,
    );
  });

  it('names a group that there is not, and where it is asked of', () => {
    const targets = readExpectations('groups:\n  甲会:\n    - drift >= 1\n', '目標.yaml');
    expect(() => held(targets, coverageOf(TALKS, { by: 'event' }), TAXONOMY)).toThrow(
      '目標.yaml:3:7: There is no event "甲会" (did you mean "甲"?); there are 乙, 甲.',
    );
    expect(
      held(readExpectations('groups: {甲: drift >= 1}', 't'), coverageOf(TALKS, { by: 'event' }), TAXONOMY),
    ).toEqual([{ target: 'drift >= 1', origin: 't:1', concept: 'drift', group: '甲', talks: 2, of: 4, met: true }]);
  });
});
