/** The filter's fields ⇄ the view. */

import type { View } from '../report/coverage/html/address.ts';
import { type PageData, STATUSES } from '../report/coverage/html/data.ts';
import { byId } from './dom.ts';

export type Filter = Omit<View, 'ui' | 'before' | 'after'>;

export class FilterForm {
  readonly #data: PageData;
  readonly #text = byId('filter-text', HTMLInputElement);
  readonly #concept = byId('filter-concept', HTMLSelectElement);
  readonly #group = byId('filter-group', HTMLSelectElement);
  readonly #tool = byId('filter-tool', HTMLSelectElement);
  readonly #organisation = byId('filter-organisation', HTMLSelectElement);
  readonly #lang = byId('filter-lang', HTMLSelectElement);
  readonly #status = byId('filter-status', HTMLSelectElement);
  readonly #primary = byId('filter-primary', HTMLInputElement);

  constructor(data: PageData) {
    this.#data = data;
    offer(this.#tool, data.tools);
    offer(this.#organisation, data.organisations);
  }

  /** `typed` while somebody types, which should not fill the way back. */
  onChange(change: (typed: boolean) => void): void {
    this.#text?.addEventListener('input', () => change(true));
    for (const field of [
      this.#concept,
      this.#group,
      this.#tool,
      this.#organisation,
      this.#lang,
      this.#status,
      this.#primary,
    ])
      field?.addEventListener('change', () => change(false));
    byId('filter', HTMLFormElement)?.addEventListener('submit', (event) => event.preventDefault());
  }

  read(): Filter {
    const status = STATUSES.find((name) => name === this.#status?.value);
    const group = chosen(this.#group, this.#data.groups);
    const tool = chosen(this.#tool, this.#data.tools);
    const organisation = chosen(this.#organisation, this.#data.organisations);
    return {
      ...(this.#concept?.value ? { concept: this.#concept.value } : {}),
      ...(group === undefined ? {} : { group }),
      ...(tool === undefined ? {} : { tool }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(this.#lang?.value ? { lang: this.#lang.value } : {}),
      ...(status === undefined ? {} : { status }),
      text: this.#text?.value ?? '',
      primary: this.#primary?.checked ?? false,
    };
  }

  /** A value that no field offers shows as none. */
  write({ concept = '', group, tool, organisation, lang = '', status, text, primary }: Filter): void {
    choose(this.#concept, concept);
    chooseName(this.#group, this.#data.groups, group);
    chooseName(this.#tool, this.#data.tools, tool);
    chooseName(this.#organisation, this.#data.organisations, organisation);
    choose(this.#lang, lang);
    choose(this.#status, status ?? '');
    if (this.#text !== undefined && this.#text.value !== text) this.#text.value = text;
    if (this.#primary !== undefined) this.#primary.checked = primary;
  }
}

/** Names by their indexes, in the order of their table. */
function offer(select: HTMLSelectElement | undefined, names: readonly string[]): void {
  select?.append(...names.map((name, index) => new Option(name, String(index))));
}

function chosen(select: HTMLSelectElement | undefined, names: readonly string[]): string | undefined {
  return select === undefined || select.value === '' ? undefined : names[Number(select.value)];
}

function chooseName(select: HTMLSelectElement | undefined, names: readonly string[], name: string | undefined): void {
  const index = name === undefined ? -1 : names.indexOf(name);
  choose(select, index < 0 ? '' : String(index));
}

function choose(select: HTMLSelectElement | undefined, value: string): void {
  if (select === undefined) return;
  select.value = value;
  if (select.selectedIndex < 0) select.value = '';
}
