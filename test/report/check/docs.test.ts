/** What docs/check-reports.md shows of `pretty` is what comes. UPDATE=1 writes it again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../../config/support.ts';
import { ROOT, run } from '../../support/run.ts';

const PAGE = join(ROOT, 'docs/check-reports.md');
const SAMPLE = /(## `pretty`\n\n```\n)([\s\S]*?)(```\n)/;

const TALKS = `- title: 届いたデータが学習時と違う
  event: 第3回 運用の会
  mlops: [drfit, release]
  description: 入力の分布を毎日比べ、データドリフトを検知して知らせる仕組みを紹介します。
- title: 監視の第一歩
  event: 第3回 運用の会
  mlops: [model-monitoring]
  mlops-locked: true
  description: 本番モデルの精度を見張り、アラートを上げるまで。
- title: 現場の一日
  event: 第3回 運用の会
  mlops: [online-inference] # mlops-tag-disable unsupported-tag: 図だけで話した
  description: 朝から晩まで、何をしているかをお話しします。
`;

it('the sample of docs/check-reports.md is what `check` prints', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const { code, stdout } = await run(['check'], { cwd: folderWith({ '.git/': '', 'talks/2024/予稿集.yaml': TALKS }) });
  expect(code).toBe(1);
  if (process.env['UPDATE'] === '1')
    writeFileSync(
      PAGE,
      page.replace(SAMPLE, (_, a, __, z) => `${a}${stdout}${z}`),
    );
  else expect(SAMPLE.exec(page)?.[2]).toBe(stdout);
});
