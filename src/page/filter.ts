/** The filter's fields ⇄ the view. */

import type { View } from '../report/coverage/html/address.ts';
import { STATUSES } from '../report/coverage/html/data.ts';
import { byId } from './dom.ts';

export type Filter = Omit<View, 'ui' | 'before' | 'after'>;

export class FilterForm {
  readonly #groups: readonly string[];
  readonly #text = byId('filter-text', HTMLInputElement);
  readonly #concept = byId('filter-concept', HTMLSelectElement);
  readonly #group = byId('filter-group', HTMLSelectElement);
  readonly #lang = byId('filter-lang', HTMLSelectElement);
  readonly #status = byId('filter-status', HTMLSelectElement);
  readonly #primary = byId('filter-primary', HTMLInputElement);

  constructor(groups: readonly string[]) {
    this.#groups = groups;
  }

  /** `typed` while somebody types, which should not fill the way back. */
  onChange(change: (typed: boolean) => void): void {
    this.#text?.addEventListener('input', () => change(true));
    for (const field of [this.#concept, this.#group, this.#lang, this.#status, this.#primary])
      field?.addEventListener('change', () => change(false));
    byId('filter', HTMLFormElement)?.addEventListener('submit', (event) => event.preventDefault());
  }

  read(): Filter {
    const status = STATUSES.find((name) => name === this.#status?.value);
    const group = this.#groups[Number(this.#group?.value || Number.NaN)];
    return {
      ...(this.#concept?.value ? { concept: this.#concept.value } : {}),
      ...(group === undefined ? {} : { group }),
      ...(this.#lang?.value ? { lang: this.#lang.value } : {}),
      ...(status === undefined ? {} : { status }),
      text: this.#text?.value ?? '',
      primary: this.#primary?.checked ?? false,
    };
  }

  /** A value that no field offers shows as none. */
  write({ concept = '', group, lang = '', status, text, primary }: Filter): void {
    const index = group === undefined ? -1 : this.#groups.indexOf(group);
    choose(this.#concept, concept);
    choose(this.#group, index < 0 ? '' : String(index));
    choose(this.#lang, lang);
    choose(this.#status, status ?? '');
    if (this.#text !== undefined && this.#text.value !== text) this.#text.value = text;
    if (this.#primary !== undefined) this.#primary.checked = primary;
  }
}

function choose(select: HTMLSelectElement | undefined, value: string): void {
  if (select === undefined) return;
  select.value = value;
  if (select.selectedIndex < 0) select.value = '';
}
