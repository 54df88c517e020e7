/** Real files beside the project: what a reader must get from each of them. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidenceText, rawAt, talksOf } from './markdown-support.ts';

const FORMATS = new URL('../../../shared/formats/', import.meta.url);
const SEEDS = new URL('../../../shared/seeds/', import.meta.url);

async function read(folder: URL, name: string) {
  const source = readFileSync(new URL(name, folder), 'utf8');
  return { source, talks: await talksOf(source, { path: name }) };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface Single {
  readonly file: string;
  readonly title: string;
  /** First and last words of the evidence beside the title. */
  readonly from: RegExp;
  readonly to: RegExp;
  readonly not: readonly string[];
  readonly has?: Record<string, unknown>;
}

describe.skipIf(!existsSync(FORMATS))('formats of one talk (skipped where ../shared is missing)', () => {
  it.each<Single>([
    {
      file: 'acasia2026__session-speakers-img-after-abstract.md',
      title: 'Open Chain AI SBOM',
      from: /^An organization/,
      to: /42001\.$/,
      not: ['DevOps', 'Ericsson', 'sessionize'],
      has: { speakers: ['Meixia Wang'], track: 'aiinfra', lang: 'en' },
    },
    {
      file: 'acasia2026__same-session.zh.md',
      title: 'OpenChain AI SBOM',
      from: /^组织应当/,
      to: /支撑。$/,
      not: ['爱立信', 'DevOps'],
      has: { lang: 'zh' },
    },
    {
      file: 'airflowsummit__2024-15-unlocking-fmops-llmops.md',
      title: 'Unlocking FMOps/LLMOps with Airflow: A guide to operationalizing and managing Large Language Models',
      from: /^In the last/,
      to: /on-premises\.$/,
      not: ['images/sessions'],
      has: { speakers: ['Parnab Basak'] },
    },
    {
      file: 'datatalksclub__podcast_huge-frontmatter.md',
      title: 'Building Production ML Platforms: Infrastructure, Workflows, Teams & Governance That Scale',
      from: /^Discover MLOps/,
      to: /ML Platform$/,
      not: ['<br>', 'Thanks a lot', 'feature stores'],
      has: {},
    },
    {
      file: 'dataumbrella__h1-title-about-the-event.md',
      title: 'MLOps: from Concept to Product',
      from: /^Finding ways/,
      to: /./,
      not: ['00:13', 'freelancing', 'awesome-production', 'youtu', 'Feature'],
      has: { speakers: ['Sandra Yojana Meneses'] },
    },
    {
      file: 'davidvonthenen__cfp-bold-labels-no-frontmatter.md',
      title: 'Building Resilient ML Pipelines: Real-Time GPU Scaling with Kubernetes and MLOps',
      from: /^MLOps with/,
      to: /./,
      not: ['DigitalOcean', 'empowers developers', 'youtu'],
      has: { track: 'AI + ML' },
    },
    {
      file: 'deliveryconf__hugo-yaml.md',
      title: 'CI/CD + ML == MLOps - The Way to Speed Bringing Machine Learning to Production',
      from: /^Have you/,
      to: /tool\.$/,
      not: [],
      has: {},
    },
    {
      file: 'devopsdays-web__2018-berlin_multiline-toml-array.md',
      title: 'Workshop: DevOps in Machine Learning: from Development to Production in 90 Days',
      from: /^Workshop If/,
      to: /them\.$/,
      not: [],
      has: { speakers: ['alexander-j-knipping'] },
    },
    {
      file: 'devopsdays-web__2021-seattle_meeta-dash.toml-capitalised-keys.md',
      title: 'Bridging the gap between DevOps & MLOps',
      from: /^Data science/,
      to: /management$/,
      not: [],
      has: { speakers: ['meeta-dash'], date: '2021-05-04' },
    },
    {
      file: '01_minutes_mlse_2020-02-10.md',
      title: 'MLモデル開発・運用ワークフロー検討会の議事メモ（マスク済）',
      from: /^NTTデータ土橋氏/,
      to: /つもり$/,
      not: ['connpass', '2020/02/10'],
      has: {
        date: '2020-02-10',
        url: 'https://mlxse.connpass.com/event/163305/',
        keywords: ['event', 'memo'],
        lang: 'ja',
      },
    },
    {
      file: '04_hugo_frontmatter_chezou_2020-11-10.md',
      title: '機械学習工学研究会の「機械学習基盤 本番適用と運用の事例・知見共有会」を開催しました',
      from: /./,
      to: /思います。$/,
      not: ['iframe', 'youtube nNF', 'presentation/d', 'wakame1367)'],
      has: { date: '2020-11-10', lang: 'ja' },
    },
    {
      file: '07_kangxi_radicals_morinota_ml_orchestrator.md',
      title: '07_kangxi_radicals_morinota_ml_orchestrator',
      from: /^orchestrator/,
      to: /./,
      not: ['techblog.zozo', 'masatakashiwagi'],
      has: {},
    },
  ])('$file', async ({ file, title, from, to, not, has }) => {
    const { source, talks } = await read(FORMATS, file);
    expect(talks.map((talk) => talk.title)).toEqual([title]);
    const [talk] = talks;
    const text = flat(evidenceText(talk));
    expect(text).toMatch(from);
    expect(text).toMatch(to);
    for (const noise of not) expect(text).not.toContain(noise);
    expect(talk).toMatchObject(has ?? {});
    for (const field of ['abstract', 'body'] as const) {
      if (talk?.placements?.[field]?.exact === true)
        expect(rawAt(source, talk, field, 0).charAt(0)).toBe(talk[field]?.charAt(0));
    }
  });

  it('keeps Kangxi radicals as they stand', async () => {
    const { talks } = await read(FORMATS, '07_kangxi_radicals_morinota_ml_orchestrator.md');
    expect(talks[0]?.body).toContain('⾒⽅');
  });
});

describe.skipIf(!existsSync(FORMATS))('formats of many talks (skipped where ../shared is missing)', () => {
  it('talks inside front matter', async () => {
    const { talks } = await read(FORMATS, 'datatalksclub__conference-2021-feb_talks-inside-frontmatter.md');
    expect(talks.map((talk) => talk.title)).toEqual([
      'Industrial Applications of Reinforcement Learning',
      'How to use AI in Consumer Food Product Innovation',
      'Build Your AI Machine Vision System by Yourself',
      'Building an ML System for Southeast Asia’s Largest Hospital Group',
      'Building Data-Intensive Teams',
      'Dangers of Dirty Data',
      'How Your ML Project Will Fail',
      'Translating ML Predictions Into Better Real-World Results with Decision Optimization',
      'The ABC’s of Data Science',
      'Personal Branding',
      'Career Transitioning into Data Science',
      'New Roles and Key Skills to Monetize Machine Learning',
      '10 Foundational Practices of Machine Learning Engineering',
      'Putting Data Science in Production',
      'Machine Learning Design Patterns',
      'Continuous Integration for Machine Learning',
    ]);
    expect(
      talks.every((talk) => talk.event?.startsWith('DataTalks.Club Conference') && talk.abstract !== undefined),
    ).toBe(true);
    expect(talks[0]).toMatchObject({ track: 'Machine Learning Use Cases', date: '2021-02-05', source: { line: 17 } });
  });

  it('headings with links', async () => {
    const { source, talks } = await read(FORMATS, 'terrytangyuan__kubecon-na-2025_many-talks-one-md.md');
    expect(talks.map(({ title, url }) => [title, url])).toEqual([
      [
        '[Keynote] Anchoring Trust in the Age of AI: Identities Across Humans, Machines, and Models',
        'https://sched.co/27dCb',
      ],
      ['[Keynote] Welcome + Opening Remarks, KubeCon North America', 'https://sched.co/27dC4'],
      ['KServe Next: Advancing Generative AI Model Serving', 'https://sched.co/28D4J'],
      ['Introducing TAG Workloads Foundation: Advancing the Core of Cloud Native Execution', 'https://sched.co/27NnE'],
      ['Navigating the Rapid Evolution of Large Model Inference: Where does Kubernetes Fit?', 'https://sched.co/27Nlv'],
      ['Cloud Native & Kubernetes AI Day Closing Remarks', 'https://sched.co/28F9C'],
    ]);
    expect(talks.map((talk) => flat(talk.abstract ?? '').slice(0, 18))).toEqual([
      'Every revolution i',
      '9000+ attendees',
      'As generative AI r',
      'The CNCF Technical',
      'Large model infere',
      '',
    ]);
    expect(talks[0]?.event).toBe('KubeCon North America 2025 and Co-located Events at Atlanta');
    expect(rawAt(source, talks[2], 'abstract', 0)).toMatch(/^As generative AI/);
  });

  it('questions under headings', async () => {
    const { talks } = await read(FORMATS, '02_many_talks_headings_mlse_2020-11-06_questions.md');
    expect(talks.map((talk) => talk.title)).toEqual([
      'ゼロから始める Kubeflow での機械学習パイプライン構築',
      'リーガルテックにおけるMLOps構築事例の紹介',
      'プレイドにおけるバッチ、リアルタイム基盤の事例紹介',
      'モバイル向け機械学習モデル管理基盤',
      '大規模・複雑な機械学習プロダクトの継続的な改善を支える実験プラットフォーム',
    ]);
    expect(
      talks.every(
        (talk) => /[？。]$|edited\)$|ます$/.test(talk.abstract ?? '') && talk.event?.startsWith('機械学習基盤'),
      ),
    ).toBe(true);
    expect(talks.at(-1)?.abstract).not.toContain('vim');
  });

  it('a table in HTML', async () => {
    const { source, talks } = await read(FORMATS, '05_jekyll_html_table_hackers-champloo_2025.md');
    const titles = talks.map((talk) => talk.title);
    const described = [
      '生成AIの光と闇',
      '開発と管理の視点でサイバーエージェントの最新AI利活用状況を紹介！',
      'デベロッパが今すぐ使えるApple Platformの大規模言語モデルや機械学習',
      '生成AIにできない「ビジネス」の作り方',
      '地方発・IT系教育屋、都会で燃え尽きて沖縄で再起動…の巻 ― 燃え尽きエンジン、波音と太陽でまた動きはじめる!? ―',
      '“考えるだけで動く”を信じて、MQTTに送った脳波の話',
      'Rubyの国のPerlMonger',
      'ジンジャー(jinjer)サービスを支える沖縄の開発拠点について',
      '更なる大規模イベントに向けた ABEMA アーキテクチャの遍歴',
      'AIコーディングエージェント導入とその後――freeeの現場で見えた効果と課題',
      'AI Agentsで沖縄を盛り上げたい (仮)',
    ];
    expect(titles.filter((title) => described.includes(title))).toEqual(described);
    expect(titles.filter((title) => !described.includes(title))).toEqual(
      [1, 2, 3, 4, 5].map((part) => `ライトニングトーク Part ${part}`),
    );
    expect(talks.every((talk) => (talk.abstract ?? '').length > 40)).toBe(true);
    expect(talks[0]?.speakers).toEqual(['淡島 英輝']);
    expect(rawAt(source, talks[0], 'abstract', 0)).toMatch(/^生成AIは受託企業/);
  });

  it('label lines with rules between', async () => {
    const { source, talks } = await read(FORMATS, 'aiewf2025__llms.txt');
    const titles = [...source.matchAll(/^ *Session Title: (.*\S)/gm)].map(([, title]) => title?.replace(/\s+/g, ' '));
    expect(talks).toHaveLength(168);
    expect(talks.map((talk) => talk.title)).toEqual(titles);
    expect(talks[0]).toMatchObject({
      event: "AI Engineer World's Fair 2025",
      track: 'AI PRODUCT MANAGEMENT (TBA)',
      speakers: ['Raiza Martin'],
    });
    expect(flat(evidenceText(talks[0]))).toMatch(/^We're in an .* frustrate them\.$/);
    expect(talks.every((talk) => !/\n\s*(?:Speaker|Format):|={5}|-{5}|Sponsors/.test(evidenceText(talk)))).toBe(true);
  });
});

describe.skipIf(!existsSync(SEEDS))(
  'the five documents the project started from (skipped where ../shared is missing)',
  () => {
    it('000: the talks under its headings', async () => {
      const { talks } = await read(SEEDS, '000_388da5cb5851edd0.txt');
      expect(talks.map(({ title, url }) => [title, url?.split('/').at(-1)])).toEqual([
        ['Runway - Model Lifecycle Management at Netflix', 'cepoi'],
        ['More Data Science, Less Engineering: A Netflix Original', 'goyal'],
        ['inside NVIDIA’s AI Infrastructure for Self-driving Cars', 'farabet'],
        ['Automating Operations with ML', 'underwood'],
        ['How ML Breaks: A Decade of Outages for One Large ML Pipeline', 'papasian'],
      ]);
      expect(
        talks.every(
          (talk) => talk.lang === 'ja' && talk.date === '2020-09-06' && !evidenceText(talk).includes('usenix'),
        ),
      ).toBe(true);
      expect(evidenceText(talks[4])).not.toContain('骨太');
    });

    it('001: a post', async () => {
      const { talks } = await read(SEEDS, '001_4a26c26bbcc87b09.txt');
      expect(talks).toHaveLength(1);
      expect(talks[0]).toMatchObject({
        title: '機械学習工学研究会（MLSE）の夏合宿 2020で本番適用のためのインフラと運用に関する討論会を開催しました',
        date: '2020-07-11',
        lang: 'ja',
      });
      expect(flat(evidenceText(talks[0]))).toMatch(/^\[?@masaru_dobashi.*思います。$/);
      expect(evidenceText(talks[0])).not.toContain('https');
    });

    it('002: a talk for each of its labels', async () => {
      const { source, talks } = await read(SEEDS, '002_455396eacd3610b3.txt');
      const labelled = [...source.matchAll(/• タイトル: (.*)\n.*• キーワード: (.*)\n/g)];
      expect(labelled).toHaveLength(19);
      expect(talks.map((talk) => talk.title)).toEqual(labelled.map(([, title]) => title));
      expect(talks.map((talk) => talk.keywords?.join(', '))).toEqual(labelled.map(([, , keywords]) => keywords));
      expect(talks.filter((talk) => talk.abstract === undefined).map((talk) => talk.title)).toEqual([
        'Reinforcement Learning Based Incremental Web Crawling',
      ]);
      expect(
        talks.map((talk) => talk.abstract?.length ?? 0).reduce((longest, length) => Math.max(longest, length), 0),
      ).toBeLessThan(250);
      expect(talks[0]?.abstract).toMatch(/^CPUでは[\s\S]*について紹介。$/);
      expect(talks[11]?.abstract).toMatch(/レイテンシを目指す。 モデルコンテナをサーブする仕組み。$/);
      expect(talks.at(-2)?.abstract).toMatch(/分析のアーキテクチャ。$/);
      expect(talks.at(-1)?.abstract).toMatch(/改善。$/);
    });

    it('003: a slide deck', async () => {
      const { talks } = await read(SEEDS, '003_17d15673733c7551.txt');
      expect(talks).toHaveLength(1);
      expect(talks[0]).toMatchObject({
        title: 'MLOpsはバズワード',
        speakers: ['fetaro'],
        date: '2021-06-16',
        lang: 'ja',
      });
      expect(evidenceText(talks[0])).toMatch(/^MLOpsという言葉からは[^\n]*紹介します\n$/);
    });

    it('004: minutes', async () => {
      const { talks } = await read(SEEDS, '004_ef4e59559f65afe9.txt');
      expect(talks).toHaveLength(1);
      expect(talks[0]?.title).toBe('MLモデル開発・運用ワークフロー検討会の議事メモ（マスク済）');
      expect(flat(evidenceText(talks[0]))).toMatch(/^NTTデータ土橋氏.*つもり$/);
    });
  },
);
