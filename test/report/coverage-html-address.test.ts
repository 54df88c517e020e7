import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strangersIn } from '../../src/page/strangers.ts';
import { hashOf, isFiltered, isView, type View, viewOf } from '../../src/report/coverage/html/address.ts';
import { pageData } from '../../src/report/coverage/html/encode.ts';
import { reportOf } from './coverage-html-support.ts';
import { NINE, TALKS } from './coverage-text-talks.ts';

const LONG = 'とても長い名前の会議'.repeat(40);
const EVERYTHING: View = { text: '', primary: false };

describe('the address of a view', () => {
  it.each<[string, View]>([
    ['', EVERYTHING],
    ['#concept=drift', { ...EVERYTHING, concept: 'drift' }],
    ['#group=', { ...EVERYTHING, group: '' }],
    [
      '#concept=drift&group=OpML+%2720&status=review',
      { ...EVERYTHING, concept: 'drift', group: "OpML '20", status: 'review' },
    ],
    ['#text=%E7%9B%A3%E8%A6%96&primary=1&ui=ja', { text: '監視', primary: true, ui: 'ja' }],
    [
      '#tool=Apache+Spark&organisation=%E4%BE%8B%E3%81%AE%E4%BC%9A%E7%A4%BE',
      { ...EVERYTHING, tool: 'Apache Spark', organisation: '例の会社' },
    ],
    ['#before=OpML&after=MLSE%E5%A4%8F', { ...EVERYTHING, before: 'OpML', after: 'MLSE夏' }],
    [`#group=${encodeURIComponent(LONG)}`, { ...EVERYTHING, group: LONG }],
  ])('%s', (hash, view) => {
    expect(viewOf(hash)).toEqual(view);
    expect(hashOf(view)).toBe(hash);
  });

  it.each([
    '#%',
    '#%E3%81=1',
    '#status=妙',
    '#ui=fr',
    '#primary=yes',
    '#__proto__=1',
    `#text=${'x'.repeat(301)}`,
    '#&&==&',
    '#見出し',
  ])('ignores what is none: %s', (hash) => {
    expect(viewOf(hash)).toEqual(EVERYTHING);
  });

  it('comes back as it went', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const view = fc.record(
      {
        concept: text.filter(Boolean),
        group: text,
        tool: text.filter(Boolean),
        organisation: text.filter(Boolean),
        lang: text.filter(Boolean),
        status: fc.constantFrom('tagged' as const, 'review' as const, 'untagged' as const),
        text,
        primary: fc.boolean(),
        ui: fc.constantFrom('en' as const, 'ja' as const),
      },
      { requiredKeys: ['text', 'primary'] },
    );
    fc.assert(
      fc.property(view, (one) => {
        expect(viewOf(hashOf(one))).toEqual(one);
      }),
    );
  });

  it('is told from the name of a place', () => {
    expect(['', '#', '#list', '#concept=drift'].map(isView)).toEqual([true, true, false, true]);
  });

  it.each([
    ['', false],
    ['#ui=ja&before=OpML&after=夜会', false],
    ['#group=', true],
    ['#tool=MLflow', true],
    ['#text=監視', true],
  ])('%j asks for some of the talks: %s', (hash, filtered) => {
    expect(isFiltered(viewOf(hash))).toBe(filtered);
  });
});

describe('what an address names in vain', () => {
  const data = pageData(reportOf(TALKS), NINE);
  const long = '長'.repeat(70);

  it.each<[string, readonly string[]]>([
    ['', []],
    ['#list', []],
    ["#concept=drift&group=Pipelines '19&tool=Triton&organisation=例の会社&lang=ja&status=review", []],
    ['#text=どこにもない&ui=ja&primary=1', []],
    ['#concept=bogus&group=Nope', ['bogus', 'Nope']],
    ['#tool=なし&organisation=誰も&lang=zh&status=妙', ['なし', '誰も', 'zh', '妙']],
    ['#before=MLの夕べ 2021&after=来年', ['来年']],
    [`#concept=${long}`, [`${'長'.repeat(60)}…`]],
  ])('%s', (hash, strangers) => {
    expect(strangersIn(hash, data)).toEqual(strangers);
  });
});
