import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { read } from './read-support.ts';

const texts = [
  'タイトル: モデルの監視',
  '# 監視\n',
  '# 機械学習基盤\n\n特徴量ストアの運用について話します。\n',
  '# Kubernetes で作る機械学習基盤\n\n異常検知と再学習、データドリフトの監視を扱う。①②\n',
  '# データ\n\nこれは短い。\n',
  '# 概要\n',
  '# 表示\n\n能力とソフト\n',
];

describe('encodings', () => {
  const encodings = ['utf-8', 'Shift_JIS', 'EUC-JP', 'utf-16le', 'utf-16be'];
  const rows = encodings.flatMap((encoding) => texts.map((text) => [encoding, text] as const));

  it.each(rows)('%s: %j', async (encoding, text) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
    const wanted = await read('a.txt', text);
    const { talks, findings } = await read('a.txt', bytes);
    expect(findings).toEqual([]);
    expect(talks.map(({ title, body, abstract }) => [title, body, abstract])).toEqual(
      wanted.talks.map(({ title, body, abstract }) => [title, body, abstract]),
    );
    expect(wanted.talks).toHaveLength(1);
  });

  it('columns count without the byte order mark', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const { talks } = await read('a.csv', iconv.encode('title\n監視\n', encoding, { addBOM: true }));
      expect(talks[0]?.placements?.title?.locate(1)).toEqual({ line: 2, column: 2 });
      const json = await read('a.json', iconv.encode('{"title":"監視"}', encoding, { addBOM: true }));
      expect(json.talks[0]?.placements?.title?.locate(0)).toEqual({ line: 1, column: 11 });
    }
  });

  it('UTF-16 without a mark', async () => {
    const { talks } = await read(
      'a.json',
      iconv.encode('[{"title": "Model monitoring 監視"}]', 'utf-16le', { addBOM: false }),
    );
    expect(talks[0]?.title).toBe('Model monitoring 監視');
  });

  it.each([
    ['Café society and naïve models for résumé parsing in Zürich', 'latin1'],
    ['Über die Qualität der Modelle', 'latin1'],
    ['résumé', 'latin1'],
    ['It’s “drift” — isn’t it? The model’s output', 'windows-1252'],
    ['机器学习平台的实践与思考，如何在生产环境中监控我们的模型，以及数据质量', 'gb18030'],
    ['모델 모니터링과 데이터 드리프트를 다루는 발표입니다. 운영 환경에서 배운 것들', 'euc-kr'],
    ['Мониторинг моделей машинного обучения в продакшене', 'windows-1251'],
    ['«МОНИТОРИНГ МОДЕЛЕЙ» — “МОДЕЛИ” МАШИННОГО ОБУЧЕНИЯ', 'windows-1251'],
    ['Мониторинг моделей машинного обучения', 'koi8-r'],
    ['Мониторинг моделей машинного обучения', 'iso-8859-5'],
    ['Παρακολούθηση μοντέλων μηχανικής μάθησης', 'windows-1253'],
    ['การติดตามแบบจำลองในการใช้งานจริง', 'windows-874'],
    ['模型監控與資料漂移的實務經驗', 'big5'],
  ])('%j in %s is a finding, not a wrong text', async (text, encoding) => {
    const { talks, findings } = await read('a.txt', iconv.encode(text, encoding));
    expect(talks).toEqual([]);
    expect(findings).toMatchObject([{ code: 'undecodable', path: 'a.txt' }]);
  });

  it.each(['ﾓﾃﾞﾙ監視の話', 'ﾓﾃﾞﾙ監視', 'ﾃﾞｰﾀﾄﾞﾘﾌﾄの話｡', '# ﾓﾃﾞﾙの監視\n\nｱﾗｰﾄとﾀﾞｯｼｭﾎﾞｰﾄﾞ、ｻｰﾋﾞｽの話｡\n'])(
    'Shift_JIS with half-width katakana: %j',
    async (text) => {
      const { talks, findings } = await read('a.txt', iconv.encode(text, 'Shift_JIS'));
      expect(findings).toEqual([]);
      expect(`${talks[0]?.title}\n\n${talks[0]?.body ?? ''}`.trim()).toBe(text.replace('# ', '').trim());
    },
  );

  const JIS = '\u001b$B4F;k\u001b(B';
  const UTF32 = (text: string) => iconv.encode(text, 'utf-32le', { addBOM: true });
  it.each([
    ['ISO-2022-JP', Buffer.from(`title,text\n${JIS},x\n`)],
    ['ISO-2022-JP', Buffer.from(`{"title":"${JIS}"}\n{"title":"b"}\n`)],
    ['UTF-32', UTF32('{"title":"監視"}\n')],
    ['UTF-32', iconv.encode('# 監視\n', 'utf-32be', { addBOM: true })],
  ])('%s is a finding that says so, in every format', async (encoding, bytes) => {
    for (const name of ['a.md', 'a.csv', 'a.json', 'a.yaml', 'a.ndjson', undefined]) {
      const { talks, findings } = await read(name, bytes);
      expect(talks).toEqual([]);
      expect(findings).toMatchObject([{ code: 'undecodable', reason: `it is ${encoding}` }]);
    }
  });

  it('colours of a terminal are no encoding', async () => {
    expect((await read('a.md', '# \u001b[31m監視\u001b[0m (B) $B\n')).findings).toEqual([]);
  });

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['PDF', [...Buffer.from('%PDF-1.4 text')]],
    ['zero bytes', [0x61, 0, 0, 0, 0x62, 0x63]],
    ['zip', [0x50, 0x4b, 3, 4, 65]],
  ])('%s is a binary file', async (_name, bytes) => {
    for (const name of ['a.md', 'a.json', 'a.csv']) {
      expect((await read(name, Uint8Array.from(bytes))).findings).toMatchObject([{ code: 'binary-file' }]);
    }
  });

  it('broken UTF-8 behind a mark, broken UTF-16', async () => {
    expect((await read('a.md', Uint8Array.from([0xef, 0xbb, 0xbf, 0xff]))).findings).toMatchObject([
      { code: 'undecodable' },
    ]);
    expect((await read('a.md', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).findings).toMatchObject([
      { code: 'undecodable' },
    ]);
  });

  it.each([
    ['broken UTF-8', 'a.md', [Buffer.from('# 監視\n\n言葉'), [0xff], Buffer.from('と\n')], 'undecodable', 3, 3],
    ['a cut character', 'a.md', [Buffer.from('# 監視\n'), [0xe7, 0x9b]], 'undecodable', 2, 1],
    ['behind replacement characters', 'a.md', [Buffer.from('監視\ufffd監\ufffd'), [0xff, 0x41]], 'undecodable', 1, 6],
    ['behind a mark', 'a.yaml', [[0xef, 0xbb, 0xbf], Buffer.from('a: b\nc: '), [0xff]], 'undecodable', 2, 4],
    [
      'half a pair of UTF-16',
      'a.md',
      [[0xff, 0xfe], Buffer.from('監\n視', 'utf16le'), [0, 0xd8, 0x41, 0]],
      'undecodable',
      2,
      2,
    ],
    ['half a unit of UTF-16', 'a.md', [[0xff, 0xfe], Buffer.from('監\n視', 'utf16le'), [0x41]], 'undecodable', 2, 2],
    [
      'a zero byte',
      'a.json',
      [Buffer.from('{"title":\n"監'), [0], Buffer.from('視の話をします"}')],
      'binary-file',
      2,
      3,
    ],
  ])('is told where it stands: %s', async (_name, name, parts, code, line, column) => {
    const { findings } = await read(name, Buffer.concat(parts.map((part) => Uint8Array.from(part))));
    expect(findings).toMatchObject([{ code, line, column }]);
  });

  it('says where no bytes of a picture stand', async () => {
    const { findings } = await read('a.md', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]));
    expect(findings).toEqual([{ code: 'binary-file', path: 'a.md' }]);
  });

  it('no bytes throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        for (const name of ['a.txt', 'a.json', 'a.ndjson', 'a.csv', 'a.yaml'])
          expect((await read(name, bytes)).done).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
