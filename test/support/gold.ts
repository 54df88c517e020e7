/** Invented labelled talks, English and Japanese, and a small taxonomy that they are labelled with. */
import type { GoldTalk } from '../../src/evaluate/gold.ts';
import type { LearnSettings } from '../../src/learn/learn.ts';
import type { Talk } from '../../src/talk.ts';
import { taxonomyOf } from './taxonomy.ts';

/** Without a domain: every talk is taken to be about it. `pets` is told by words alone that no label has. */
export const SMALL = taxonomyOf({
  monitoring: { drift: ['data drift', 'データドリフト'], alerts: ['alerting', 'アラート'] },
  development: { training: ['model training', 'モデル学習'], pets: ['zoo', '動物園'] },
});

export const QUICK: LearnSettings = {
  folds: 3,
  iterations: 25,
  wordTalks: 3,
  shared: 1,
  sparse: 0.2,
  l1: 0.05,
  limit: 6,
  practiceWeight: 0.3,
};

export interface Written {
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly lang: 'en' | 'ja';
}

const SUBJECTS: readonly Written[] = [
  { lang: 'en', tags: ['drift'], title: 'Data drift', text: 'We watch data drift of the live model with statistics.' },
  { lang: 'ja', tags: ['drift'], title: 'データドリフトの検知', text: '本番のデータドリフトを統計で見張ります。' },
  { lang: 'en', tags: ['alerts'], title: 'Alerting at night', text: 'Alerting that wakes the right engineer.' },
  { lang: 'ja', tags: ['alerts'], title: 'アラートの設計', text: '夜に起こされないアラートを考えます。' },
  { lang: 'en', tags: ['training'], title: 'Model training', text: 'Model training on many cards, with checkpoints.' },
  { lang: 'ja', tags: ['training'], title: 'モデル学習の話', text: '多くのカードでモデル学習をします。' },
  { lang: 'en', tags: ['pets'], title: 'Fluffy hamsters', text: 'A wheel for fluffy hamsters and their cages.' },
  { lang: 'ja', tags: ['pets'], title: 'ハムスターの回し車', text: 'ハムスターの飼育小屋を作ります。' },
  { lang: 'en', tags: [], title: 'Cooking for friends', text: 'Soup, bread and a long evening.' },
  { lang: 'ja', tags: [], title: '友人のための料理', text: 'スープを作り、パンを焼きます。' },
];

/** Talks in turn over the subjects and over `events` events. */
export function writtenTalks(count: number): readonly Written[] {
  return Array.from({ length: count }, (_, i) => {
    const subject = SUBJECTS[i % SUBJECTS.length];
    if (subject === undefined) throw new RangeError('no subject');
    return { ...subject, title: `${subject.title} ${i}` };
  });
}

export function talkOf(written: Pick<Written, 'title' | 'text' | 'lang'>, id: string, event?: string): Talk {
  const { title, text, lang } = written;
  const source = { path: '発表.ndjson', line: 1 };
  return { id, title, abstract: text, lang, source, ...(event === undefined ? {} : { event }) };
}

export function goldTalks(count: number, events = 7): readonly GoldTalk[] {
  return writtenTalks(count).map((written, i) => ({
    talk: talkOf(written, `発表-${String(i).padStart(3, '0')}`, `event-${Math.floor(i / 2) % events}`),
    gold: { tags: written.tags, primary: written.tags[0] ?? null },
  }));
}
