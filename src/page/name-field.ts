/** A field for one of the page's names: a list to choose from, or where they are many a box that suggests some. */
import { option } from '../report/coverage/html/filter.ts';
import { groupWord, WORDS } from '../report/coverage/html/words.ts';
import { byId, toDom } from './dom.ts';
import { shownLanguage } from './language.ts';
import { searchable } from './search.ts';

export interface NameField {
  /** Undefined for any. */
  readonly chosen: string | undefined;
  /** In the language that the page shows; a name that is none shows as any. */
  show(name: string | undefined): void;
  onChange(change: () => void): void;
}

/** The field of an id, as the report wrote it; undefined where it has none. */
export function nameField(id: string, names: readonly string[]): NameField | undefined {
  const list = byId(id, HTMLSelectElement);
  if (list !== undefined) return new NameList(list, names);
  const box = byId(id, HTMLInputElement);
  const offers = byId(`${id}-names`, HTMLDataListElement);
  return box === undefined || offers === undefined ? undefined : new NameBox(box, offers, names);
}

class NameList implements NameField {
  readonly #list: HTMLSelectElement;
  readonly #names: readonly string[];

  constructor(list: HTMLSelectElement, names: readonly string[]) {
    this.#list = list;
    this.#names = names;
    list.append(toDom(...names.map((name, index) => option(String(index), groupWord(name)))));
  }

  get chosen(): string | undefined {
    return this.#list.value === '' ? undefined : this.#names[Number(this.#list.value)];
  }

  show(name: string | undefined): void {
    const index = name === undefined ? -1 : this.#names.indexOf(name);
    this.#list.value = index < 0 ? '' : String(index);
  }

  onChange(change: () => void): void {
    this.#list.addEventListener('change', change);
  }
}

/** Nobody looks through more. */
const OFFERED = 30;

class NameBox implements NameField {
  readonly #box: HTMLInputElement;
  readonly #offers: HTMLDataListElement;
  readonly #names: readonly string[];
  #texts: readonly string[] | undefined;
  #chosen: string | undefined;

  constructor(box: HTMLInputElement, offers: HTMLDataListElement, names: readonly string[]) {
    this.#box = box;
    this.#offers = offers;
    this.#names = names;
    box.addEventListener('focus', () => {
      box.select();
      this.#offer('');
    });
    box.addEventListener('input', () => this.#offer(box.value.trim()));
  }

  get chosen(): string | undefined {
    return this.#chosen;
  }

  show(name: string | undefined): void {
    this.#chosen = name !== undefined && this.#names.includes(name) ? name : undefined;
    const text = this.#chosen === undefined ? '' : shownName(this.#chosen);
    if (this.#box.value !== text) this.#box.value = text;
    this.#box.placeholder = WORDS.anyName[shownLanguage()];
    this.#box.setCustomValidity('');
  }

  onChange(change: () => void): void {
    const take = (): void => {
      if (this.#take()) change();
    };
    this.#box.addEventListener('change', take);
    // Some browsers call it a change only when the field is left.
    this.#box.addEventListener('input', (event) => {
      if (event instanceof InputEvent && event.inputType === 'insertReplacementText') take();
    });
  }

  /** What is typed stands for the name that is offered first; false where none is. */
  #take(): boolean {
    const typed = this.#box.value.trim();
    const [first] = this.#offer(typed);
    if (first === undefined) return false;
    this.#chosen = typed === '' ? undefined : first;
    return true;
  }

  #offer(typed: string): readonly string[] {
    const names = this.#holding(typed).slice(0, OFFERED);
    this.#offers.replaceChildren(...names.map((name) => new Option('', shownName(name))));
    this.#box.setCustomValidity(names.length === 0 ? WORDS.noSuchName[shownLanguage()] : '');
    return names;
  }

  /** The names that hold a text: first the one that it is, then those that begin with it. */
  #holding(typed: string): readonly string[] {
    this.#texts ??= this.#names.map((name) => searchable(name || Object.values(WORDS.noValue).join(' ')));
    const wanted = searchable(typed);
    const beginning: string[] = [];
    const others: string[] = [];
    for (const [index, name] of this.#names.entries()) {
      const text = this.#texts[index] ?? '';
      if (shownName(name) === typed) beginning.unshift(name);
      else if (text.startsWith(wanted)) beginning.push(name);
      else if (text.includes(wanted)) others.push(name);
    }
    return [...beginning, ...others];
  }
}

function shownName(name: string): string {
  return groupWord(name)[shownLanguage()];
}
