/** The list of talks, a page at a time. */
import { type Both, h } from '../report/coverage/html/node.ts';
import { matching, printedOf } from '../report/coverage/html/sentences.ts';
import { WORDS } from '../report/coverage/html/words.ts';
import { byId, toDom } from './dom.ts';
import { talkNode } from './talk-node.ts';
import type { Talks } from './talks.ts';

const TALKS_A_PAGE = 50;

export class TalkList {
  readonly #talks: Talks;
  readonly #list = byId('talks', HTMLOListElement);
  readonly #more = byId('more', HTMLButtonElement);
  readonly #matching = byId('matching', HTMLParagraphElement);
  readonly #printed = byId('printed', HTMLParagraphElement);
  #found: readonly number[] = [];
  #shown = 0;

  constructor(talks: Talks) {
    this.#talks = talks;
    this.#more?.addEventListener('click', () => this.#showMore());
  }

  /** `share`: what the talks that match are of those that were counted, where that was asked for. */
  show(found: readonly number[], share: Both | undefined): void {
    this.#found = found;
    this.#shown = 0;
    this.#list?.replaceChildren();
    this.#matching?.replaceChildren(toDom(matching(found.length, this.#talks.count), share ?? ''));
    if (found.length === 0) this.#list?.append(toDom(h('li', { class: 'none' }, WORDS.none)));
    this.#append();
  }

  #showMore(): void {
    const first = this.#shown;
    this.#append();
    const next = this.#list?.children[first];
    if (next instanceof HTMLElement) {
      next.tabIndex = -1;
      next.focus();
    }
  }

  #append(): void {
    const page = this.#found.slice(this.#shown, this.#shown + TALKS_A_PAGE);
    const items = page.flatMap((index) => this.#talks.shown(index) ?? []).map(talkNode);
    this.#list?.append(toDom(...items));
    this.#shown += page.length;
    const left = this.#found.length - this.#shown;
    this.#printed?.replaceChildren(left > 0 ? toDom(printedOf(this.#shown, this.#found.length)) : '');
    if (this.#more !== undefined) this.#more.hidden = this.#shown >= this.#found.length;
  }
}
