/** The matrix made to fold, sort, hide what is empty, lead to the talks, and be walked with the arrow keys. */

import { hashOf, type Language } from '../report/coverage/html/address.ts';
import type { PageConcept, PageData } from '../report/coverage/html/data.ts';
import { type Both, h } from '../report/coverage/html/node.ts';
import { groupWord, WORDS } from '../report/coverage/html/words.ts';
import { walkByArrows } from './arrows.ts';
import { byId, toDom } from './dom.ts';
import { sortRows } from './sort.ts';

export class MatrixTable {
  readonly #data: PageData;
  readonly #table = byId('matrix', HTMLTableElement);

  constructor(data: PageData) {
    this.#data = data;
    const table = this.#table;
    if (table === undefined) return;
    for (const head of table.tHead?.rows[0]?.cells ?? []) addSortButton(table, head);
    addFolds(table, data);
    if (data.talks !== undefined) linkCells(table, data);
    walkByArrows(table);
    bindToggle('show-elements', (checked) => {
      for (const button of table.querySelectorAll<HTMLElement>('button.fold')) setFold(table, button, checked);
    });
    bindToggle('hide-empty', (checked) => table.classList.toggle('tight', checked));
  }

  /** A number says nothing to who hears it alone: each link is named by its row and column. */
  name(language: Language): void {
    if (this.#table === undefined) return;
    const columns = conceptsOf(this.#table, this.#data);
    const rows = [...this.#table.tBodies, this.#table.tFoot].flatMap((part) => [...(part?.rows ?? [])]);
    for (const row of rows) {
      const group = this.#data.groups[Number(row.dataset['g'])];
      const name = (group === undefined ? WORDS.all : groupWord(group))[language];
      for (const [at, cell] of [...row.cells].entries()) {
        const label = (columns[at]?.label ?? WORDS.talks)[language];
        cell.querySelector('a')?.setAttribute('aria-label', `${cell.title || cell.textContent}, ${name}, ${label}`);
      }
    }
  }
}

function bindToggle(id: string, apply: (checked: boolean) => void): void {
  const box = byId(id, HTMLInputElement);
  box?.addEventListener('change', () => apply(box.checked));
}

function addSortButton(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort';
  button.append(...head.childNodes);
  button.addEventListener('click', () => sortRows(table, head));
  head.append(button);
}

/** A part whose elements stand behind it gets a button that shows them. */
function addFolds(table: HTMLTableElement, { concepts }: PageData): void {
  for (const head of table.querySelectorAll<HTMLElement>('thead th[data-c]')) {
    const part = Number(head.dataset['c']);
    const concept = concepts[part];
    if (concept === undefined || !concepts.some((other) => other.part === part)) continue;
    const name: Both = {
      en: `${WORDS.elementsOf.en} ${concept.label.en}`,
      ja: `${WORDS.elementsOf.ja} ${concept.label.ja}`,
    };
    const [button] = toDom(
      h(
        'button',
        { type: 'button', class: 'fold', 'aria-expanded': 'false', 'data-part': part },
        h('span', { class: 'unseen' }, name),
      ),
    ).children;
    if (!(button instanceof HTMLElement)) continue;
    button.addEventListener('click', () => setFold(table, button, button.getAttribute('aria-expanded') !== 'true'));
    head.append(button);
  }
}

function setFold(table: HTMLTableElement, button: HTMLElement, open: boolean): void {
  button.setAttribute('aria-expanded', String(open));
  const head = button.closest('th');
  for (let next = head?.nextElementSibling; next?.classList.contains('e'); next = next.nextElementSibling) {
    if (!(next instanceof HTMLTableCellElement)) continue;
    for (const row of table.rows) row.cells[next.cellIndex]?.classList.toggle('o', open);
  }
  table.classList.toggle('unfolded', table.querySelector('thead .o') !== null);
}

/** By column; none for those of names and of talks. */
function conceptsOf(table: HTMLTableElement, { concepts }: PageData): readonly (PageConcept | undefined)[] {
  return [...(table.tHead?.rows[0]?.cells ?? [])].map(({ dataset }) => concepts[Number(dataset['c'])]);
}

/** Every number that is not 0 leads to its talks. */
function linkCells(table: HTMLTableElement, data: PageData): void {
  const columns = conceptsOf(table, data);
  const counted = {
    text: '',
    primary: data.weight === 'primary',
    ...(data.includeReview ? {} : { status: 'tagged' as const }),
  };
  for (const row of [...table.tBodies, table.tFoot].flatMap((part) => [...(part?.rows ?? [])])) {
    const group = data.groups[Number(row.dataset['g'])];
    const within = group === undefined ? {} : { group };
    for (const [at, cell] of [...row.cells].entries()) {
      if (at === 0 || cell.textContent === '0') continue;
      const concept = columns[at];
      const href =
        concept === undefined
          ? hashOf({ ...within, text: '', primary: false })
          : hashOf({ concept: concept.id, ...within, ...counted });
      const link = document.createElement('a');
      link.href = href || '#';
      link.append(...cell.childNodes);
      cell.append(link);
    }
  }
}
