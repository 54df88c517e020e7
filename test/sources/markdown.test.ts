import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceText, rawAt, resultsOf, talksOf, titlesOf } from './markdown-support.ts';

const flat = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

describe('the title of a file that is one talk', () => {
  it.each([
    ['a heading at the top', '# Drift in the wild\n\ntext', 'a.md', 'Drift in the wild'],
    ['in Japanese', '# 監視のはじめかた\n\n文', 'a.md', '監視のはじめかた'],
    ['a closed heading', '# Title #\n\ntext', 'a.md', 'Title'],
    ['a setext heading', 'データの話\n==========\n\n文', 'a.md', 'データの話'],
    ['marks in it', '# *Why* `kubectl` [fails](https://a.b) **often**', 'a.md', 'Why kubectl fails often'],
    ['a lone heading of level two', '## Title\n\ntext', 'a.md', 'Title'],
    ['below a badge', '![badge](https://a.b/c.svg)\n\n# Title\n\ntext', 'a.md', 'Title'],
    ['below label lines', 'Date: 2020/02/10\n\n# 題\n\n文', 'a.md', '題'],
    ['the front matter before the heading', '---\ntitle: Front\n---\n# Heading\n\ntext', 'a.md', 'Front'],
    [
      'a speaker before the colon',
      '# Ana Maria Silva: MLOps: from A to B\n\n## About the Event\n\nx',
      'a.md',
      'MLOps: from A to B',
    ],
    [
      'a colon that follows no name',
      '# Deep Learning: a love story\n\n## About the Event\n\nx',
      'a.md',
      'Deep Learning: a love story',
    ],
    ['a name, but nothing about an event', '# Ana Silva: a life\n\ntext', 'a.md', 'Ana Silva: a life'],
    [
      'a heading deep in the text is none',
      '## refs\n\n- [a](https://b.c)\n\n# orchestrator\n\n- text',
      'talks/07_ml_orchestrator.md',
      '07_ml_orchestrator',
    ],
    ['a heading below text is none', 'text\n\n# Title\n\nmore', 'C:\\talks\\話.md', '話'],
    ['a section name is none', '# はじめに\n\n文\n\n# 本題\n\n文', 'talks/はなし.md', 'はなし'],
    [
      'the label of a form',
      '**Session Title**  \nBuilding Pipelines: a story\n\n**Description**  \nx',
      'a.md',
      'Building Pipelines: a story',
    ],
    ['a label deep in the text', '# 議事メモ\n\n文が続く。\n\nTitle: other\n', 'a.md', '議事メモ'],
    ['a heading that is a label', '# Session Title\n\n題名\n\n# Abstract\n\n文', 'a.md', '題名'],
    ['the first line of plain text', 'One line of title\n\nMore text.', 'a.txt', 'One line of title'],
    ['in Japanese too', '検索ログを学習データに変えるまで\n\n文です。', 'a.txt', '検索ログを学習データに変えるまで'],
    ['a sentence is no title', '検索ログを学習データに変えます。\n文です。', 'talks/b.txt', 'b'],
    ['a long line is no title', `${'word '.repeat(40)}\n\ntext`, 'talks/b.txt', 'b'],
    ['markdown takes no first line', 'Just words\n\nmore', 'talks/c.md', 'c'],
  ])('%s', async (_name, text, path, title) => {
    const talks = await talksOf(text, { path });
    expect(talks.map((talk) => talk.title)).toEqual([title]);
    const raw = rawAt(text, talks[0], 'title', 0);
    if (text.includes(title)) expect(raw.startsWith(title)).toBe(true);
  });

  it('places every word of a title with marks in it', async () => {
    const text = 'Date: 2020/02/10\n\n# *Why* `kubectl`  [fails](https://a.b)';
    const [talk] = await talksOf(text);
    expect(rawAt(text, talk, 'title', 'Why '.length)).toMatch(/^kubectl`/);
    expect(rawAt(text, talk, 'title', 'Why kubectl '.length)).toMatch(/^fails\]/);
    expect(talk?.placements?.title?.exact).toBe(true);
  });
});

describe('label lines under the title', () => {
  it('are values', async () => {
    const text =
      '# 議事メモ\n\nDate: 2020/02/10\nTags: event, memo\nURL: https://example.org/e/1/\n場所: 豊洲\n登壇者: 山田、佐藤\n\n# 議論\n\n- 監視\n    - ドリフト\n';
    const [talk, ...others] = await talksOf(text);
    expect(others).toEqual([]);
    expect(talk).toMatchObject({
      title: '議事メモ',
      date: '2020-02-10',
      keywords: ['event', 'memo'],
      url: 'https://example.org/e/1/',
      speakers: ['山田', '佐藤'],
      extra: { 場所: '豊洲' },
    });
    expect(flat(evidenceText(talk))).toBe('議論 監視 ドリフト');
    expect(rawAt(text, talk, 'body', (talk?.body ?? '').indexOf('ドリフト'))).toBe('ドリフト');
  });

  it('end where prose begins', async () => {
    const [talk] = await talksOf('# T\n\nSpeaker: Ann\n\nText here.\n\nDate: is not a label in prose.\n');
    expect(talk).toMatchObject({ speakers: ['Ann'] });
    expect(talk?.date).toBeUndefined();
    expect(flat(talk?.body)).toBe('Text here. Date: is not a label in prose.');
  });

  it('may give the abstract', async () => {
    const [talk] = await talksOf('Title: 題\nSpeaker: Ann (Acme)\nAbstract:\nFirst line.\n二行目。\n');
    expect(talk).toMatchObject({
      title: '題',
      abstract: 'First line.\n二行目。',
      speakers: ['Ann'],
      organisations: ['Acme'],
    });
  });
});

describe('what is no description is no evidence', () => {
  const talk = async (text: string): Promise<string> =>
    flat(
      evidenceText(
        (
          await talksOf(
            `---\ntitle: T\n---\n\nMonitoring is what this long text is about, word after word and line after line, all the way down to here.\n\n${text}`,
          )
        )[0],
      ),
    ).replace(/^Monitoring is .*? to here\. ?/, '');

  it.each([
    ['Speakers:', '### Speakers:\n\nAnn built a feature store.\n\n#### More\n\nKubeflow\n'],
    ['About the speaker', '## About the Speaker\n\nKubeflow'],
    ['讲师', '### 讲师:\n\n特征平台'],
    ['登壇者プロフィール', '## 登壇者プロフィール\n\n特徴量ストアを作った。'],
    ['自己紹介', '# 自己紹介\n\n- Kubeflow'],
    ['numbered', '## 3. 講師紹介\n\nKubeflow'],
    ['setext', 'About me\n--------\n\nKubeflow'],
    ['bold', '**Bio:**\nKubeflow and drift'],
    ['emoji', '## 🎤 Speaker\n\nKubeflow'],
    ['a link list', '## Key Links\n- Video: https://a.b/drift\n- [MLflow](https://mlflow.org)'],
    ['参考文献', '## 参考文献\n\n- [特徴量](https://a.b)'],
    ['time stamps', '## Timestamps\n00:00 Drift\n01:00 Kubeflow'],
    ['a transcript', '## Transcript\n\nAnn: we used Kubeflow for everything.'],
    ['文字起こし', '## 文字起こし\n\n特徴量ストアの話をします。'],
    ['code', '```python\nimport mlflow\n```'],
  ])('%s', async (_name, text) => {
    expect(await talk(text)).toBe('');
  });

  it.each([
    ['the section after it', '## Speaker\n\nKubeflow\n\n## Outlook\n\nDrift', 'Outlook Drift'],
    [
      'prose among references',
      '## 参考文献\n\nこの話は特徴量の本に基づく。\n\n- [x](https://a.b)',
      'この話は特徴量の本に基づく。',
    ],
    ['a section with another name', '## Speaker recognition\n\nDrift', 'Speaker recognition Drift'],
    ['the audience', '## 対象者\n\n監視をする人', '対象者 監視をする人'],
  ])('but %s stays', async (_name, text, kept) => {
    expect(await talk(text)).toBe(kept);
  });

  it('keeps a transcript where nothing else is said', async () => {
    const [only] = await talksOf('# T\n\n## Transcript\n\nWe used Kubeflow.');
    expect(flat(evidenceText(only))).toContain('Kubeflow');
  });

  it('takes the section about the event for the abstract', async () => {
    const [one] = await talksOf(
      '# T\n\n## Upcoming Events\nJoin us!\n\n## About the Event\nDrift explained.\n\n監視も。\n\n## Resources\n- x: https://a.b',
    );
    expect(one?.abstract).toBe('Drift explained.\n\n監視も。');
  });
});

describe('the page of a slide deck', () => {
  const deck = (description: string): string =>
    `Upgrade to Pro — share decks privately, control downloads, hide ads and more …\n\n監視の話\n\n 監視の話\n\n${description}taro\n\nJune 6, 2021\nTweet\n\nMore Decks by taro\n\nOther Decks in Technology\n\nTranscript\n\n  1. Example Inc.\n    監視の話\n    架空 太郎\n\n    View Slide\n\n  2. ⾃⼰紹介\n    2\n    名前:架空 Kubeflow\n\n    View Slide\n\n  3. データ\n    ドリフトの監視\n    3\n\n    View Slide\n`;

  it('is one talk; beside a description its transcript is no evidence', async () => {
    const text = deck('短い説明です。\n\n');
    const [talk, ...others] = await talksOf(text, { path: 'talks/deck.txt' });
    expect(others).toEqual([]);
    expect(talk).toMatchObject({
      title: '監視の話',
      abstract: '短い説明です。',
      speakers: ['taro'],
      date: '2021-06-06',
    });
    expect(talk?.body).toBeUndefined();
    expect(rawAt(text, talk, 'abstract', 0)).toBe('短い説明です。');
  });

  it('is read where nobody described the talk, without navigation and biography', async () => {
    const [talk] = await talksOf(deck(''), { path: 'talks/deck.txt' });
    expect(talk?.abstract).toBeUndefined();
    expect(flat(talk?.body)).toBe('Example Inc. 監視の話 架空 太郎 データ ドリフトの監視');
  });
});

describe('any text gives talks or findings', () => {
  const piece = fc.constantFrom(
    ...[
      '---\n',
      '+++\n',
      '{\n',
      '"title": ',
      '# ',
      '## ',
      '### ',
      '\n',
      '\n\n',
      '\r\n',
      'Title: ',
      'タイトル：',
      '**Title**\n',
      '• タイトル: ',
      'Speaker: x\n',
    ],
    ...[
      'Abstract:',
      '**Abstract:**',
      '概要',
      'への質問',
      '===\n',
      '- ',
      '    ',
      '[a](https://youtu.be/b)',
      '<td class="talk-title">',
      '</td>',
      '<b>',
      '&amp;',
    ],
    ...[
      '```\n',
      '<!--',
      '| Title | Speaker |\n|---|---|\n',
      '| a | b |\n',
      'View Slide\n',
      '  1. x\n',
      'Transcript\n',
      'title: x\n',
      'talks:\n  - name: y\n',
      '監視',
      'text',
      '\u0000',
      '\ud800',
      '\t',
      ': ',
    ],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('and every exact place points at the character that the field has there', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom('a.md', 'a.txt', 'a.mdx'),
        fc.constantFrom('auto', 'none', 'heading', 'record'),
        async (source, path, split) => {
          await resultsOf(source, { path, split });
          for (const talk of await talksOf(source, { path, split })) {
            for (const field of ['title', 'abstract', 'body'] as const) {
              const value = talk[field] ?? '';
              if (talk.placements?.[field]?.exact !== true) continue;
              for (let at = 0; at < Math.min(value.length, 200); at += 3) {
                if (/\S/.test(value.charAt(at)))
                  expect([value, at, rawAt(source, talk, field, at).charAt(0)]).toEqual([value, at, value.charAt(at)]);
              }
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it.each(['[', '](', '-', '#', '# a\n', ' ', '<', '<a ', '*', '`', '- \n', '\n', '{', 'Title:\n', '---\n', '|'])(
    '200,000 characters of %j',
    async (mark) => {
      const source = mark.repeat(Math.ceil(200_000 / mark.length));
      expect((await resultsOf(source)).length).toBeLessThanOrEqual(1);
      expect(await titlesOf(source, { path: 'a.txt' })).toEqual(expect.any(Array));
    },
  );
});

it('headings of the site around a text are no titles', async () => {
  const text =
    '<nav>\n\n# メニュー\n\n* Kubeflow\n\n</nav>\n\n# モデルの監視\n\n運用の話。\n\n<footer>Airflow</footer>\n';
  const [talk, ...others] = await talksOf(text);
  expect(others).toEqual([]);
  expect(talk?.title).toBe('モデルの監視');
  expect(evidenceText(talk).trim()).toBe('運用の話。');
});

describe('speakers below a heading of their own', () => {
  it.each([
    ['Speakers', '- Jane Doe\n- 山田 太郎', ['Jane Doe', '山田 太郎']],
    [
      'Speaker(s)',
      '* **Jane Doe** — head of ML at ACME\n* [John van Dam](https://x.org), Drift Inc.',
      ['Jane Doe', 'John van Dam'],
    ],
    ['登壇者', '- 山田太郎（株式会社監視）\n  - 機械学習が好きです。\n- 佐藤 花子さん', ['山田太郎', '佐藤 花子さん']],
    ['講演者', '山田太郎、佐藤花子', ['山田太郎', '佐藤花子']],
    ['Speaker', 'Jane Doe and Max Mustermann', ['Jane Doe', 'Max Mustermann']],
    ['Speaker', 'Jane Doe is an engineer who likes drift.', undefined],
    ['登壇者', '機械学習基盤の監視をしています。', undefined],
    ['登壇者', '- 所属: ACME\n- 監視の経験が10年', undefined],
    ['About the speaker', 'Jane Doe', undefined],
  ])('## %s holding %j', async (heading, names, speakers) => {
    const talks = await talksOf(
      `# モデルの監視\n\n運用の話をします。\n\n## ${heading}\n\n${names}\n\n## 概要\n\n概要です。\n`,
    );
    expect(talks.map((talk) => [talk.title, talk.speakers])).toEqual([['モデルの監視', speakers]]);
    expect(evidenceText(talks[0])).not.toMatch(/Jane|山田|ACME|Drift|機械学習/);
  });

  it('those of the front matter win', async () => {
    const [talk] = await talksOf('---\ntitle: 監視\nauthor: Jane\n---\n\nx\n\n## Speakers\n\n- John Doe\n');
    expect(talk?.speakers).toEqual(['Jane']);
  });

  it('organisations in brackets are theirs', async () => {
    const [talk] = await talksOf('# 監視\n\nx\n\n## Speakers\n\n- Jane Doe (ACME)\n');
    expect(talk).toMatchObject({ speakers: ['Jane Doe'], organisations: ['ACME'] });
  });
});
