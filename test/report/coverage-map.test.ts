/** The map: shades that can be told apart, a layout that holds whatever the taxonomy, names that stay names. */
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, MAP_CSS, type Palette } from '../../src/report/coverage/map/palette.ts';
import { placeMap, type Rectangle, WIDE } from '../../src/report/coverage/map/placement.ts';
import { planMap } from '../../src/report/coverage/map/plan.ts';
import { scaleFor, shadeOf, stepText } from '../../src/report/coverage/map/scale.ts';
import { type MapOptions, mapSvg } from '../../src/report/coverage/map/svg.ts';
import { coverageSvg } from '../../src/report/coverage/map/svg-report.ts';
import { coverageMap, terminalMap } from '../../src/report/coverage/map/terminal.ts';
import { displayWidth } from '../../src/report/width.ts';
import { type PartSketch, reportFrom, taxonomyFrom } from './coverage-map-support.ts';
import { contextOf } from './support.ts';

const PARTS: readonly PartSketch[] = [
  {
    id: 'monitoring',
    label: { en: 'Monitoring', ja: '監視・運用' },
    elements: { drift: { en: 'Data drift', ja: 'データドリフト' }, incidents: { en: 'Failures', ja: '障害対応' } },
  },
  {
    id: 'foundation',
    label: { en: 'Foundation', ja: '基盤' },
    elements: { pipelines: { en: 'Pipelines', ja: 'パイプライン' } },
  },
];
const TITLE = { en: 'Which part?', ja: 'どの辺?' };
const TAXONOMY = taxonomyFrom(PARTS, TITLE);
const REPORT = reportFrom(TAXONOMY, {
  talks: [
    { tags: ['drift', 'pipelines'], times: 12 },
    { tags: ['pipelines'], times: 5 },
    { tags: [], times: 40 },
  ],
});
const EMBEDDED: MapOptions = { title: 'Which part?', caption: '57 talks', weight: 'talk', standalone: false };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each<[string, Palette, 1 | -1]>([
  ['light', LIGHT, -1],
  ['dark', DARK, 1],
])('colours, %s', (_, palette, direction) => {
  it('has steps that go one way in grey too, far enough apart to be told', () => {
    const greys = palette.shades.map(({ fill }) => luminance(fill));
    for (const [index, grey] of greys.slice(1).entries()) {
      const before = greys[index] ?? 0;
      expect(direction * (grey - before)).toBeGreaterThan(0);
      expect((Math.max(grey, before) + 0.05) / (Math.min(grey, before) + 0.05)).toBeGreaterThan(1.1);
    }
  });

  it('has text that can be read on every step, ground and head', () => {
    for (const { fill, text } of palette.shades) expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ground, palette.text)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ground, palette.quiet)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.area, palette.shades[0].text)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.head, palette.onHead)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.area, palette.focus)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.area, palette.empty)).toBeGreaterThanOrEqual(3);
  });
});

describe('scale', () => {
  const signs = { dash: '–', atMost: '≤' };
  const tally = (talks: number, of: number) => ({ talks, of, share: of === 0 ? 0 : talks / of });

  it.each<[number, number, readonly string[]]>([
    [0, 0, ['0', '≤1 %', '2 %', '3 %', '4 %', '5 %', '6 %']],
    [6, 100, ['0', '≤1 %', '2 %', '3 %', '4 %', '5 %', '6 %']],
    [7, 100, ['0', '≤1 %', '2 %', '3–4 %', '5–6 %', '7–8 %', '9–10 %']],
    [21, 100, ['0', '≤2 %', '3–5 %', '6–10 %', '11–15 %', '16–20 %', '21–30 %']],
    [1, 1, ['0', '≤5 %', '6–10 %', '11–20 %', '21–30 %', '31–50 %', '51–100 %']],
  ])('of %d of %d talks', (talks, of, expected) => {
    const scale = scaleFor([tally(talks, of)]);
    expect(([0, 1, 2, 3, 4, 5, 6] as const).map((shade) => stepText(shade, scale, signs))).toEqual(expected);
  });

  it('never shades nothing like something, nor more lighter than less', () => {
    const share = fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 2000 })).map(([a, b]) => tally(Math.min(a, b), b));
    fc.assert(
      fc.property(fc.array(share, { minLength: 2 }), (tallies) => {
        const scale = scaleFor(tallies);
        const shaded = tallies
          .toSorted((a, b) => a.share - b.share)
          .map((one) => ({ one, shade: shadeOf(one, scale) }));
        for (const [index, { one, shade }] of shaded.entries()) {
          expect(shade === 0).toBe(one.talks === 0);
          expect(shade).toBeGreaterThanOrEqual(shaded[index - 1]?.shade ?? 0);
        }
      }),
    );
  });
});

interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elementsOf(svg: string): readonly Seen[] {
  const seen: Seen[] = [];
  new Parser({ onopentag: (name, attributes) => seen.push({ name, attributes }) }, { xmlMode: true }).end(svg);
  expect(svg.match(/<(?!\/)/g)?.length).toBe(svg.match(/<\/|\/>/g)?.length);
  return seen;
}

const KNOWN = new Set(['svg', 'title', 'desc', 'style', 'g', 'a', 'rect', 'path', 'text', 'tspan']);

describe('svg', () => {
  it('in a page is links with words, and has no style of its own', () => {
    const svg = mapSvg(REPORT.coverage.all, TAXONOMY, { ...EMBEDDED, hrefFor: (id) => `#element=${id}` });
    const elements = elementsOf(svg);
    expect(
      elements.some(({ name, attributes }) => name === 'style' || 'style' in attributes || 'id' in attributes),
    ).toBe(false);
    const links = [...svg.matchAll(/<a [^>]*href="([^"]*)"[^>]*>\s*<title>([^<]*)<\/title>/g)];
    expect(links.map(([, href, title]) => [href, title])).toEqual([
      ['#element=monitoring', 'Monitoring / 監視・運用: 12 of 57 talks, 21 %'],
      ['#element=drift', 'Data drift / データドリフト: 12 of 57 talks, 21 %'],
      ['#element=incidents', 'Failures / 障害対応: 0 of 57 talks, 0 %'],
      ['#element=foundation', 'Foundation / 基盤: 17 of 57 talks, 30 %'],
      ['#element=pipelines', 'Pipelines / パイプライン: 17 of 57 talks, 30 %'],
    ]);
    expect(elements[0]?.attributes['role']).toBe('group');
  });

  it('alone is one picture with its own style sheet', () => {
    const elements = elementsOf(mapSvg(REPORT.coverage.all, TAXONOMY, { ...EMBEDDED, standalone: true }));
    expect(elements[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': 'Which part?' });
    expect(elements.slice(1, 4).map(({ name }) => name)).toEqual(['title', 'desc', 'style']);
    expect(elements.some(({ name }) => name === 'a')).toBe(false);
    expect(MAP_CSS).toMatch(/prefers-color-scheme:dark[\s\S]*@media print/);
  });

  it('counts main topics when shares are of those', () => {
    const report = reportFrom(TAXONOMY, { talks: [{ tags: ['drift', 'pipelines'], times: 4 }], weight: 'primary' });
    const svg = mapSvg(report.coverage.all, TAXONOMY, { ...EMBEDDED, weight: 'primary' });
    expect(svg).toContain('Data drift / データドリフト: 4 of 4 talks, 100 %');
    expect(svg).toContain('Pipelines / パイプライン: 0 of 4 talks, 0 %');
    expect(svg).toContain('Talks whose main topic it is');
  });

  it('is called what the collection is', () => {
    const svg = coverageSvg({ ...REPORT, title: '京都の<MLOps>' }, contextOf({ taxonomy: TAXONOMY }));
    expect(svg).toContain('aria-label="京都の&lt;MLOps&gt;"');
  });

  it('tells small maps apart by one scale of their own that holds every share, with its legend', () => {
    const report = reportFrom(TAXONOMY, {
      talks: [
        { tags: ['drift'], event: '京都' },
        { tags: ['drift'], event: 'OpML', times: 2 },
        { tags: [], event: 'OpML', times: 16 },
      ],
      by: 'event',
    });
    const svg = coverageSvg(report, contextOf({ taxonomy: TAXONOMY }));
    const [all = '', small = ''] = svg.split('By event');
    for (const step of ['≤5 %', '6–10 %', '11–20 %', '21–30 %', '31–50 %', '51–100 %']) {
      expect(small).toContain(`>${step}<`);
    }
    expect(all).not.toContain('>51–100 %<');
    expect(svg).not.toMatch(/>\d+\+ %</);
    expect(small).toContain('share of the talks of the group');
    expect(small).toContain('グループの発表に占める割合');
    const shades = [...small.matchAll(/class="m-s(\d) m-cell"[^>]*><title>Data drift [^:]*: ([^<]*)</g)];
    expect(shades.map(([, shade, words]) => [words, shade])).toEqual([
      ['2 of 18 talks, 11 %', '3'],
      ['1 of 1 talk, 100 %', '6'],
    ]);
  });

  it.each([
    [1, 299, '1 of 300 talks, &lt;1 %'],
    [299, 1, '299 of 300 talks, &gt;99 %'],
    [300, 0, '300 of 300 talks, 100 %'],
  ])('calls a share nothing or all only where it is: %i talks and %i others', (drift, others, words) => {
    const talks = [
      { tags: ['drift'], times: drift },
      { tags: [], times: others },
    ];
    const report = reportFrom(TAXONOMY, { talks });
    expect(mapSvg(report.coverage.all, TAXONOMY, EMBEDDED)).toContain(`Data drift / データドリフト: ${words}`);
    const map = terminalMap(report.coverage.all, contextOf({ taxonomy: TAXONOMY }), {
      caption: '発表',
      weight: 'talk',
    });
    expect(map).toContain(words.replace(/^.*, /, '').replace('&lt;', '<').replace('&gt;', '>'));
  });

  it('shows elements that only the records know', () => {
    const report = reportFrom(TAXONOMY, { talks: [{ tags: ['withdrawn'] }] });
    expect(mapSvg(report.coverage.all, TAXONOMY, EMBEDDED)).toContain('withdrawn: 1 of 1 talk, 100 %');
  });

  it.each([
    '</text></svg><script>alert(1)</script>',
    '"><a href="javascript:alert(1)">',
    '\u001b[31m赤\u0007',
    '\u202eevil\u2066',
    'データ]]>&#x3c;script>',
  ])('keeps %j text', (name) => {
    const taxonomy = taxonomyFrom(
      [{ id: name, label: { en: name }, elements: { [`${name}!`]: { en: name, ja: name } } }],
      { en: name },
    );
    const report = reportFrom(taxonomy, { talks: [{ tags: [`${name}!`], event: name }, { tags: [] }], by: 'event' });
    const svg = mapSvg(report.coverage.all, taxonomy, {
      ...EMBEDDED,
      title: name,
      caption: name,
      standalone: true,
      hrefFor: (id) => `#${id}`,
      small: { title: name, groups: report.coverage.groups.map((group) => ({ name: group.key, group })) },
    });
    expect(elementsOf(svg).filter((seen) => !KNOWN.has(seen.name))).toEqual([]);
    expect(elementsOf(svg).filter((seen) => seen.name === 'a')).toHaveLength(2);
    expect(svg).not.toMatch(/[^\P{Cc}\n]|[\u202e\u2066]/u);
  });
});

const NAME = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    'データ',
    '特徴量ストア・特徴量エンジニアリング（基盤）',
    'Hyperparameter tuning',
    'W'.repeat(90),
    '👩‍🔧 運用',
  ),
);
const KNOWN_PARTS = [
  'data-preparation',
  'production',
  'foundation',
  'llmops',
  'organization',
  '__proto__',
  'constructor',
];
const ANY_PARTS = fc
  .uniqueArray(fc.oneof(fc.constantFrom(...KNOWN_PARTS), fc.stringMatching(/^p[0-9]{1,3}$/)), { maxLength: 40 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          label: fc.record({ en: NAME, ja: NAME }, { requiredKeys: [] }),
          elements: fc
            .array(fc.record({ en: NAME, ja: NAME }, { requiredKeys: [] }), { maxLength: 9 })
            .map((labels) => Object.fromEntries(labels.map((label, index) => [`${id}-${index}`, label]))),
        }),
      ),
    ),
  );

function overlap(a: Rectangle, b: Rectangle): boolean {
  const apart = a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01;
  return !apart && a.y + a.height > b.y + 0.01 && b.y + b.height > a.y + 0.01;
}

describe('whatever the taxonomy', () => {
  it('has every element once, in an area that holds it, and nothing over anything else', () => {
    fc.assert(
      fc.property(ANY_PARTS, fc.constantFrom(WIDE, 420), (parts, width) => {
        const taxonomy = taxonomyFrom(parts, TITLE);
        const plan = planMap(reportFrom(taxonomy, { talks: [] }).coverage.all, taxonomy, 'talk');
        const { areas } = placeMap(plan, width);
        const ids = areas.flatMap(({ boxes }) => boxes.map(({ box }) => box.id));
        const expected = parts.flatMap(({ id, elements }) =>
          Object.keys(elements).length === 0 ? [id] : Object.keys(elements),
        );
        expect(ids.toSorted()).toEqual(expected.toSorted());
        for (const [index, area] of areas.entries()) {
          expect(area.x + area.width).toBeLessThanOrEqual(width + 0.01);
          expect(areas.slice(index + 1).some((other) => overlap(area, other))).toBe(false);
          for (const box of area.boxes) expect(box.y + box.height).toBeLessThanOrEqual(area.y + area.height + 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fits every terminal, all edges in line', () => {
    fc.assert(
      fc.property(ANY_PARTS, fc.integer({ min: 40, max: 200 }), fc.boolean(), (parts, width, unicode) => {
        const taxonomy = taxonomyFrom(parts, TITLE);
        const { all } = reportFrom(taxonomy, { talks: [{ tags: ['p1-0'], times: 1234 }] }).coverage;
        const map = terminalMap(all, contextOf({ taxonomy, width, unicode }), {
          caption: '1234 talks',
          weight: 'talk',
        });
        for (const line of map.split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          if (/^[│┌└+|]/.test(line)) expect(displayWidth(line)).toBe(width);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('terminal', () => {
  const options = { caption: '57 talks', weight: 'talk' } as const;
  const shown = (overrides: Parameters<typeof contextOf>[0], lang?: string) =>
    terminalMap(REPORT.coverage.all, contextOf({ taxonomy: TAXONOMY, ...overrides }), {
      ...options,
      ...(lang === undefined ? {} : { lang }),
    });

  it('says the same with colours and without', () => {
    const colours = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*m`, 'g');
    expect(shown({ color: 3 }).replace(colours, '')).toBe(shown({ color: 0 }));
    expect(shown({ color: 3 })).not.toBe(shown({ color: 0 }));
  });

  it('speaks the language that was asked for, then that of the talks', () => {
    expect(shown({ width: 46 }, 'ja')).toContain('どの辺?');
    expect(shown({ width: 46, lang: 'en' }, 'ja')).toContain('Which part?');
  });

  it.each([
    [99, 'en', false],
    [100, 'en', true],
    [140, 'ja', true],
    [99, 'ja', false],
  ])('in %i columns, asked for %s, shows the other names on all boxes: %s', (width, lang, hasBoth) => {
    const map = shown({ width, lang });
    const names = { en: ['Data drift', 'Failures', 'Pipelines'], ja: ['データドリフト', '障害対応', 'パイプライン'] };
    const [own, other] = lang === 'en' ? [names.en, names.ja] : [names.ja, names.en];
    for (const name of own) expect(map).toContain(name);
    for (const name of other) expect(map.includes(name), name).toBe(hasBoth);
  });

  it('is called what the collection is', () => {
    const map = coverageMap({ ...REPORT, title: 'MLOps of 京都\u001b[2J' }, contextOf({ taxonomy: TAXONOMY }));
    expect(map.split('\n')[0]).toBe('MLOps of 京都␛[2J');
  });

  it('draws nothing but ASCII of its own where a terminal shows no more', () => {
    const taxonomy = taxonomyFrom([{ id: 'trust', label: { en: 'Trust' }, elements: { xai: { en: 'Reasons' } } }], {
      en: 'Which?',
    });
    const { all } = reportFrom(taxonomy, { talks: [{ tags: ['xai'] }] }).coverage;
    expect(terminalMap(all, contextOf({ taxonomy, unicode: false }), { caption: '1 talk', weight: 'talk' })).toMatch(
      /^[ -~\n]*$/,
    );
  });
});
