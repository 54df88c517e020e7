/** Charts of the page: fit for its policy, the same each time, and names in them stay text. */
import { describe, expect, it } from 'vitest';
import { CoverageCounter } from '../../src/coverage/counter.ts';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { barsChart } from '../../src/report/coverage/charts/bars.ts';
import { CHARTS_CSS } from '../../src/report/coverage/charts/palette.ts';
import { plainSvg } from '../../src/report/coverage/charts/plain-svg.ts';
import { niceShare } from '../../src/report/coverage/charts/scale.ts';
import { shareChart } from '../../src/report/coverage/charts/share.ts';
import { trendChart } from '../../src/report/coverage/charts/trend.ts';
import { countedTalk, partIn } from '../coverage/counted-talk.ts';
import { TAXONOMY } from './support.ts';

/** A talk a word: its year and its element; `-` for no year or no element. */
function counted(talks: string): CoverageCounter {
  const counter = new CoverageCounter({ weight: 'talk', includeReview: false, taxonomy: TAXONOMY });
  for (const [number, word] of talks.split(' ').entries()) counter.add(talkOf(number, word.split(':')));
  return counter;
}

function talkOf(number: number, [year = '-', id = '-']: readonly string[]): CountedTalk {
  return countedTalk(id === '-' ? [] : [{ id, part: partIn(TAXONOMY, id, id) }], {
    id: `発表-${number}`,
    title: `発表 ${number}`,
    ...(year === '-' ? {} : { year: Number(year) }),
  });
}

const FOUR = counted('2019:drift 2019:- 2020:drift 2020:explainability 2022:drift -:release');
const EN = { id: 'shares', lang: 'en', weight: 'talk' } as const;
const JA = { id: '割合', lang: 'ja', weight: 'talk' } as const;

function textsOf(svg: string): readonly string[] {
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text = '']) => text);
}

function idsOf(svg: string): readonly string[] {
  return Array.from(svg.matchAll(/\bid="([^"]*)"/g), ([, id = '']) => id);
}

const CHARTS: Readonly<Record<string, string>> = {
  trend: trendChart(FOUR.trend(), TAXONOMY, EN),
  'a part over time': trendChart(FOUR.trend(), TAXONOMY, { ...JA, part: 'monitoring' }),
  shares: shareChart(FOUR.coverage().all, TAXONOMY, JA),
  bars: barsChart([{ name: '社内ツール', talks: 3, elements: {} }], {
    id: 'tools',
    lang: 'ja',
    title: 'ツール',
    of: 6,
  }),
};

describe.each(Object.entries(CHARTS))('%s', (_, svg) => {
  it('has nothing that a strict page forbids, and every colour has its class', () => {
    expect(svg).not.toMatch(/<style|style=|<script|\son\w+=|zr\d|ecmeta|href|<animate/);
    for (const [tag] of svg.matchAll(/<(?:path|text|circle|rect)\b[^>]*>/g))
      expect(tag).toMatch(/class="c-(?:fill|stroke)-/);
  });

  it('names its pictures', () => {
    expect(svg.match(/<svg/g)?.length).toBe(
      svg.match(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+</g)?.length,
    );
    expect(new Set(idsOf(svg)).size).toBe(idsOf(svg).length);
  });
});

it('charts of one page share no id', () => {
  const ids = Object.values(CHARTS).flatMap(idsOf);
  expect(new Set(ids).size).toBe(ids.length);
});

it('drawing again gives the same bytes', () => {
  expect(trendChart(FOUR.trend(), TAXONOMY, EN)).toBe(CHARTS['trend']);
  expect(shareChart(FOUR.coverage().all, TAXONOMY, JA)).toBe(CHARTS['shares']);
});

describe('shares', () => {
  it.each([
    [
      'en',
      [
        '3 of 6 · 50 %',
        '1 of 6 · 17 %',
        '1 of 6 · 17 %',
        'Data and concept drift',
        'Explainability',
        'Deployment and release',
      ],
    ],
    [
      'ja',
      [
        '6件中3件 · 50 %',
        '6件中1件 · 17 %',
        '6件中1件 · 17 %',
        'データドリフト・コンセプトドリフト',
        '説明可能性',
        'デプロイ・リリース',
      ],
    ],
  ] as const)('in %s: most talks first, each with what it is of, and none that no talk treats', (lang, texts) => {
    expect(textsOf(shareChart(FOUR.coverage().all, TAXONOMY, { ...EN, lang }))).toEqual(texts);
  });

  it('of thousands of talks as the page writes them', () => {
    const named = [{ name: '例のツール', talks: 1234, elements: {} }];
    const chart = (lang: 'en' | 'ja') => textsOf(barsChart(named, { id: 'tools', lang, title: 'ツール', of: 10_000 }));
    expect(chart('en')).toEqual(['1,234 of 10,000', '例のツール']);
    expect(chart('ja')).toEqual(['10,000件中1,234件', '例のツール']);
  });

  it.each([
    ['en', 12, 86, '20 %', 'The grey track ends at 20 % of the talks.'],
    ['ja', 8, 86, '10 %', '灰色の帯の右端が、発表全体の10 %です。'],
    ['en', 1, 1668, '1 %', 'The grey track ends at 1 % of the talks.'],
    ['ja', 86, 86, '100 %', '灰色の帯の右端が、発表全体の100 %です。'],
  ] as const)('in %s: bars of %d of %d talks stand on a track to %s, which is said', (lang, talks, of, end, words) => {
    const svg = barsChart([{ name: '社内ツール', talks, elements: {} }], { id: 'tools', lang, title: 'ツール', of });
    expect(svg).toContain(words);
    const [track = 0, bar = 0] = ['track', 'data'].map((ink) =>
      Number(new RegExp(`<path d="M1 [\\d.]+l([\\d.]+) [^>]*c-fill-${ink}`).exec(svg)?.[1]),
    );
    expect(bar / track).toBeCloseTo(talks / of / (Number.parseInt(end, 10) / 100), 2);
  });

  it.each([
    ['en', 'The grey track ends at 90 % of the talks. Lines over bars: 95 % intervals.'],
    ['ja', '灰色の帯の右端が、発表全体の90 %です。棒に重なる線は95 %信頼区間です。'],
  ] as const)('of elements say in %s where the scale ends', (lang, words) => {
    expect(shareChart(FOUR.coverage().all, TAXONOMY, { ...EN, lang })).toContain(`${words}</p>`);
  });

  it('of one part alone', () => {
    const svg = shareChart(FOUR.coverage().all, TAXONOMY, { ...JA, part: 'trust' });
    expect(textsOf(svg)).toEqual(['6件中1件 · 17 %', '説明可能性']);
  });

  it('is empty where there is nothing', () => {
    expect(shareChart(counted('2019:-').coverage().all, TAXONOMY, EN)).toBe('');
    expect(barsChart([], { id: 'tools', lang: 'ja', title: 'ツール', of: 6 })).toBe('');
  });
});

describe('trends', () => {
  it('tell the talks a year, and each part with its first and last share on one scale', () => {
    const svg = trendChart(FOUR.trend(), TAXONOMY, EN);
    expect(svg.match(/<figcaption>[^<]*/g)).toEqual([
      '<figcaption>Talks a year',
      '<figcaption>Monitoring and operation',
      '<figcaption>Explanation and trust',
    ]);
    expect(svg).toContain('<desc id="shares-0-desc">2019: 1 of 2, 2020: 1 of 2, 2022: 1 of 1</desc>');
    const [, monitoring = ''] = svg.split('</figure>');
    expect(textsOf(monitoring)).toEqual(['100 %', '2019', '2022', '50 %', '100 %']);
  });

  it.each([
    ['cut off the intervals of years with few talks', 9, '20 %'],
    ['hold the whole intervals of others', 36, '30 %'],
  ])('%s', (_, talks, top) => {
    const year = (number: number): string =>
      Array.from({ length: talks }, (_, at) => `${number}:${at % 9 === 0 ? 'drift' : '-'}`).join(' ');
    const svg = trendChart(counted(`${year(2019)} ${year(2020)}`).trend(), TAXONOMY, EN);
    expect(textsOf(svg)).toContain(top);
  });

  describe('of years of few talks, years of more, and none between', () => {
    const many = (year: number, of: number, hits: number): string =>
      Array.from({ length: of }, (_, at) => `${year}:${at < hits ? 'drift' : '-'}`).join(' ');
    const talks = [many(2012, 1, 1), many(2014, 7, 1), many(2015, 20, 2), many(2016, 20, 3), many(2018, 30, 3)];
    const drawn = (lang: 'en' | 'ja') => trendChart(counted(talks.join(' ')).trend(), TAXONOMY, { ...EN, lang });
    const [, monitoring = ''] = drawn('en').split('</figure>');
    const pathsOf = (colour: string) =>
      [...monitoring.matchAll(/<path [^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(colour));

    it('break the line where a year is missing', () => {
      const [line = '', ...others] = pathsOf('c-stroke-data').filter((tag) => tag.includes('fill="none"'));
      expect(others).toEqual([]);
      // 2014 to 2016; 2012 and 2018 are points alone.
      expect([line.match(/M/g)?.length, line.match(/L/g)?.length]).toEqual([3, 2]);
    });

    it('draw a band over years that follow each other, and a lone range', () => {
      expect(pathsOf('c-fill-band')).toHaveLength(1);
      expect(pathsOf('c-stroke-band')).toHaveLength(1);
    });

    it('mark years of few talks by hollow points, and what goes beyond the scale', () => {
      expect(pathsOf('c-fill-ground')).toHaveLength(1);
      expect(pathsOf('c-fill-range')).toHaveLength(1);
      expect(textsOf(monitoring)).toContain('40 %');
    });

    it.each([
      ['en', /95 % intervals.*▲ .*○ A year of fewer than 5 talks.*△ .*a year has no talk/],
      ['ja', /95 %信頼区間.*▲.*○は発表が5件未満の年.*△.*発表のない年/],
    ] as const)('say in %s what the signs mean', (lang, words) => {
      expect(drawn(lang)).toMatch(words);
    });
  });

  it('say nothing on signs that they have not', () => {
    const years = [2019, 2020].map((year) => Array.from({ length: 12 }, () => `${year}:drift`).join(' '));
    expect(trendChart(counted(years.join(' ')).trend(), TAXONOMY, JA)).toContain(
      '<p class="note c-note">帯は95 %信頼区間です。</p>',
    );
  });

  it('show the elements of a part in Japanese', () => {
    const svg = trendChart(FOUR.trend(), TAXONOMY, { ...JA, part: 'monitoring' });
    expect(svg).toContain('<figcaption>データドリフト・コンセプトドリフト');
    expect(svg).toContain('2019: 2件中1件、2020: 2件中1件、2022: 1件中1件');
  });

  it('are none in one year', () => {
    expect(trendChart(counted('2019:drift 2019:drift -:drift').trend(), TAXONOMY, EN)).toBe('');
  });

  it('of many years number the outer bars and the highest', () => {
    const years = Array.from({ length: 12 }, (_, at) => `${2010 + at}:drift`);
    const [bars = ''] = trendChart(counted([...years, '2015:drift'].join(' ')).trend(), TAXONOMY, EN).split(
      '</figure>',
    );
    expect(textsOf(bars).filter((text) => text !== '')).toEqual(['2010', '2021', '1', '2', '1']);
  });
});

it.each([
  ['markup', '</svg><script>alert(1)</script>', '&lt;/svg&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['templates of ECharts', '{b} {a|ツール}', '{b} {a|ツール}'],
  ['control characters', 'ツール\u0000\u001b[31m', 'ツール'],
  ['very long', '長'.repeat(500), `${'長'.repeat(20)}…`],
])('hostile names are text: %s', (_, name, shown) => {
  const svg = barsChart([{ name, talks: 1, elements: {} }], { id: 'tools', lang: 'ja', title: 'ツール', of: 1 });
  expect(textsOf(svg)[1]).toContain(shown);
  expect(svg).not.toMatch(/<script|[\u0000-\u0008\u001b]/);
});

it.each([
  [
    '<text style="font-size:12px;font-family:serif;" xml:space="preserve" fill="#1f6f99">デ</text>',
    '<text font-size="12" class="c-fill-data">デ</text>',
  ],
  ['<path fill="#123456" class="zr3-cls-1" pointer-events="visible"></path>', '<path fill="#123456"></path>'],
  ['<g clip-path="url(#zr3-c0)">\n<path d="M0 0"></path>\n</g>', '<g><path d="M0 0"></path></g>'],
  [
    '<path stroke="#b6d634" stroke-opacity="0"></path><path fill="none" stroke="#c3ccd4"></path>',
    '<path fill="none" class="c-stroke-grid"></path>',
  ],
  ['<g><rect x="0" fill="none"></rect></g>', ''],
  ['<defs >\n<clipPath id="zr0-c0"></clipPath></defs>\n<style ><![CDATA[\n.zr0-cls-0:hover {\n}\n]]>\n</style>', '\n'],
  ['<text>style="x" &lt;style&gt; zr0-c1</text>', '<text>style="x" &lt;style&gt; zr0-c1</text>'],
])('plain SVG of %s', (svg, plain) => {
  expect(plainSvg(svg)).toBe(plain);
});

it.each([
  [[], 0.1],
  [[0.02], 0.1],
  [[0.3, 0.1], 0.3],
  [[0.31], 0.4],
  [[1], 1],
] as const)('a scale for %j ends at %d', (shares, top) => {
  expect(niceShare(shares)).toBe(top);
});

it('the style sheet colours every class that charts use, in dark too', () => {
  const used = new Set(Object.values(CHARTS).flatMap((svg) => svg.match(/c-(?:fill|stroke)-\w+/g) ?? []));
  const [light = '', dark = ''] = CHARTS_CSS.split('prefers-color-scheme:dark');
  for (const name of used) {
    expect(light).toContain(`.${name}{`);
    expect(dark).toContain(`.${name}{`);
  }
});
