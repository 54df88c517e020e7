import { describe, expect, it } from 'vitest';
import { rawAt, talksOf, titlesOf } from './markdown-support.ts';

const PROGRAMME = `---
title: 大会プログラム
---

<table>
  <thead><tr><th>時間</th><th>トラック</th></tr></thead>
  <tr><th>9:30</th><td><p class="track-title">開場・受付開始</p></td></tr>
  <tr><th>10:00</th><td>
    <p class="track-title">生成AIと<br>監視 &amp; 運用</p>
    <p class="track-speaker"><a href="https://a.b">山田 太郎</a> / サンプル社<br/><img src="/drift.jpg"></p>
    <p class="track-description">
      <b>[招待]</b><br>
      データドリフトの話です。<br>Feast &lt;3 も。
    </p></td></tr>
  <tr class="track-break"><th>12:00</th><td><p class="track-title"><i class="fa"></i> ランチブレイク</p></td></tr>
  <tr><th>13:00</th><td><p class="track-title">ライトニングトーク</p><ul><li>A | Viteを高速化する話をします。ビルドの時間が半分になりました。</li><li>B | 二つ目の短い話です。</li></ul></td></tr>
  <tr><th>14:00</th><td><p class='track-title'>題名だけの話</p></td></tr>
  <tr><th>17:00</th><td><p class="track-title">クロージング</p>実行委員会<br /></td></tr>
</table>
`;

describe('talks in HTML', () => {
  it('come from elements by their class; breaks and formalities do not', async () => {
    const talks = await talksOf(PROGRAMME, { path: 'a.md' });
    expect(talks.map(({ title, abstract, speakers, event }) => ({ title, abstract, speakers, event }))).toEqual([
      {
        title: '生成AIと 監視 & 運用',
        abstract: '[招待] データドリフトの話です。 Feast <3 も。',
        speakers: ['山田 太郎'],
        event: '大会プログラム',
      },
      {
        title: 'ライトニングトーク',
        abstract: 'A | Viteを高速化する話をします。ビルドの時間が半分になりました。 B | 二つ目の短い話です。',
        event: '大会プログラム',
      },
      { title: '題名だけの話', event: '大会プログラム' },
    ]);
  });

  it('know their places, and are exact only where they stand verbatim', async () => {
    const [first, , last] = await talksOf(PROGRAMME);
    expect(first?.source.line).toBe(9);
    expect(first?.placements?.title?.exact).toBe(false);
    expect(rawAt(PROGRAMME, first, 'title', first?.title.indexOf('監視') ?? -1)).toMatch(/^監視 &amp;/);
    expect(rawAt(PROGRAMME, first, 'abstract', first?.abstract?.indexOf('データ') ?? -1)).toMatch(
      /^データドリフトの話/,
    );
    expect(rawAt(PROGRAMME, first, 'abstract', first?.abstract?.indexOf('<3') ?? -1)).toMatch(/^&lt;3/);
    expect(last?.placements?.title?.exact).toBe(true);
    expect(rawAt(PROGRAMME, last, 'title', 0)).toMatch(/^題名だけの話/);
  });

  it.each([
    [
      'a table with header cells',
      '<table><tr><th>Time</th><th>Title</th><th>Abstract</th></tr><tr><td>1</td><td>One</td><td>a</td></tr><tr><td>2</td><td>二</td><td>b</td></tr></table>',
      ['One', '二'],
    ],
    [
      'タイトル and 登壇者',
      '<table>\n<tr><th>タイトル</th><th>登壇者</th></tr>\n<tr><td>一</td><td>A</td></tr>\n<tr><td>二</td><td>B</td></tr>\n</table>',
      ['一', '二'],
    ],
    [
      'sections',
      '<section><h3 class="session-title">One</h3><div class="description">x</div></section>\n<section><h3 class="session-title">二</h3><div class="description">y</div></section>',
      ['One', '二'],
    ],
    ['upper case', '<P CLASS="talk-title">One</P><P CLASS="talk-title">二</P>', ['One', '二']],
    ['a single one is no list', '# T\n\n<p class="talk-title">One</p>', ['T']],
    ['other classes', '# T\n\n<p class="title">One</p><p class="title">Two</p>', ['T']],
    [
      'a table of books',
      '# T\n\n<table><tr><th>Title</th><th>Year</th></tr><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>',
      ['T'],
    ],
  ])('%s', async (_name, text, titles) => {
    expect(await titlesOf(text)).toEqual(titles);
  });

  it('gives up on nesting without end', async () => {
    expect(await titlesOf(`<p class="talk-title">${'<b>'.repeat(100_000)}One`)).toEqual(expect.any(Array));
  });
});
