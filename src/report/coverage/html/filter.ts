/** The filter over the list of talks, and the fields of the comparison; the page's script fills the list. */
import type { PageConcept, PageData } from './data.ts';
import { STATUSES } from './data.ts';
import { type Both, type Child, type ElementNode, h } from './node.ts';
import { groupWord, keyWord, languageWord, STATUS_WORDS, WORDS } from './words.ts';

export function filterForm(data: PageData, languages: readonly string[]): ElementNode {
  const groups = data.groups.map((name, index) => option(String(index), groupWord(name)));
  return h(
    'form',
    { id: 'filter', class: 'controls needs-script', 'aria-labelledby': 'list-heading' },
    field(
      'filter-text',
      WORDS.search,
      h('input', {
        id: 'filter-text',
        type: 'search',
        maxlength: 200,
        autocomplete: 'off',
        'aria-describedby': 'filter-text-hint',
      }),
    ),
    select('filter-concept', WORDS.concept, conceptOptions(data.concepts)),
    ...(groups.length === 0 ? [] : [select('filter-group', keyWord(data.by), groups)]),
    // The page's script fills these two: it has the names at hand.
    ...(data.tools.length === 0 ? [] : [select('filter-tool', WORDS.tool, [])]),
    ...(data.organisations.length === 0 ? [] : [select('filter-organisation', WORDS.organisation, [])]),
    ...(languages.length < 2
      ? []
      : [
          select(
            'filter-lang',
            WORDS.languageOfTalk,
            languages.map((lang) => option(lang, languageWord(lang))),
          ),
        ]),
    select(
      'filter-status',
      WORDS.status,
      STATUSES.map((status) => option(status, STATUS_WORDS[status])),
    ),
    h('label', { class: 'check' }, h('input', { id: 'filter-primary', type: 'checkbox' }), ' ', WORDS.primaryOnly),
    h('button', { id: 'filter-clear', type: 'button' }, WORDS.clear),
    h('p', { id: 'filter-text-hint', class: 'hint' }, WORDS.searchHint),
  );
}

export function compareForm(data: PageData): ElementNode {
  const groups = data.groups.map((name, index) => option(String(index), groupWord(name)));
  return h(
    'form',
    { id: 'compare-form', class: 'controls needs-script', 'aria-labelledby': 'compare-heading' },
    field('compare-a', WORDS.first, h('select', { id: 'compare-a' }, ...groups)),
    field('compare-b', WORDS.second, h('select', { id: 'compare-b' }, ...groups)),
    field(
      'compare-order',
      WORDS.order,
      h(
        'select',
        { id: 'compare-order' },
        option('taxonomy', WORDS.orderOfTaxonomy),
        option('difference', WORDS.orderOfDifference),
      ),
    ),
  );
}

/** Each part with its elements. */
function conceptOptions(concepts: readonly PageConcept[]): readonly ElementNode[] {
  return concepts.flatMap((concept, index) => {
    if (concept.part !== undefined) return [];
    const elements = concepts.filter(({ part }) => part === index);
    if (elements.length === 0) return [option(concept.id, concept.label)];
    const whole = {
      en: `${concept.label.en} (${WORDS.wholePart.en})`,
      ja: `${concept.label.ja}（${WORDS.wholePart.ja}）`,
    };
    return [
      h(
        'optgroup',
        { label: concept.label.en, 'data-label-en': concept.label.en, 'data-label-ja': concept.label.ja },
        option(concept.id, whole),
        ...elements.map(({ id, label }) => option(id, label)),
      ),
    ];
  });
}

function select(id: string, label: Both, options: readonly ElementNode[]): ElementNode {
  return field(id, label, h('select', { id }, option('', WORDS.any), ...options));
}

function field(id: string, label: Both, control: Child): ElementNode {
  return h('div', { class: 'field' }, h('label', { for: id }, label), control);
}

/** An option holds text alone: the page's script puts the other language in. */
function option(value: string, { en, ja }: Both): ElementNode {
  return h('option', { value, ...(en === ja ? {} : { 'data-en': en, 'data-ja': ja }) }, en);
}
