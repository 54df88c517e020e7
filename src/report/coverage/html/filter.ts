/** The filter over the list of talks, and the fields of the comparison; the page's script fills the list. */
import type { PageConcept, PageData } from './data.ts';
import { STATUSES } from './data.ts';
import { type Both, type Child, type ElementNode, h } from './node.ts';
import { keyWord, languageWord, STATUS_WORDS, WORDS } from './words.ts';

/** More names than that are no list to choose from, and would make the page slow to open. */
const NAMES_TO_CHOOSE_FROM = 200;

const ANY = option('', WORDS.any);

export function filterForm(data: PageData, languages: readonly string[]): ElementNode {
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
    ...nameField('filter-group', keyWord(data.by), data.groups, ANY),
    ...nameField('filter-tool', WORDS.tool, data.tools, ANY),
    ...nameField('filter-organisation', WORDS.organisation, data.organisations, ANY),
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
  return h(
    'form',
    { id: 'compare-form', class: 'controls needs-script', 'aria-labelledby': 'compare-heading' },
    ...nameField('compare-a', WORDS.first, data.groups),
    ...nameField('compare-b', WORDS.second, data.groups),
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

/** A field for one of the names, which the page's script offers there: it has them at hand. */
function nameField(
  id: string,
  label: Both,
  names: readonly string[],
  ...others: readonly ElementNode[]
): readonly ElementNode[] {
  if (names.length === 0) return [];
  if (names.length <= NAMES_TO_CHOOSE_FROM) return [field(id, label, h('select', { id }, ...others))];
  const [list, error] = [`${id}-names`, `${id}-error`];
  const box = h('input', { id, type: 'search', list, autocomplete: 'off', 'aria-errormessage': error });
  return [
    field(id, label, box, h('datalist', { id: list }), h('span', { id: error, class: 'error' }, WORDS.noSuchName)),
  ];
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
  return field(id, label, h('select', { id }, ANY, ...options));
}

function field(id: string, label: Both, ...control: readonly Child[]): ElementNode {
  return h('div', { class: 'field' }, h('label', { for: id }, label), ...control);
}

/** An option holds text alone: the page's script puts the other language in. */
export function option(value: string, { en, ja }: Both): ElementNode {
  return h('option', { value, ...(en === ja ? {} : { 'data-en': en, 'data-ja': ja }) }, en);
}
