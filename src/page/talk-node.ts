/** A talk as an item of the list: what it is, its tags, and the words behind each. */
import { hashOf } from '../report/coverage/html/address.ts';
import { type Child, type ElementNode, h } from '../report/coverage/html/node.ts';
import { moreRows } from '../report/coverage/html/sentences.ts';
import { FIELD_WORDS, STATUS_WORDS, WORDS } from '../report/coverage/html/words.ts';
import { fieldOf, type ShownTag, type ShownTalk } from './talks.ts';

export function talkNode(talk: ShownTalk): ElementNode {
  const date = talk.event.includes(talk.date) ? '' : talk.date;
  const facts = [talk.event, date, talk.speakers.join(', '), talk.organisations.join(', ')].filter(Boolean);
  return h(
    'li',
    { class: 'talk' },
    h('h3', { lang: talk.lang || undefined, dir: 'auto' }, titleOf(talk)),
    h(
      'p',
      { class: 'facts' },
      ...facts.map((fact) => h('bdi', {}, fact)),
      ...(talk.status === 'tagged' ? [] : [h('span', { class: `status ${talk.status}` }, STATUS_WORDS[talk.status])]),
    ),
    talk.tags.length === 0
      ? h('p', { class: 'note' }, WORDS.untaggedTalk)
      : h('ul', { class: 'tags' }, ...talk.tags.map(tagNode)),
  );
}

function titleOf({ title, url }: ShownTalk): Child {
  return url === '' ? title : h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, title);
}

function tagNode({ concept, percent, isPrimary, words, more }: ShownTag): ElementNode {
  return h(
    'li',
    {},
    h(
      'a',
      { class: isPrimary ? 'tag main' : 'tag', href: hashOf({ concept: concept.id, text: '', primary: false }) },
      concept.label,
    ),
    h('span', { class: 'confidence' }, `${percent} %`),
    ...(isPrimary ? [h('span', { class: 'main-subject' }, WORDS.mainSubject)] : []),
    h('span', { class: 'words' }, ...words.flatMap(wording), ...(more > 0 ? [h('span', {}, moreRows(more))] : [])),
  );
}

function wording({ text, term, field }: ShownTag['words'][number]): readonly Child[] {
  return [
    h(
      'span',
      { class: 'word', title: term },
      h('q', { dir: 'auto' }, text),
      ' ',
      h('small', {}, FIELD_WORDS[fieldOf(field)]),
    ),
  ];
}
