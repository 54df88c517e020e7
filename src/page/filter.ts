/** The filter's fields ⇄ the view. */

import type { View } from '../report/coverage/html/address.ts';
import { type PageData, STATUSES } from '../report/coverage/html/data.ts';
import { byId } from './dom.ts';
import { type NameField, nameField } from './name-field.ts';

export type Filter = Omit<View, 'ui' | 'before' | 'after'>;

export class FilterForm {
  readonly #text = byId('filter-text', HTMLInputElement);
  readonly #concept = byId('filter-concept', HTMLSelectElement);
  readonly #lang = byId('filter-lang', HTMLSelectElement);
  readonly #status = byId('filter-status', HTMLSelectElement);
  readonly #primary = byId('filter-primary', HTMLInputElement);
  readonly #group: NameField | undefined;
  readonly #tool: NameField | undefined;
  readonly #organisation: NameField | undefined;

  constructor({ groups, tools, organisations }: PageData) {
    this.#group = nameField('filter-group', groups);
    this.#tool = nameField('filter-tool', tools);
    this.#organisation = nameField('filter-organisation', organisations);
  }

  /** `typed` while somebody types, which should not fill the way back. */
  onChange(change: (typed: boolean) => void): void {
    this.#text?.addEventListener('input', () => change(true));
    for (const field of [this.#concept, this.#lang, this.#status, this.#primary])
      field?.addEventListener('change', () => change(false));
    for (const field of [this.#group, this.#tool, this.#organisation]) field?.onChange(() => change(false));
    byId('filter', HTMLFormElement)?.addEventListener('submit', (event) => event.preventDefault());
  }

  read(): Filter {
    const status = STATUSES.find((name) => name === this.#status?.value);
    const [group, tool, organisation] = [this.#group?.chosen, this.#tool?.chosen, this.#organisation?.chosen];
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
    this.#group?.show(group);
    this.#tool?.show(tool);
    this.#organisation?.show(organisation);
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
