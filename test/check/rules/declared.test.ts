import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../src/check/rules/ids.ts';
import type { RuleContext } from '../../../src/check/rules/types.ts';
import type { Fix } from '../../../src/check/types.ts';
import { contextOf, gist, saidBy, saidOf, type TalkSketch, viewOf } from './support.ts';

type Row = readonly [situation: string, sketch: TalkSketch, said: readonly string[]];

/** The rules about single values: whatever is not told of one of them is told of none. */
const VALUE_RULES: readonly RuleId[] = ['redundant-tag', 'deprecated-tag', 'non-canonical-tag', 'unknown-tag'];

function valueFindings(sketch: TalkSketch, context?: RuleContext): readonly string[] {
  return VALUE_RULES.flatMap((rule) => gist(saidBy(rule, sketch, context)).map((one) => `${rule} ${one}`));
}

describe('one finding at most a value', () => {
  it.each<Row>([
    ['known and well written', { declared: ['drift', 'agents'] }, []],
    ['a label', { declared: ['data drift'] }, ['non-canonical-tag 10 drift: replace 0 drift']],
    ['日本語のラベル', { declared: ['データドリフト'] }, ['non-canonical-tag 10 drift: replace 0 drift']],
    ['another case', { declared: ['Drift'] }, ['non-canonical-tag 10 drift: replace 0 drift']],
    ['full width', { declared: ['ｄｒｉｆｔ'] }, ['non-canonical-tag 10 drift: replace 0 drift']],
    ['the same twice', { declared: ['drift', 'drift'] }, ['redundant-tag 11 drift: remove 1']],
    ['a label before the id', { declared: ['データドリフト', 'drift'] }, ['redundant-tag 10 drift: remove 0']],
    [
      'two labels',
      { declared: ['データドリフト', 'data drift'] },
      ['redundant-tag 11 drift: remove 1', 'non-canonical-tag 10 drift: replace 0 drift'],
    ],
    ['a part beside its element', { declared: ['monitoring', 'drift'] }, ['redundant-tag 10 monitoring: remove 0']],
    ['部とその要素', { declared: ['drift', '監視・運用'] }, ['redundant-tag 11 monitoring: remove 1']],
    ['a part beside the element of another', { declared: ['monitoring', 'agents'] }, []],
    ['given up', { declared: ['concept-shift'] }, ['deprecated-tag 10 concept-shift: replace 0 drift']],
    ['廃止されたタグ', { declared: ['精度劣化'] }, ['deprecated-tag 10 model-decay: replace 0 drift']],
    ['given up without successor', { declared: ['データレイク'] }, ['deprecated-tag 10 data-lakes: none']],
    ['successor declared too', { declared: ['model-decay', 'drift'] }, ['deprecated-tag 10 model-decay: remove 0']],
    [
      'successor excluded',
      { declared: ['model-decay'], excluded: ['データドリフト'] },
      ['deprecated-tag 10 model-decay: none'],
    ],
    [
      'two with one successor',
      { declared: ['model-decay', 'concept-shift'] },
      ['deprecated-tag 10 model-decay: replace 0 drift', 'deprecated-tag 11 concept-shift: remove 1'],
    ],
    [
      'given up, twice',
      { declared: ['model-decay', '精度劣化'] },
      ['redundant-tag 11 model-decay: remove 1', 'deprecated-tag 10 model-decay: replace 0 drift'],
    ],
    [
      'a part beside one whose successor it holds',
      { declared: ['monitoring', 'model-decay'] },
      ['redundant-tag 10 monitoring: remove 0', 'deprecated-tag 11 model-decay: replace 1 drift'],
    ],
    ['a slip', { declared: ['drfit'] }, ['unknown-tag 10 drfit: replace 0 drift']],
    ['a slip beside what is meant', { declared: ['drift', 'drfit'] }, ['unknown-tag 11 drfit: remove 1']],
    [
      'two slips for one tag',
      { declared: ['drfit', 'drit'] },
      ['unknown-tag 10 drfit: replace 0 drift', 'unknown-tag 11 drit: remove 1'],
    ],
    ['an excluded one is never put in', { declared: ['drfit'], excluded: ['drift'] }, ['unknown-tag 10 drfit: none']],
    [
      '知られていないタグが二つ',
      { declared: ['なぞの話', 'なぞの話'] },
      ['redundant-tag 11 なぞの話: remove 1', 'unknown-tag 10 なぞの話: none'],
    ],
    ['no tags', { declared: [] }, []],
  ])('%s', (_, sketch, expected) => {
    expect(valueFindings(sketch)).toEqual(expected);
  });

  it.each<Row>([
    ['the id', { declared: ['drift'] }, ['10 drift: replace 0 データドリフト・コンセプトドリフト']],
    ['the label', { declared: ['データドリフト・コンセプトドリフト'] }, []],
  ])('holds %s against the form that the config asks for', (_, sketch, expected) => {
    expect(gist(saidBy('non-canonical-tag', sketch, contextOf({ as: 'ja' })))).toEqual(expected);
  });
});

describe('unknown-tag', () => {
  it.each<[string, string]>([
    ['drfit', '(did you mean "drift" (Data and concept drift)?)'],
    ['データ検正', 'did you mean "データ検証", the tag "data-quality"?'],
    ['データドリフド', 'did you mean "データドリフト", the tag "drift"?'],
    ['なぞの話', 'is no tag of the taxonomy; `mlops-tag taxonomy list`'],
    ['ライトニングトーク', 'it is no topic, so take it out'],
  ])('says what is near to %s', (text, expected) => {
    const [said] = saidBy('unknown-tag', { declared: [text] }, contextOf());
    expect(said?.message).toContain(expected);
  });

  it('is told of what is no name at all', () => {
    const said = saidBy('unknown-tag', { declared: ['drift'], odd: ['a mapping', 'true'] });
    expect(said.map(({ span, message }) => [span.line, message.split(' stands', 1)[0]])).toEqual([
      [80, 'a mapping'],
      [81, 'true'],
    ]);
  });

  it('tells who excludes what is nothing', () => {
    const said = saidBy('unknown-tag', { declared: ['agents'], excluded: ['drfit', 'なぞ', 'drift'] });
    expect(gist(said)).toEqual(['60 drfit: none', '61 なぞ: none']);
    expect(said[0]?.message).toContain('did you mean "drift"');
    expect(said[1]?.message).toContain('nothing is excluded by it');
  });

  it('cuts what is too long for a message', () => {
    const [said] = saidBy('unknown-tag', { declared: ['𠮷'.repeat(500)] });
    expect(said?.message).toContain(`"${'𠮷'.repeat(60)}…"`);
  });
});

describe('unsupported-tag', () => {
  const abstract = '話の中身です。';

  it.each<Row>([
    ['words for it', { abstract, declared: ['drift'], weak: ['drift'] }, []],
    ['none', { abstract, declared: ['drift'] }, ['10 drift: none']],
    ['日本語で書かれたもの', { body: abstract, declared: ['データドリフト'] }, ['10 drift: none']],
    ['a part with words for an element', { abstract, declared: ['monitoring'], weak: ['drift'] }, []],
    ['a part without', { abstract, declared: ['monitoring'], weak: ['agents'] }, ['10 monitoring: none']],
    ['no description', { declared: ['drift'] }, []],
    ['unknown, given up, misspelt', { abstract, declared: ['なぞの話', 'data-lakes', 'drfit'] }, []],
    ['twice', { abstract, declared: ['drift', 'Drift'] }, ['10 drift: none']],
  ])('%s', (_, sketch, expected) => {
    expect(gist(saidBy('unsupported-tag', sketch))).toEqual(expected);
  });
});

describe('suggested-tag', () => {
  const found = { drift: 0.93, agents: 0.8, training: 0.79 };

  it.each<Row>([
    ['nothing declared', { found, declared: [] }, []],
    [
      'others declared',
      { found, declared: ['privacy-security'] },
      ['9 drift: add drift (asked)', '9 agents: add agents (asked)'],
    ],
    ['declared as a label', { found, declared: ['データドリフト'] }, ['9 agents: add agents (asked)']],
    ['misspelt', { found, declared: ['drfit'] }, ['9 agents: add agents (asked)']],
    ['given up', { found, declared: ['精度劣化'] }, ['9 agents: add agents (asked)']],
    ['its part declared', { found, declared: ['監視・運用', 'llmops'] }, []],
    [
      'a part that will go',
      { found, declared: ['monitoring', 'incidents'] },
      ['9 drift: add drift (asked)', '9 agents: add agents (asked)'],
    ],
    ['excluded', { found, declared: ['training'], excluded: ['ドリフト', 'llmops'] }, []],
    ['an unknown one declared', { found: { drift: 0.9 }, declared: ['なぞの話'] }, ['9 drift: add drift (asked)']],
  ])('%s', (_, sketch, expected) => {
    expect(gist(saidBy('suggested-tag', sketch))).toEqual(expected);
  });

  it('puts in no more than a talk may have', () => {
    const said = saidBy('suggested-tag', { found, declared: ['privacy-security'] }, contextOf({ maxTags: 2 }));
    expect(gist(said)).toEqual(['9 drift: add drift (asked)', '9 agents: none']);
    expect(said[1]?.message).toContain('in the place of another');
  });

  it('shows the words', () => {
    const [said] = saidBy('suggested-tag', { found, declared: ['なぞの話'] });
    expect(said?.related?.map(({ message }) => message)).toEqual(['words of drift', 'words of more']);
  });
});

describe('too-many-tags', () => {
  it.each<[string, readonly string[], number]>([
    ['as many as allowed', ['drift', 'agents', 'training'], 0],
    ['one more', ['drift', 'agents', 'training', 'なぞの話'], 1],
    ['the same in other words', ['drift', 'データドリフト', 'Drift', 'drfit'], 0],
    ['unknown ones in two spellings', ['なぞの話', 'なぞ の話', 'drift', 'agents'], 0],
  ])('%s', (_, declared, count) => {
    expect(saidBy('too-many-tags', { declared }, contextOf({ maxTags: 3 }))).toHaveLength(count);
  });
});

describe('all fixes together', () => {
  const VALUES = [
    'drift',
    'Drift',
    'データドリフト',
    'drfit',
    'drit',
    'monitoring',
    '監視・運用',
    'monitorng',
    'model-decay',
    'concept-shift',
    'data-lakes',
    'なぞの話',
    'なぞ の話',
    'agents',
    'llmops',
    'lightning talk',
    'feature-stroe',
  ];
  const FIXABLE: readonly RuleId[] = [...VALUE_RULES, 'missing-tags', 'suggested-tag'];

  function fixesFor(sketch: TalkSketch, context: RuleContext): readonly Fix[] {
    const view = viewOf(sketch, context);
    return FIXABLE.flatMap((rule) => saidOf(rule, view, context)).flatMap(({ fix }) => fix ?? []);
  }

  function fixed(declared: readonly string[], fixes: readonly Fix[]): readonly string[] {
    const changed = declared.flatMap((text, at) => {
      const fix = fixes.find((one) => one.kind !== 'add' && one.at === at);
      if (fix === undefined) return [text];
      return fix.kind === 'replace' ? [fix.tag] : [];
    });
    return [...changed, ...fixes.flatMap((fix) => (fix.kind === 'add' ? fix.tags : []))];
  }

  it('touch a value once, and leave a second run nothing to change', () => {
    const sketches = fc.record({
      declared: fc.array(fc.constantFrom(...VALUES), { maxLength: 9 }),
      excluded: fc.subarray(['drift', 'ドリフト', 'monitoring', 'なぞ']),
      found: fc.constantFrom({}, { drift: 0.9 }, { drift: 0.95, incidents: 0.9, agents: 0.85, training: 0.5 }),
    });
    fc.assert(
      fc.property(
        sketches,
        fc.constantFrom('id', 'en', 'ja'),
        fc.integer({ min: 1, max: 7 }),
        (sketch, as, maxTags) => {
          const context = contextOf({ as, maxTags });
          const fixes = fixesFor(sketch, context);
          const touched = fixes.flatMap((fix) => (fix.kind === 'add' ? [] : [fix.at]));
          expect(new Set(touched).size).toBe(touched.length);
          const declared = fixed(sketch.declared, fixes);
          expect(fixesFor({ ...sketch, declared }, context)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
