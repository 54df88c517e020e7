/** Talks as measuring takes them, written short. */
import type { JudgedTalk } from '../../src/evaluate/judged.ts';
import type { Status } from '../../src/talk.ts';

export interface Written {
  readonly gold?: readonly string[];
  /** The first of `gold` when absent. */
  readonly primary?: string | null;
  /** With a confidence behind an @: `drift@0.9`; 0.8 without. */
  readonly found?: readonly string[];
  readonly second?: readonly string[];
  readonly event?: string;
  readonly lang?: string;
  readonly status?: Status;
  readonly title?: string;
}

export function judged(written: Written, number = 1): JudgedTalk {
  const { gold = [], primary = gold[0] ?? null, second, event, lang = 'ja', status = 'tagged' } = written;
  const tags = (written.found ?? []).map((text) => {
    const [id = '', confidence = '0.8'] = text.split('@');
    return { id, confidence: Number(confidence), words: [`${id}の語`] };
  });
  return {
    id: `発表-${number}`,
    title: written.title ?? `発表${number}`,
    lang,
    ...(event === undefined ? {} : { event }),
    source: { path: '発表.ndjson', line: number },
    gold: { tags: gold, primary },
    ...(second === undefined ? {} : { second: { tags: second, primary: second[0] ?? null } }),
    found: { tags: tags.map(({ id }) => id), primary: tags[0]?.id ?? null },
    tags,
    near: [],
    status,
    claims: tags.map(({ id, confidence }) => ({ confidence, right: gold.includes(id) })),
  };
}

export function judgedAll(written: readonly Written[]): readonly JudgedTalk[] {
  return written.map((one, i) => judged(one, i + 1));
}
