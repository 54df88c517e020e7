/** What stands above the sections: the question, what was counted, the language switch, and the way to the sections. */
import type { CoverageReport } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { labelIn } from '../../labels.ts';
import { percent } from '../words.ts';
import { type Both, type ElementNode, h } from './node.ts';
import type { Section } from './section.ts';
import { count, denominators, groupsBy, keyWord, STATUS_WORDS, WORDS } from './words.ts';

export function titleOf({ title }: Taxonomy): Both {
  return { en: labelIn(title, 'en'), ja: labelIn(title, 'ja') };
}

export function pageHeader(report: CoverageReport, taxonomy: Taxonomy): ElementNode {
  const { weight, includeReview } = report.coverage;
  return h(
    'header',
    {},
    languageSwitch(),
    h('h1', {}, titleOf(taxonomy)),
    h('dl', { class: 'figures' }, ...figuresOf(report).map(figure)),
    h('p', { class: 'lead' }, denominators(weight, includeReview)),
  );
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
    { name: WORDS.talks, value: count(all.talks) },
    { name: STATUS_WORDS.tagged, value: count(all.tagged), share: ofAll(all.tagged) },
    { name: STATUS_WORDS.review, value: count(all.review), share: ofAll(all.review) },
    { name: STATUS_WORDS.untagged, value: count(all.untagged), share: ofAll(all.untagged) },
    ...(keys.length === 0 ? [] : [{ name: groupsBy(keyWord(keys.join(' · '))), value: count(groups.length) }]),
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
