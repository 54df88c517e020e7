/** Above everything: that the list is filtered and by what, and what the address names in vain. */
import { isFiltered, type View } from '../report/coverage/html/address.ts';
import type { PageData } from '../report/coverage/html/data.ts';
import { type Both, type Child, type ElementNode, h } from '../report/coverage/html/node.ts';
import { matching } from '../report/coverage/html/sentences.ts';
import { groupWord, languageWord, STATUS_WORDS, WORDS } from '../report/coverage/html/words.ts';
import { byId, toDom } from './dom.ts';
import { strangersIn } from './strangers.ts';

export class Notice {
  readonly #data: PageData;
  readonly #place = byId('notice', HTMLDivElement);

  constructor(data: PageData) {
    this.#data = data;
  }

  /** `found`: how many talks match the view, which stands in the address as `hash`. */
  show(view: View, found: number, hash: string): void {
    const strangers = strangersIn(hash, this.#data);
    const filters = isFiltered(view) ? filtersOf(view, this.#data) : [];
    const lines = [
      ...(strangers.length === 0 ? [] : [named(WORDS.strangers, strangers.map(quoted))]),
      ...(filters.length === 0 ? [] : [this.#filtered(filters, found)]),
    ];
    this.#place?.replaceChildren(toDom(...lines));
  }

  #filtered(filters: readonly Both[], found: number): ElementNode {
    return named(
      WORDS.filteredList,
      filters,
      ' · ',
      h('a', { href: '#list' }, matching(found, this.#data.talks?.length ?? 0)),
      ' ',
      h('button', { type: 'button', class: 'clear' }, WORDS.clear),
    );
  }
}

function named({ en, ja }: Both, names: readonly Both[], ...more: readonly Child[]): ElementNode {
  const list = names.flatMap((name, index) => [
    ...(index === 0 ? [] : [{ en: ', ', ja: '、' }]),
    h('strong', {}, h('bdi', {}, name)),
  ]);
  return h('p', {}, { en: `${en}: `, ja: `${ja}：` }, ...list, ...more);
}

/** What the view asks for and the page knows, in words. */
function filtersOf(view: View, { concepts, groups, tools, organisations, strings }: PageData): readonly Both[] {
  const concept = concepts.find(({ id }) => id === view.concept);
  const { group, tool, organisation, lang, status, text } = view;
  return [
    ...(concept === undefined ? [] : [concept.label]),
    ...(group !== undefined && groups.includes(group) ? [groupWord(group)] : []),
    ...[tool, organisation].flatMap((name) =>
      name !== undefined && (tools.includes(name) || organisations.includes(name)) ? [both(name)] : [],
    ),
    ...(lang !== undefined && strings.includes(lang) ? [languageWord(lang)] : []),
    ...(status === undefined ? [] : [STATUS_WORDS[status]]),
    ...(text.trim() === '' ? [] : [quoted(text)]),
    ...(view.primary ? [WORDS.primaryOnly] : []),
  ];
}

function quoted(text: string): Both {
  return { en: `“${text}”`, ja: `「${text}」` };
}

function both(text: string): Both {
  return { en: text, ja: text };
}
