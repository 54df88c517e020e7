/** The figures are those of ../shared/corpus/score.mjs, on the talks of the corpus that are not kept back. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalRecordSchema } from '../../src/schema/eval-record.ts';
import { ROOT, run } from '../support/run.ts';

const CORPUS = join(ROOT, '../shared/corpus');

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-score-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Lines that are kept back are dropped as they stand, unread. */
function seenLines(lang: string): string {
  const lines = readFileSync(join(CORPUS, `${lang}.ndjson`), 'utf8').split('\n');
  return lines.filter((line) => /"blind": ?false/.test(line)).join('\n');
}

describe.skipIf(!existsSync(CORPUS))('score.mjs and eval (skipped without ../shared)', () => {
  it.each(['en', 'ja'])('agree on %s to three decimals', async (lang) => {
    const gold = join(place, `${lang}.ndjson`);
    const predicted = join(place, `${lang}-predicted.ndjson`);
    writeFileSync(gold, `${seenLines(lang)}\n`);
    expect((await run(['tag', gold, '-f', `ndjson=${predicted}`])).code).toBe(0);
    const argv = [join(CORPUS, 'score.mjs'), gold, predicted, '--seen', '--json', '--per-element'];
    const script = JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1e8 }));

    const { code, stdout, stderr } = await run(['eval', gold, '-f', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    const ours = evalRecordSchema.parse(JSON.parse(stdout));
    expect([ours.talks, script.missing]).toEqual([script.talks, 0]);
    expect(ours.talks).toBeGreaterThan(100);
    for (const [name, value] of Object.entries(ours.scores)) {
      if (typeof value === 'number') expect(value, name).toBeCloseTo(script[name], 3);
      else for (const [rate, one] of Object.entries(value ?? {})) expect(one, name).toBeCloseTo(script[name][rate], 3);
    }
    const elements = new Map(ours.elements.map((element) => [element.id, element]));
    for (const { id, gold: labelled, f1 } of script.perElement) {
      expect(elements.get(id)?.gold, id).toBe(labelled);
      expect(elements.get(id)?.f1, id).toBeCloseTo(f1, 3);
    }
  });
});
