/** What stands above the sections: the question, what was counted, the language switch, and the way to the sections. */
import type { CoverageReport } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { labelIn } from '../../labels.ts';
import { plainLine } from '../../text.ts';
import { thousands } from '../thousands.ts';
import { percent } from '../words.ts';
import type { PageData } from './data.ts';
import { type Both, type ElementNode, h } from './node.ts';
import type { Section } from './section.ts';
import { contents, denominators } from './sentences.ts';
import { both, groupsBy, keyWord, STATUS_WORDS, WORDS } from './words.ts';

/** So many groups go by name above the counts. */
const GROUPS_NAMED = 6;

/** Of the browser's window: the collection, then the question; the question alone where nobody named the collection. */
export function titleOf({ title }: CoverageReport, taxonomy: Taxonomy): Both {
  const question = questionOf(taxonomy);
  const name = plainLine(title ?? '');
  return name === '' ? question : both(`${name} · ${question.en}`, `${name} · ${question.ja}`);
}

export function pageHeader(report: CoverageReport, taxonomy: Taxonomy, { groups }: PageData): ElementNode {
  const { weight, includeReview, talks } = report.coverage;
  const inside = contents(groups.length > GROUPS_NAMED ? [] : groups.filter(Boolean), yearsOf(report));
  return h(
    'header',
    {},
    languageSwitch(),
    ...namesOf(report, taxonomy),
    ...(inside.en === '' ? [] : [h('p', { class: 'contents' }, inside)]),
    h('div', { id: 'notice', class: 'notice needs-script', role: 'status' }),
    ...(talks === 0
      ? [h('p', { class: 'lead' }, WORDS.noTalks)]
      : [
          h('dl', { class: 'figures' }, ...figuresOf(report).map(figure)),
          h('p', { class: 'lead' }, denominators(weight, includeReview)),
        ]),
  );
}

function questionOf({ title }: Taxonomy): Both {
  return both(labelIn(title, 'en'), labelIn(title, 'ja'));
}

function namesOf({ title }: CoverageReport, taxonomy: Taxonomy): readonly ElementNode[] {
  const name = plainLine(title ?? '');
  const question = questionOf(taxonomy);
  return name === '' ? [h('h1', {}, question)] : [h('h1', {}, name), h('p', { class: 'question' }, question)];
}

/** `2019–2021`; empty where no talk says its year. */
function yearsOf({ talks, trend }: CoverageReport): string {
  const years = new Set<number>();
  for (const { year } of talks ?? []) if (year !== undefined) years.add(year);
  for (const { key } of trend?.points ?? []) years.add(Number(key));
  const sorted = [...years].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${first}–${last}`;
}

export function navigation(sections: readonly Section[]): ElementNode {
  const links = sections.map(({ id, heading }) => h('li', {}, h('a', { href: `#${id}` }, heading)));
  return h(
    'nav',
    { 'aria-labelledby': 'sections-label' },
    h('span', { id: 'sections-label', class: 'unseen' }, WORDS.sections),
    h('ul', {}, ...links),
  );
}

function languageSwitch(): ElementNode {
  const button = (lang: 'en' | 'ja', name: string): ElementNode =>
    h('button', { type: 'button', lang, 'data-ui': lang, 'aria-pressed': 'false' }, name);
  return h(
    'div',
    { class: 'languages needs-script', role: 'group', 'aria-labelledby': 'language-label' },
    h('span', { id: 'language-label', class: 'unseen' }, WORDS.language),
    button('en', 'English'),
    button('ja', '日本語'),
  );
}

interface Figure {
  readonly name: Both;
  readonly value: string;
  readonly share?: string;
}

function figuresOf({ coverage }: CoverageReport): readonly Figure[] {
  const { by, and, all, groups } = coverage;
  const ofAll = (talks: number): string => percent(all.talks === 0 ? 0 : talks / all.talks);
  const keys = [by, and].flatMap((key) => (key === null ? [] : [key]));
  return [
    { name: WORDS.talks, value: thousands(all.talks) },
    { name: STATUS_WORDS.tagged, value: thousands(all.tagged), share: ofAll(all.tagged) },
    { name: STATUS_WORDS.review, value: thousands(all.review), share: ofAll(all.review) },
    { name: STATUS_WORDS.untagged, value: thousands(all.untagged), share: ofAll(all.untagged) },
    ...(keys.length === 0 ? [] : [{ name: groupsBy(keyWord(keys.join(' · '))), value: thousands(groups.length) }]),
  ];
}

function figure({ name, value, share }: Figure): ElementNode {
  return h(
    'div',
    {},
    h('dt', {}, name),
    h('dd', {}, value, ...(share === undefined ? [] : [h('small', {}, ` ${share}`)])),
  );
}
