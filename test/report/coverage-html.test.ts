import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { coverageHtml } from '../../src/report/coverage/html/index.ts';
import { h, isSafeLink } from '../../src/report/coverage/html/node.ts';
import { CHANGE_WORDS, WORDS } from '../../src/report/coverage/html/words.ts';
import { htmlText, jsonForScript, toHtml } from '../../src/report/coverage/html/write.ts';
import { ASSETS, pageOf, reportOf } from './coverage-html-support.ts';
import { NINE, sketch, TALKS } from './coverage-text-talks.ts';
import { contextOf } from './support.ts';

const HOSTILE = '</script><img src=x onerror="alert(1)">\u2028<!--"\'&';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

/** The content of each element of a name. */
function contentsOf(html: string, tag: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))].map(
    ([, content = '']) => content,
  );
}

function dataOf(html: string): unknown {
  return JSON.parse(contentsOf(html, 'script')[0] ?? 'null');
}

describe('the policy of the page', () => {
  const html = pageOf(TALKS);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

  it('lets its own style sheet and script in by their hashes, and nothing else', () => {
    const styles = contentsOf(html, 'style').map((style) => `'sha256-${sha256(style)}'`);
    const script = contentsOf(html, 'script').at(-1) ?? '';
    expect(script).toBe(ASSETS.script);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${styles.join(' ')}`,
      `script-src 'sha256-${sha256(script)}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('needs no style or code in attributes', () => {
    const body = html.slice(html.indexOf('<body>')).replace(/<script[\s\S]*?<\/script>/g, '');
    expect(body).not.toMatch(/\sstyle=/);
    expect(body).not.toMatch(/<[^>]*\son\w+=/);
    expect(contentsOf(html, 'style')).toHaveLength(2);
  });

  it.each(['script', 'style'] as const)('has a %s that does not end its element', (name) => {
    expect(ASSETS[name]).not.toMatch(/<\/(?:script|style)|<!--/i);
    expect(ASSETS[name].length).toBeGreaterThan(1000);
  });
});

describe('hostile talks', () => {
  const talks = [
    sketch(HOSTILE, 'drift:<b>MLflow</b>', {
      event: '<svg onload=alert(1)>',
      organisations: ['"><script>alert(1)</script>'],
      speakers: ['悪い\u202e人'],
      url: 'javascript:alert(1)',
    }),
    sketch('良い発表', 'drift', { event: '夜会', url: 'https://example.org/' }),
  ];
  const html = pageOf(talks);

  it('stay text in the page and in its data', () => {
    expect(contentsOf(html, 'script')).toHaveLength(2);
    expect(html).not.toMatch(/<img|<b>|<svg onload/);
    expect(html).not.toContain('\u202e');
    expect(dataOf(html)).toMatchObject({ groups: ['<svg onload=alert(1)>', '夜会'] });
  });

  it('link to the web alone', () => {
    expect(html).not.toContain('javascript:alert');
    expect(html).toContain('https://example.org/');
  });
});

describe('what is written', () => {
  it.each([
    ['text', '監視 <b> & "x"', '監視 &lt;b&gt; &amp; &quot;x&quot;'],
    ['an apostrophe', "OpML '20", 'OpML &#39;20'],
  ])('escapes %s', (_, text, written) => {
    expect(htmlText(text)).toBe(written);
  });

  it('shows both languages, and one text where they are the same', () => {
    expect(toHtml(h('p', {}, WORDS.year))).toBe(
      '<p><span class="en" lang="en">Year</span><span class="ja" lang="ja">年</span></p>',
    );
    expect(toHtml({ en: 'LLMOps', ja: 'LLMOps' })).toBe('LLMOps');
  });

  it.each(['onclick', 'ONLOAD', 'style', 'srcdoc'])('refuses the attribute %s', (name) => {
    expect(() => toHtml(h('a', { [name]: 'x' }))).toThrow(RangeError);
  });

  it.each([
    ['https://example.org/発表', true],
    ['http://example.org', true],
    ['#concept=drift', true],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['JAVASCRIPT:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['//example.org', false],
    ['https://', false],
  ])('takes %j for a safe link: %s', (link, safe) => {
    expect(isSafeLink(link)).toBe(safe);
    expect(toHtml(h('a', { href: link })).includes('href')).toBe(safe);
  });

  it('writes data that a script element holds, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(HOSTILE), fc.constant('監視'))),
        (texts) => {
          const written = jsonForScript(texts);
          expect(written).not.toMatch(/[<>&\u2028\u2029]/);
          expect(JSON.parse(written)).toEqual(texts);
        },
      ),
    );
  });
});

describe('what the page holds', () => {
  it('is the same each time', () => {
    expect(pageOf(TALKS)).toBe(pageOf(TALKS));
  });

  it('has every group and part in a table, with all talks below', () => {
    const html = pageOf(TALKS);
    const [table = ''] = contentsOf(html, 'table');
    const { coverage } = reportOf(TALKS);
    expect(contentsOf(table, 'tr')).toHaveLength(1 + coverage.groups.length + 1);
    expect(table).toContain('MLの夕べ 2021');
    expect(table).toContain('監視・運用');
  });

  it('says how many rows of a table are left out', () => {
    const names = Array.from({ length: 130 }, (_, i) => `会社 ${i}`);
    const html = pageOf([sketch('多くの組織', 'drift', { organisations: names })]);
    expect(html).toContain('30 more are in the JSON report.');
    expect(html).toContain('残り30件はJSONレポートにあります。');
  });

  it('opens in the language of most talks', () => {
    expect(pageOf(TALKS, { lang: 'ja' })).toMatch(/<html lang="ja"[\s\S]*<title>MLOpsのどの辺\?<\/title>/);
    expect(pageOf(TALKS, { lang: 'zh' })).toContain('<html lang="en"');
  });

  it.each([
    ['one talk', [sketch('監視', 'drift')], {}],
    ['talks of no group', [sketch('監視', 'drift')], { by: 'track' }],
    ['groups by two keys', TALKS, { by: 'event', and: 'year' }],
    ['groups by a key of their own', [sketch('会場', 'drift', { extra: { 会場: '大ホール' } })], { by: '会場' }],
  ])('is whole with %s', (_, talks, options) => {
    expect(pageOf(talks, options)).toMatch(/<main>[\s\S]*id="map"[\s\S]*id="list"[\s\S]*<\/html>\n$/);
  });

  it('leaves the list out where counts came without talks', () => {
    const { talks: _, ...counts } = reportOf(TALKS);
    const html = coverageHtml(counts, contextOf({ taxonomy: NINE }));
    expect(html).toContain('id="matrix"');
    expect(/id="filter"|href="#/.test(html.slice(html.indexOf('<main>')))).toBe(false);
  });

  it('carries the name of the collection, what is in it and its years', () => {
    const html = pageOf(TALKS, { title: '京都の<talks>' });
    expect(html).toContain('<title>京都の&lt;talks&gt; · Which part of MLOps?</title>');
    expect(contentsOf(html, 'h1')).toEqual(['京都の&lt;talks&gt;']);
    expect(html).toMatch(/<p class="question">.*MLOpsのどの辺\?/);
    expect(html).toContain('MLの夕べ 2021, Pipelines &#39;19, Pipelines &#39;20 · 2019–2021');
    expect(contentsOf(pageOf(TALKS), 'h1').join()).toContain('Which part of MLOps?');
  });

  it('names many groups by their number alone', () => {
    const talks = Array.from({ length: 7 }, (_, i) => sketch(`発表 ${i}`, 'drift', { event: `会 ${i}`, year: 2020 }));
    expect(pageOf(talks)).toContain('<p class="contents">2020</p>');
  });

  it('says once that there are no talks, and shows no tables of nothing', () => {
    const body = pageOf([]).split('<body>')[1]?.split('<script')[0] ?? '';
    expect(body.split(WORDS.noTalks.en)).toHaveLength(2);
    expect(body).toContain(WORDS.noTalks.ja);
    expect(body).not.toMatch(/<section|<nav|0 \/ 0|0 %/);
  });

  it('says of each number its share and interval, and what its shade stands for', () => {
    const html = pageOf(TALKS);
    const shares = [...html.matchAll(/<td class="s\d" data-share="([^"]*)" title="([^"]*)">(\d+)<\/td>/g)];
    expect(shares.map(([, ...said]) => said)).toContainEqual(['22 %', '2 / 9 · 22 % (95 %: 6–55 %)', '2']);
    const [table = ''] = contentsOf(html, 'table');
    const shades = new Set([...table.matchAll(/class="[^"]*\b(s\d)"/g)].map(([, shade]) => shade));
    const legend = /<p class="shades">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
    expect(shades.size).toBeGreaterThan(1);
    for (const shade of shades) expect(legend).toContain(`class="${shade}"`);
    expect(html.match(/<p class="shades">/g)).toHaveLength(2);
  });

  it('marks rows of few talks by a sign and a hatch, and says so', () => {
    const few = [sketch('一', 'drift', { event: '小さな会' })];
    const many = Array.from({ length: 6 }, (_, i) =>
      sketch(`発表 ${i}`, i === 0 ? 'drift' : 'serving', { event: '大会' }),
    );
    const [table = ''] = contentsOf(pageOf([...few, ...many]), 'table');
    expect(table).toMatch(/<tr class="few"[^>]*><th[^>]*>小さな会<\/th><td class="number">1 ○<\/td>/);
    expect(table.match(/class="few"/g)).toHaveLength(1);
    // Of the large group five in six; one of one alone would need a scale up to all.
    const legend = (talks: readonly CountedTalk[]) => /<p class="shades">([\s\S]*?)<\/p>/.exec(pageOf(talks))?.[1];
    expect(legend([...few, ...many])).toContain('○ 発表が5件未満');
    expect(legend(many)).not.toContain('○');
    expect(legend(few)).not.toContain('%');
  });

  it('says what gaps amount to, and marks those below 5 %', () => {
    const talks = Array.from({ length: 40 }, (_, i) =>
      sketch(`発表 ${i}`, i % 2 === 0 ? 'drift' : 'serving', { event: i % 2 === 0 ? '朝の会' : '夜の会' }),
    );
    const html = pageOf(talks);
    expect(html).toContain(
      '4 pairs of a group and an element were tested. 2 gaps are below 5 % (★); chance alone would put hardly one there.',
    );
    expect(html).toContain(
      'グループと要素の組を4通り調べました。5 %を下回る空白（★）は2件で、偶然だけで下回るのは1件に満たない見込みです。',
    );
    expect(
      /id="gaps-table"[\s\S]*?<\/table>/.exec(html)?.[0].match(/class="notable".*?<strong>&lt;0.1 % ★<\/strong>/g),
    ).toHaveLength(2);
    expect(pageOf(TALKS)).toContain('no gap is below 5 %: chance alone may explain each of them.');
    expect(pageOf(TALKS)).toContain('5 %を下回る空白はありません。');
  });

  it('puts gaps that chance explains behind the others', () => {
    const percents = (rows = ''): readonly number[] =>
      [...rows.matchAll(/<td>(\d+(?:\.\d)?) %<\/td>/g)].map(([, value]) => Number(value));
    const html = pageOf(TALKS);
    const open = percents(/id="gaps-table"([\s\S]*?)<\/table>/.exec(html)?.[1]);
    const further = percents(/id="gaps-table-further"([\s\S]*?)<\/table>/.exec(html)?.[1]);
    expect(open.length).toBeGreaterThan(0);
    expect(Math.max(...open)).toBeLessThanOrEqual(50);
    expect(further.length).toBeGreaterThan(0);
    expect(pageOf([sketch('一', 'drift', { event: '朝' }), sketch('二', '', { event: '夜' })])).toContain(
      WORDS.noStrikingGap.ja,
    );
  });

  it('writes Japanese with Japanese brackets, and names chance with care', () => {
    const texts = [...Object.values(WORDS), ...Object.values(CHANGE_WORDS)].map(({ ja }) => ja).join('\n');
    expect(texts).not.toMatch(/[()]|偶然以上|偶然の範囲|偶然の確率|消滅|色が強い/);
    const html = pageOf(TALKS, { by: 'event' });
    expect(contentsOf(html, 'span').filter((text) => /[\u3040-\u30ff]\s*\(/.test(text))).toEqual([]);
  });

  it('shows targets and what a change does where they were asked for', () => {
    const html = pageOf(TALKS, {
      targets: [
        { target: '監視 >= 3', origin: '--min', concept: 'model-monitoring', group: null, talks: 2, of: 9, met: false },
      ],
      patch: {
        ref: 'main',
        added: [
          { id: 'a', title: '新しい発表 <1>', status: 'tagged', primary: 'drift', elements: ['drift', 'serving'] },
        ],
        changed: [
          { id: 'b', title: '疑わしい発表', status: 'review', primary: null, elements: ['drift'] },
          { id: 'c', title: 'Opening', status: 'untagged', primary: null, elements: [] },
        ],
        removed: [],
        talks: { before: 8, after: 9 },
        parts: {},
        elements: { drift: { before: 1, after: 2 } },
      },
    });
    expect(html).toContain('監視 &gt;= 3');
    expect(html).toContain('新しい発表 &lt;1&gt;');
    const treated = contentsOf(html, 'li').join('\n');
    expect(treated).toContain('Data and concept drift (main subject), Online inference and serving');
    expect(treated).toContain('データドリフト・コンセプトドリフト（主題）、オンライン推論');
    expect(treated).toMatch(/疑わしい発表.*要確認：データドリフト/);
    expect(treated).toMatch(/Opening.*この発表から該当する要素は見つかりませんでした。/);
    expect(html).toContain('class="missed"');
  });
});
