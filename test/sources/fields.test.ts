import { describe, expect, it } from 'vitest';
import { isFinding } from '../../src/sources/document.ts';
import type { ReadOptions } from '../../src/sources/read.ts';
import type { Talk } from '../../src/talk.ts';
import { rawAt, read } from './read-support.ts';

async function talkOf(values: Readonly<Record<string, unknown>>, options: ReadOptions = {}): Promise<Talk | undefined> {
  const { talks } = await read('talks/a.ndjson', JSON.stringify(values), options);
  return talks[0];
}

describe('titles', () => {
  it.each([
    [{ title: 'A' }],
    [{ Title: 'A', name: 'B' }],
    [{ talk_title: 'A' }],
    [{ 'Session Title': 'A' }],
    [{ 'Proposal title': 'A' }],
    [{ TITLE: ' A ' }],
    [{ name: 'A', description: 'd' }],
    [{ タイトル: 'A' }],
    [{ 講演タイトル: 'A' }],
    [{ ｔｉｔｌｅ: 'A' }],
    [{ title: { ja: '甲', en: 'A' } }],
    [{ title: '<b>A</b>' }],
    [{ title: '', 'talk title': 'A' }],
    [{ title: null, name: 'A' }],
  ])('%j', async (values) => {
    expect((await talkOf(values))?.title).toBe('A');
  });

  it('takes the language of the talk', async () => {
    const title = { en: 'Drift', ja: 'ドリフト', de: 'Abdrift' };
    expect((await talkOf({ title, language: 'jpn' }))?.title).toBe('ドリフト');
    expect((await talkOf({ title: { de: 'Abdrift', ja: 'ドリフト' } }))?.title).toBe('ドリフト');
    expect((await talkOf({ title: { de: 'Abdrift' } }))?.title).toBe('Abdrift');
  });

  it('decodes entities, keeps what only looks like them', async () => {
    expect(await talkOf({ title: 'A', event: '勉強会 &ndash; <b>春</b>', track: 'R&amp;D' })).toMatchObject({
      event: '勉強会 – 春',
      track: 'R&D',
    });
    expect((await talkOf({ title: 'Q&amp;A &ndash; 監視<br>2' }))?.title).toBe('Q&A – 監視\n2'.replace('\n', ' '));
    expect((await talkOf({ title: 'R&D and a < b > c' }))?.title).toBe('R&D and a < b > c');
    expect((await talkOf({ title: 'A\r\nB' }))?.title).toBe('A  B');
  });

  it('without a title there is no talk', async () => {
    expect(await talkOf({ abstract: '監視' })).toBeUndefined();
    expect(await talkOf({ title: '  ' })).toBeUndefined();
    expect(await talkOf({ title: [] })).toBeUndefined();
    expect(await talkOf({ title: true })).toBeUndefined();
  });
});

describe('descriptions', () => {
  const t = { title: 'T' };
  it.each([
    [{ abstract: 'a', description: 'd' }, 'a', 'd'],
    [{ description: 'd', Abstract: 'a' }, 'a', 'd'],
    [{ abstract: '', summary: 's' }, 's', undefined],
    [{ abstract: 'same words', description: 'same words' }, 'same words', undefined],
    [{ 概要: '監視', 詳細: '詳しく' }, '監視', '詳しく'],
    [{ text: 'x' }, 'x', undefined],
    [{ description: '<p>one &amp; two</p><p>監視</p><pre>code</pre>' }, 'one & two\n監視', undefined],
    [
      {
        description:
          '<nav>Kubeflow</nav><p>監視</p><aside>x</aside><form>y <button>z</button></form><footer>w</footer>',
      },
      '監視',
      undefined,
    ],
    [{ abstract: { en: 'e', ja: 'j' } }, 'e', undefined],
    [{ abstract: ['one', 'two'] }, 'one\ntwo', undefined],
    [{ abstract: 'a', bio: 'b', 'speaker bio': 'c', 登壇者紹介: 'd', profile: 'e' }, 'a', undefined],
    [{ abstract: 'a', transcript: 'x'.repeat(5000) }, 'a', undefined],
    [{ transcript: 'said' }, undefined, 'said'],
    [{ transcript: [{ sec: 1, line: 'said' }, { header: 'h' }, { line: '監視' }] }, undefined, 'said\n監視'],
    [{ 書き起こし: '話した', bio: 'b' }, undefined, '話した'],
  ])('%j', async (values, abstract, body) => {
    const talk = await talkOf({ ...t, ...values });
    expect([talk?.abstract, talk?.body]).toEqual([abstract, body]);
  });

  it('code and link targets in a description are no wording', async () => {
    const talk = await talkOf({ ...t, abstract: 'See [監視](https://mlflow.org/x)\n```\nimport kubeflow\n```\nend' });
    expect(talk?.abstract).not.toMatch(/mlflow|kubeflow/);
    expect(talk?.abstract).toMatch(/監視[\s\S]*end/);
    expect(await talkOf({ ...t, abstract: 'https://mlflow.org/x' })).not.toHaveProperty('abstract');
  });

  it('places of several texts in one body', async () => {
    const content = JSON.stringify({
      title: 'T',
      abstract: 'a',
      description: ' 監視 one',
      summary: 'two <b>ドリフト</b>',
    });
    const { talks } = await read('a.json', content);
    const body = talks[0]?.body ?? '';
    expect(body).toBe('監視 one\n\ntwo ドリフト');
    expect(rawAt(content, talks[0], 'body', 0)).toMatch(/^監視 one/);
    expect(rawAt(content, talks[0], 'body', body.indexOf('two') + 1)).toMatch(/^two <b>/);
    expect(talks[0]?.placements?.body?.exact).toBe(false);
  });
});

describe('keywords', () => {
  it.each([
    [{ tags: ['a', '監視', 'a', ''] }, ['a', '監視']],
    [{ keywords: 'a, 監視、b; c' }, ['a', '監視', 'b', 'c']],
    [{ tags: ['a'], Categories: [{ name: 'b' }, { title: 'c' }], キーワード: 'd' }, ['d', 'a', 'b', 'c']],
    [{ tags: null, categories: [] }, undefined],
    [{ tags: [1, { id: 2 }] }, ['1']],
    [{ category: 'CI / CD' }, ['CI / CD']],
  ])('%j', async (values, keywords) => {
    const found = (await talkOf({ title: 'T', ...values }))?.keywords;
    expect(found === undefined ? found : [...found].sort()).toEqual(
      keywords === undefined ? keywords : [...keywords].sort(),
    );
  });

  it('are placed as if joined by line feeds', async () => {
    const content = '{"title": "T", "tags": ["one", "監視"], "keywords": "x,  ドリフト"}';
    const { talks } = await read('a.json', content);
    const joined = talks[0]?.keywords?.join('\n') ?? '';
    for (const word of ['one', '監視', 'x', 'ドリフト']) {
      expect(rawAt(content, talks[0], 'keywords', joined.indexOf(word)).startsWith(word)).toBe(true);
    }
    expect(talks[0]?.placements?.keywords?.exact).toBe(true);
  });
});

describe('declared tags', () => {
  it.each([
    [{ mlops: ['drift', '監視'] }, ['drift', '監視']],
    [{ mlops: 'drift, 監視、x' }, ['drift', '監視', 'x']],
    [{ MLOps: 'drift' }, ['drift']],
    [{ mlops: [] }, undefined],
    [{ tags: ['drift'] }, undefined],
  ])('%j', async (values, declared) => {
    expect((await talkOf({ title: 'T', ...values }))?.declared).toEqual(declared);
  });

  it('under another key, or deeper', async () => {
    expect(await talkOf({ title: 'T', taxonomy: { Part: ['drift'] } }, { declaredKey: 'taxonomy.part' })).toMatchObject(
      { declared: ['drift'] },
    );
    const talk = await talkOf({ title: 'T', tags: ['drift'], keywords: ['x'] }, { declaredKey: 'tags' });
    expect(talk).toMatchObject({ declared: ['drift'], keywords: ['x'] });
  });
});

describe('facts', () => {
  it.each([
    [{ speakers: 'Jane Doe, 山田 太郎 and Max' }, ['Jane Doe', '山田 太郎', 'Max'], undefined],
    [{ 登壇者: '山田、佐藤' }, ['山田', '佐藤'], undefined],
    [{ speaker: 'Jane (ACME, Inc.)' }, ['Jane'], ['ACME, Inc.']],
    [
      { speakers: [{ name: 'Jane', company: 'ACME' }, { firstName: '太郎', lastName: '山田' }, 'Max'] },
      ['Jane', '太郎 山田', 'Max'],
      ['ACME'],
    ],
    [{ 'Speaker names': ['Jane'], organisation: '株式会社A、B' }, ['Jane'], ['株式会社A', 'B']],
    [{ speakers: [], presenters: 'Jane' }, ['Jane'], undefined],
    [{ speakers: 7 }, undefined, undefined],
  ])('people of %j', async (values, speakers, organisations) => {
    const talk = await talkOf({ title: 'T', ...values });
    expect([talk?.speakers, talk?.organisations]).toEqual([speakers, organisations]);
  });

  it.each([
    [{ date: '2020-11-10 05:18:19-08:00' }, '2020-11-10', 2020],
    [{ date: '2020/2/9' }, '2020-02-09', 2020],
    [{ 開催日: '2020年2月10日(月)' }, '2020-02-10', 2020],
    [{ date: 20200210 }, '2020-02-10', 2020],
    [{ date: 'Feb 10, 2020' }, '2020-02-10', 2020],
    [{ date: 'February 10-12, 2020' }, '2020-02-10', 2020],
    [{ date: '10th February 2020' }, '2020-02-10', 2020],
    [{ date: '2020-13-40', year: '2019' }, undefined, 2019],
    [{ date: 'March 2020' }, undefined, 2020],
    [{ time: '14:00', recorded: '2021-05-06' }, '2021-05-06', 2021],
    [{ slot: { start: '2023-04-01T10:00:00Z' } }, '2023-04-01', 2023],
    [{ year: 2020 }, undefined, 2020],
    [{ 年度: '2020年度' }, undefined, 2020],
    [{ event: "OpML '20" }, undefined, 2020],
    [{ event: 'PyCon JP 2019' }, undefined, 2019],
    [{ event: 'Python 3.2019' }, undefined, undefined],
  ])('day of %j', async (values, date, year) => {
    const talk = await talkOf({ title: 'T', ...values });
    expect([talk?.date, talk?.year]).toEqual([date, year]);
  });

  it.each([
    ['2019-06-07-my-talk.md', '# 監視\n\n運用の話。\n', '2019-06-07', 2019],
    ['_posts/2019-06-07-監視.markdown', '---\ntitle: 監視\n---\nx\n', '2019-06-07', 2019],
    ['2019-06-07-a.md', '---\ntitle: 監視\ndate: 2020-01-02\n---\nx\n', '2020-01-02', 2020],
    ['2019-06-07-a.md', '---\ntitle: 監視\nyear: 2020\n---\nx\n', undefined, 2020],
    ['2019-06-07-a.md', '---\ntitle: 監視\nevent: PyCon JP 2019\n---\nx\n', '2019-06-07', 2019],
    ['2019-13-07-a.md', '# 監視\n\nx\n', undefined, undefined],
    ['2019-06-07-a/b.md', '# 監視\n\nx\n', undefined, undefined],
    ['2019-06-079.md', '# 監視\n\nx\n', undefined, undefined],
  ])('day of a file called %s holding %j', async (name, content, date, year) => {
    const { talks } = await read(name, content);
    expect(talks.map((talk) => [talk.date, talk.year])).toEqual([[date, year]]);
  });

  it('the address of a recording, as pyvideo writes it', async () => {
    const videos = [{ type: 'youtube', url: 'https://youtu.be/監視' }, { url: 'https://b.example' }];
    expect(await talkOf({ title: 'T', videos })).toMatchObject({ url: 'https://youtu.be/監視' });
    expect(await talkOf({ title: 'T', videos, url: 'https://c.example' })).toMatchObject({ url: 'https://c.example' });
    expect(await talkOf({ title: 'T', videos: [] })).not.toHaveProperty('url');
  });

  it.each([
    [
      { 'Description (public)': 'd', 'Notes (監視)': 'n' },
      { abstract: 'd', extra: { 'Notes (監視)': 'n' } },
    ],
    [
      { '概要（公開）': '監視', 'Speaker(s)': 'Jane' },
      { abstract: '監視', speakers: ['Jane'] },
    ],
    [
      { 'Abstract (short)': 's', Abstract: 'a' },
      { abstract: 'a', body: 's' },
    ],
    [
      { 'Tags (max. 5)': 'a, b', 'Start (local) (JST)': '2020-02-10' },
      { keywords: ['a', 'b'], date: '2020-02-10' },
    ],
    [{ '(x)': 'y' }, { extra: { '(x)': 'y' } }],
  ])('a remark in a key is no part of the name: %j', async (values, expected) => {
    expect(await talkOf({ title: 'T', ...values })).toMatchObject(expected);
  });

  it('a remark behind a title, and behind a mere name', async () => {
    expect(await talkOf({ 'タイトル（予定）': '監視' })).toMatchObject({ title: '監視' });
    expect(await talkOf({ 'Name (kanji)': '山田' })).toBeUndefined();
  });

  it('event, track, url', async () => {
    const talk = await talkOf({
      title: 'T',
      conference: { name: 'KubeCon' },
      Track: { en: 'Ops' },
      link: 'https://a.example/x',
      url: 'not a link',
    });
    expect(talk).toMatchObject({
      event: 'KubeCon',
      track: 'Ops',
      url: 'https://a.example/x',
      extra: { url: 'not a link' },
    });
  });

  it('extra: scalars that have no field, no long texts', async () => {
    const talk = await talkOf({
      title: 'T',
      room: 'A',
      level: 3,
      draft: false,
      empty: '',
      none: null,
      long: 'x'.repeat(201),
      list: [1],
      bio: 'b',
      end: '2020-01-01',
    });
    expect(talk?.extra).toEqual({ room: 'A', level: 3, draft: false, end: '2020-01-01' });
  });

  it.each([
    [{ id: 7 }, '7'],
    [{ ID: 'x-1' }, 'x-1'],
    [{ 'Session ID': '902' }, '902'],
    [{ slug: 's', code: 'C1' }, 'C1'],
    [{ slug: 's' }, 'talks/a.ndjson#t'],
    [{ id: '' }, 'talks/a.ndjson#t'],
  ])('id of %j', async (values, id) => {
    expect((await talkOf({ title: 'T', ...values }))?.id).toBe(id);
  });

  it.each([
    ['機械学習 — 基盤！', '機械学習-基盤'],
    ['Ｄｒｉｆｔ　監視', 'drift-監視'],
    ['???', 'talk'],
    ['x'.repeat(500), 'x'.repeat(80)],
    ["It's 2 < 3", 'it-s-2-3'],
  ])('slug of %j', async (title, slug) => {
    expect((await talkOf({ title }))?.id).toBe(`talks/a.ndjson#${slug}`);
  });

  it('names of fields may be added', async () => {
    const aliases = { title: ['Vortragstitel'], keywords: ['Schlagworte'] };
    expect(await talkOf({ Vortragstitel: 'A', title: 'B', schlagworte: '監視' }, { aliases })).toMatchObject({
      title: 'A',
      keywords: ['監視'],
    });
  });
});

it('names of fields may be added for talks listed in front matter too', async () => {
  const content =
    '---\nprogramm:\n  - Vortragstitel: Drift\n    Inhalt: x\n  - Vortragstitel: 監視\n    Inhalt: y\n---\n';
  const aliases = { title: ['Vortragstitel'], abstract: ['Inhalt'] };
  const { talks } = await read('a.md', content, { aliases });
  expect(talks.map(({ title, abstract }) => [title, abstract])).toEqual([
    ['Drift', 'x'],
    ['監視', 'y'],
  ]);
});

it('a finding is no talk', () => {
  expect(isFinding({ code: 'no-talk', path: 'a' })).toBe(true);
});
