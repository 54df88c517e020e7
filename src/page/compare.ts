/** Two groups side by side, counted here from the talks by the code that the report counts with. */
import { comparisonOf } from '../coverage/compare.ts';
import type { CoverageGroup } from '../coverage/types.ts';
import type { View } from '../report/coverage/html/address.ts';
import { comparisonTable, type Order } from '../report/coverage/html/comparison.ts';
import type { PageData } from '../report/coverage/html/data.ts';
import { byId, toDom } from './dom.ts';
import { type NameField, nameField } from './name-field.ts';
import type { Talks } from './talks.ts';

export class Compare {
  readonly #data: PageData;
  readonly #talks: Talks;
  readonly #before: NameField | undefined;
  readonly #after: NameField | undefined;
  readonly #order = byId('compare-order', HTMLSelectElement);
  readonly #counted = new Map<number, CoverageGroup>();
  #shown = '';

  constructor(data: PageData, talks: Talks) {
    this.#data = data;
    this.#talks = talks;
    this.#before = nameField('compare-a', data.groups);
    this.#after = nameField('compare-b', data.groups);
  }

  onChange(change: () => void): void {
    for (const field of [this.#before, this.#after]) field?.onChange(change);
    this.#order?.addEventListener('change', change);
  }

  read(): Pick<View, 'before' | 'after'> {
    const [before, after] = [this.#before?.chosen, this.#after?.chosen];
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  }

  show(view: Pick<View, 'before' | 'after'>): void {
    if (this.#before === undefined || this.#after === undefined) return;
    const [first = 0, second = 1] = this.#data.compared ?? [];
    const before = this.#indexOf(view.before, first);
    const after = this.#indexOf(view.after, second);
    this.#before.show(this.#data.groups[before]);
    this.#after.show(this.#data.groups[after]);
    const order: Order = this.#order?.value === 'difference' ? 'difference' : 'taxonomy';
    const asked = `${before} ${after} ${order}`;
    if (asked === this.#shown) return;
    this.#shown = asked;
    const comparison = comparisonOf(this.#side(before), this.#side(after), this.#data.weight);
    const table = comparisonTable(comparison, this.#data.concepts, order);
    byId('comparison', HTMLDivElement)?.replaceChildren(toDom(table));
  }

  #side(index: number) {
    let group = this.#counted.get(index);
    if (group === undefined) {
      group = this.#talks.group(index);
      this.#counted.set(index, group);
    }
    return { name: this.#data.groups[index] ?? '', group };
  }

  #indexOf(name: string | undefined, otherwise: number): number {
    const index = name === undefined ? -1 : this.#data.groups.indexOf(name);
    return index < 0 ? otherwise : index;
  }
}
