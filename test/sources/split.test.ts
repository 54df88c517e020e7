import { describe, expect, it } from 'vitest';
import { evidenceText, rawAt, talksOf, titlesOf } from './markdown-support.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('headings that are talks', () => {
  it.each([
    [
      'links in the headings',
      '# Event\n\n## [One](https://sched.co/a)\n\ntext\n\n## [二つ目](https://sched.co/b)\n\n文\n',
      ['One', '二つ目'],
    ],
    ['an abstract label', '# E\n\n## One\n\n**Abstract:**\n\ntext\n\n## 二つ目\n\n**概要:** 文\n', ['One', '二つ目']],
    ['speaker lines', '# E\n\n### One\nSpeaker: Ann\n\ntext\n\n### 二つ目\n登壇者：山田\n\n文\n', ['One', '二つ目']],
    ['by-lines', '# E\n\n## One\n\n*by Ann Lee*\n\ntext\n\n## Two\n\nby Bob Ray\n\ntext', ['One', 'Two']],
    [
      'videos below',
      '## One\n\n- https://youtu.be/abc\n\ntext\n\n## 二\n\n- [動画](https://example.org/v)\n\n文',
      ['One', '二'],
    ],
    ['questions', '# E\n\n## 一つ目 への質問\n\n問\n\n## 二つ目 へのご質問\n\n問', ['一つ目', '二つ目']],
    [
      'sections of a speaker',
      '# E\n\n## One\n\ntext\n\n### Speaker\n\nAnn\n\n## 二\n\n文\n\n### 登壇者\n\n山田',
      ['One', '二'],
    ],
    ['slots', '# E\n\n### 10:00 - 10:30 | One\nSpeaker: A\n\nx\n\n### 11:00〜 二\n*Speaker:* B\n\nx', ['One', '二']],
    ['headings of the first level', '# One\nSpeaker: A\n\nx\n\n# 二\nSpeaker: B\n\nx', ['One', '二']],
    ['sections of an abstract', '# E\n\n## One\n\n### Abstract\n\ntext\n\n## 二\n\n### 概要\n\n文', ['One', '二']],
    ['setext headings', 'One\n---\nSpeaker: A\n\ntext\n\n二つ目の話\n---\nSpeaker: B\n\n文', ['One', '二つ目の話']],
    [
      'talks spread over tracks',
      '# E\n\n## Track A\n\n### One\nSpeaker: A\n\nx\n\n## Track B\n\n### 二\nSpeaker: B\n\nx',
      ['One', '二'],
    ],
    [
      'a talk among the talks that has no sign is left',
      '## One\nSpeaker: A\n\nx\n\n## Two\nSpeaker: B\n\ny\n\n## 懇親会のお知らせ\n\nz',
      ['One', 'Two'],
    ],
  ])('%s', async (_name, text, titles) => {
    expect(await titlesOf(text)).toEqual(titles);
  });

  it.each([
    [
      'an article with headings',
      '# Title\n\n## Why\n\ntext\n\n## How we did it\n\ntext\n\n## What came of it\n\ntext',
      'Title',
    ],
    [
      'an article in Japanese',
      '# 推論基盤の話\n\n## はじめに\n\n文\n\n## 構成\n\n文\n\n## まとめ\n\n文',
      '推論基盤の話',
    ],
    [
      'links to the slides and the video',
      '# T\n\ntext\n\n## Slides\n\nhttps://speakerdeck.com/a/b\n\n## Video\n\nhttps://youtu.be/x\n',
      'T',
    ],
    ['資料と動画', '# 題\n\n文\n\n## 資料\n\nhttps://speakerdeck.com/a/b\n\n## 動画\n\nhttps://youtu.be/x\n', '題'],
    [
      'tools with their home pages',
      '# T\n\n## MLflow\n\nhttps://mlflow.org\n\ntext\n\n## Feast\n\nhttps://feast.dev\n\ntext',
      'T',
    ],
    [
      'chapters with rules between them',
      '# T\n\n## Introduction\n\ntext\n\n---\n\n## Our cluster\n\ntext\n\n---\n\n## Conclusion\n\ntext',
      'T',
    ],
    ['numbered chapters', '# T\n\n## 1. Data\n\nx\n\n---\n\n## 2. Model\n\nx', 'T'],
    ['one link in many sections', '# T\n\n## A1\n\nhttps://youtu.be/x\n\n## B1\n\nx\n\n## C1\n\nx\n\n## D1\n\nx', 'T'],
    ['a title in the front matter and rules', '---\ntitle: T\n---\n\n## Morning\n\nx\n\n---\n\n## Evening\n\nx', 'T'],
  ])('stays one talk: %s', async (_name, text, title) => {
    expect(await titlesOf(text)).toEqual([title]);
  });

  it('gives each talk its text up to the next, its address and the event', async () => {
    const text =
      '---\ntitle: 感想\ndate: 2020-08-01\nlang: ja\n---\n\nintro\n\n## 発表\n\n### One\n\n- https://www.usenix.org/conference/opml20/presentation/a\n\ndrift\n\n#### detail\n\nmore\n\n### 二\n\n- 発表: 山田\n- https://youtu.be/b\n\n監視\n\n---\n\nremark\n';
    const talks = await talksOf(text);
    expect(
      talks.map(({ title, url, event, date, lang, source }) => ({ title, url, event, date, lang, line: source.line })),
    ).toEqual([
      {
        title: 'One',
        url: 'https://www.usenix.org/conference/opml20/presentation/a',
        event: '感想',
        date: '2020-08-01',
        lang: 'ja',
        line: 11,
      },
      { title: '二', url: 'https://youtu.be/b', event: '感想', date: '2020-08-01', lang: 'ja', line: 21 },
    ]);
    expect(talks.map((talk) => flat(evidenceText(talk)))).toEqual(['drift detail more', '監視']);
    expect(talks[1]?.speakers).toEqual(['山田']);
    expect(rawAt(text, talks[1], 'title', 0)).toBe('二');
    expect(rawAt(text, talks[1], 'abstract', 0)).toBe('監視');
  });
});

describe('what a file says of all its talks', () => {
  const talks = '\n\n## One\nSpeaker: A\n\nx\n\n## 二\nSpeaker: B\n\ny\n';

  it.each([
    ['its heading', `# E${talks}`, { event: 'E' }],
    [
      'labels under its heading',
      `# E\n\n日時: 2020/02/10\nEvent: PyData${talks}`,
      { event: 'PyData', date: '2020-02-10' },
    ],
    [
      'its front matter',
      `---\ntitle: E\nDate: 2020-02-10\nlang: ja\n---\n# X${talks}`,
      { event: 'E', date: '2020-02-10', lang: 'ja' },
    ],
    ["its front matter's event", `---\ntitle: Talks\nevent: OpML '20\n---\n${talks}`, { event: "OpML '20" }],
  ])('%s', async (_name, text, said) => {
    const [one, two] = await talksOf(text);
    expect(one).toMatchObject({ title: 'One', ...said });
    expect(two).toMatchObject({ title: '二', ...said });
  });

  it('is not the first talk itself', async () => {
    const [one] = await talksOf('# One\nSpeaker: A\n\nx\n\n# 二\nSpeaker: B\n\ny\n');
    expect(one?.event).toBeUndefined();
  });
});

describe('label lines that are talks', () => {
  it.each([
    [
      'bullets',
      'memo\n\n  • タイトル: 一つ目\n  • キーワード: a, b\n\n文。\n\n  • タイトル: Two\n  • キーワード: c\n\n文。\n',
      ['一つ目', 'Two'],
    ],
    ['plain labels', 'Title: One\nSpeaker: A\nAbstract: x\n\nTitle: 二\nSpeaker: B\nAbstract: y\n', ['One', '二']],
    ['full-width colons', 'タイトル：一つ目\n概要：文\n\nタイトル：二つ目\n概要：文', ['一つ目', '二つ目']],
    ['bold labels', '**Title:** One\n\nx\n\n**Title:** 二\n\ny', ['One', '二']],
    [
      'bold labels above their values',
      '**Session Title**\nOne: a story\n\n**Description**\nx\n\n**Session Title**\n二\n\n**Description**\ny',
      ['One: a story', '二'],
    ],
    ['brackets', '【タイトル】一つ目\n【概要】文\n\n【タイトル】二つ目\n【概要】文', ['一つ目', '二つ目']],
    ['marks', '■タイトル：一\n■講師：A\n\n■タイトル：二\n■講師：B', ['一', '二']],
    ['speaker first', 'Speaker: A\nTitle: One\n\nx\n\nSpeaker: B\nTitle: 二\n\ny', ['One', '二']],
    [
      'rules between',
      '=====\nSession Title: One\nDescription:\n  x\n-----\nSession Title: 二\nDescription:\n  y\n=====\n',
      ['One', '二'],
    ],
    [
      'job titles are none',
      'Title: One\nSpeaker: A\nTitle: CTO\n\nx\n\nTitle: 二\nSpeaker: B\nTitle: CEO\n\ny',
      ['One', '二'],
    ],
    ['a fence around one line', '---\ntitle: One\n---\nTitle: 二\n---\n', ['One', '二']],
    ['a fence around the first', '---\nTitle: One\nSpeaker: A\n---\nTitle: 二\nSpeaker: B\n---\n', ['One', '二']],
  ])('%s', async (_name, text, titles) => {
    expect(await titlesOf(text, { path: 'talks/a.txt' })).toEqual(titles);
    expect(await titlesOf(text, { path: 'talks/a.md' })).toEqual(titles);
    expect(await titlesOf(text, { path: 'talks/a.md', split: 'record' })).toEqual(titles);
  });

  it('gives keywords, values and the text below, and leaves the next title to the next talk', async () => {
    const text =
      '読書\n\n一つ目の話\n\n  • タイトル: 一つ目の話\n  • キーワード: TPU, 性能\n  • スライド: https://a.b/c.pdf\n\nDriftの話。\n\n二段落目。\n\n二つ目 の話\n\n  • タイトル: 二つ目の話\n  • キーワード: 監視\n  • スライド: 非公開\n\n監視の話。\n\nその他の傾向\n\nキーワード:\n\n  • 雑多\n';
    const talks = await talksOf(text, { path: 'a.txt' });
    expect(
      talks.map(({ title, keywords, abstract, source }) => [title, keywords, flat(abstract ?? ''), source.line]),
    ).toEqual([
      ['一つ目の話', ['TPU', '性能'], 'Driftの話。 二段落目。', 3],
      ['二つ目の話', ['監視'], '監視の話。', 13],
    ]);
    expect(rawAt(text, talks[0], 'title', 0)).toBe('一つ目の話');
    expect(rawAt(text, talks[0], 'keywords', 4)).toMatch(/^性能/);
    expect(rawAt(text, talks[1], 'abstract', 0)).toBe('監視の話。');
    expect(talks[0]?.extra).toMatchObject({ スライド: 'https://a.b/c.pdf' });
  });

  it('takes an indented description up to the next label, and the track above', async () => {
    const text =
      '\n# Fair 2025\n\n=====\n---  Track: AGENTS (Hall A) ---\n=====\n\n  Session Title: One\n    Description:\n    First: a line.\n\n    二行目。\n    Speaker: Ann (Acme)\n    Format: Talk\n    -----\n\n=====\n---  Track: Data ---\n=====\n  Session Title: Two\n    Description:\n    Speaker: TBA\n';
    const talks = await talksOf(text, { path: 'a.txt' });
    expect(
      talks.map(({ title, track, event, speakers, abstract }) => ({
        title,
        track,
        event,
        speakers,
        abstract: flat(abstract ?? ''),
      })),
    ).toEqual([
      {
        title: 'One',
        track: 'AGENTS (Hall A)',
        event: 'Fair 2025',
        speakers: ['Ann'],
        abstract: 'First: a line. 二行目。',
      },
      { title: 'Two', track: 'Data', event: 'Fair 2025', speakers: ['TBA'], abstract: '' },
    ]);
  });

  it('leaves biographies and transcripts out', async () => {
    const text =
      'Title: One\nAbstract: 監視\nBio: She built a feature store.\n\nTitle: Two\nAbstract: x\nプロフィール: 特徴量ストアの開発者。\n';
    expect((await talksOf(text)).map((talk) => flat(evidenceText(talk)))).toEqual(['監視', 'x']);
  });
});

describe('rules between talks', () => {
  const text =
    '# Evening\n\n## One fine day\n\na\n\n---\n\n## 二つ目\n\nb\n\n***\n\n## Three: a story\n\nc\n\n---\n\nThanks to all.\n';

  it('cut where each stretch has a heading of its own', async () => {
    const talks = await talksOf(text);
    expect(talks.map(({ title, abstract, event }) => [title, flat(abstract ?? ''), event])).toEqual([
      ['One fine day', 'a', 'Evening'],
      ['二つ目', 'b', 'Evening'],
      ['Three: a story', 'c', 'Evening'],
    ]);
    expect(await titlesOf(text, { split: 'record' })).toEqual(['One fine day', '二つ目', 'Three: a story']);
  });
});

describe('tables of talks in markdown', () => {
  it('gives a talk a row, formalities left out', async () => {
    const text =
      '# E\n\n| Time | Title | Speaker |\n|---|---|---|\n| 9:00 | Registration | |\n| 10:00 | [Drift](https://a.b) in *practice* | Ann |\n| 11:00 | 監視の話 | 山田 |\n| 12:00 | Lunch | |\n';
    const talks = await talksOf(text);
    expect(talks.map(({ title, speakers, event }) => [title, speakers, event])).toEqual([
      ['Drift in practice', ['Ann'], 'E'],
      ['監視の話', ['山田'], 'E'],
    ]);
    expect(rawAt(text, talks[0], 'title', 6)).toMatch(/^in \*practice/);
  });

  it.each([
    ['books', '# T\n\ntext\n\n| Title | Year |\n|---|---|\n| A | 1 |\n| B | 2 |\n'],
    ['jobs', '# T\n\ntext\n\n| Name | Title |\n|---|---|\n| A | CTO |\n| B | CEO |\n'],
  ])('is no table of talks: %s', async (_name, text) => {
    expect(await titlesOf(text)).toEqual(['T']);
  });
});

describe('--split', () => {
  const article = '# T\n\n## One\n\na\n\n## 二\n\nb\n';
  const talks = '# T\n\n## One\nSpeaker: A\n\na\n\n## 二\nSpeaker: B\n\nb\n';
  const front = '---\ntitle: E\ntalks:\n  - title: One\n    abstract: a\n  - title: 二\n---\n\n# x\n';

  it.each([
    [article, 'auto', ['T']],
    [article, 'none', ['T']],
    [article, 'heading', ['One', '二']],
    [article, 'record', ['T']],
    [talks, 'auto', ['One', '二']],
    [talks, 'none', ['T']],
    [talks, 'record', ['T']],
    [front, 'auto', ['One', '二']],
    [front, 'record', ['One', '二']],
    [front, 'none', ['E']],
    ['# A\n\nx\n\n# 二\n\ny', 'heading', ['A', '二']],
    ['no heading', 'heading', ['a']],
  ] as const)('%j with %s', async (text, split, titles) => {
    expect(await titlesOf(text, { split })).toEqual(titles);
  });
});

describe('what a file of several talks says of them', () => {
  const file = (below: string) =>
    `# MLSE 夜話\n\n${below}\n\n## 監視\n\nSpeaker: Jane Doe\nスライド: https://speakerdeck.com/a/b\n\n話。\n\n## Drift\n\nSpeaker: 山田\nSlides: <https://speakerdeck.com/c/d>\n\nText.\n`;

  it.each([
    ['2020-02-10', '2020-02-10'],
    ['2020年2月10日（月） 19:00〜21:00', '2020-02-10'],
    ['*Monday, February 10th, 2020*', '2020-02-10'],
    ['2020/02/10', '2020-02-10'],
    ['2020-02-10 に開きました', undefined],
    ['In May 3, 2020 we met', undefined],
    ['本文です。', undefined],
  ])('a line %j below its title', async (below, date) => {
    const talks = await talksOf(file(below));
    expect(talks.map((talk) => [talk.title, talk.event, talk.date])).toEqual([
      ['監視', 'MLSE 夜話', date],
      ['Drift', 'MLSE 夜話', date],
    ]);
  });

  it('a label line that is the address is nothing else', async () => {
    const talks = await talksOf(file(''));
    expect(talks.map(({ url, extra }) => [url, extra])).toEqual([
      ['https://speakerdeck.com/a/b', undefined],
      ['https://speakerdeck.com/c/d', undefined],
    ]);
  });
});

it.each([
  ['Title: 監視\nMPP: Model Performance Predictor\nSpeaker: Jane\n\n話。\n', undefined, ['Jane']],
  ['Title: 監視\nSpeaker: Jane\n\nMPP: Model Performance Predictor\n', undefined, ['Jane']],
  ['Title: 監視\nSpeaker: Jane\n\nPart two: what we learned\n', undefined, ['Jane']],
  ['Title: 監視\n難しさ: 初級\nSpeaker: Jane\n\n話。\n', { 難しさ: '初級' }, ['Jane']],
])('a name that nobody knows is a label only beside one that we know: %j', async (text, extra, speakers) => {
  const [talk] = await talksOf(text, { path: 'a.txt' });
  expect([talk?.title, talk?.extra, talk?.speakers]).toEqual(['監視', extra, speakers]);
});
