/** Everything of the page that a view changes. */
import { hashOf, type Language, type View, viewOf } from '../report/coverage/html/address.ts';
import type { PageData } from '../report/coverage/html/data.ts';
import { Compare } from './compare.ts';
import { FilterForm } from './filter.ts';
import { showLanguage, shownLanguage } from './language.ts';
import { TalkList } from './list.ts';
import { MatrixTable } from './matrix.ts';
import { Notice } from './notice.ts';
import { Talks } from './talks.ts';
import { toolNamed } from './tool-name.ts';

export class Stage {
  readonly form: FilterForm;
  readonly compare: Compare;
  readonly #data: PageData;
  readonly #talks: Talks;
  readonly #list: TalkList;
  readonly #matrix: MatrixTable;
  readonly #notice: Notice;
  /** Of the page as it was written. */
  readonly #written = shownLanguage();
  #spoken: Language | undefined;
  #view: View = viewOf('');

  constructor(data: PageData) {
    this.#data = data;
    this.#talks = new Talks(data);
    this.#list = new TalkList(this.#talks);
    this.#matrix = new MatrixTable(data);
    this.#notice = new Notice(data);
    this.form = new FilterForm(data);
    this.compare = new Compare(data, this.#talks);
  }

  get view(): View {
    return this.#view;
  }

  /** What stays when other talks are asked for. */
  lasting(): Pick<View, 'ui' | 'before' | 'after'> {
    const { ui, before, after } = this.#view;
    return {
      ...(ui === undefined ? {} : { ui }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  }

  show(asked: View): void {
    const view = this.#asNamedHere(asked);
    this.#view = view;
    this.#speak(view.ui ?? this.#written);
    this.form.write(view);
    const found = this.#talks.matching(view);
    this.#list.show(found, this.#talks.share(view, found.length));
    this.#notice.show(view, found.length, location.hash);
    this.compare.show(view);
  }

  /** Puts a view into the address, in the place of the last one or as a step that one can go back from. */
  go(view: View, inPlace: boolean): void {
    const hash = hashOf(view);
    const address = hash || location.pathname + location.search;
    if (inPlace) history.replaceState(null, '', address);
    else if (hash !== hashOf(this.#view)) history.pushState(null, '', address);
    this.show(view);
  }

  #asNamedHere(view: View): View {
    const tool = view.tool === undefined ? undefined : toolNamed(view.tool, this.#data.tools);
    return tool === undefined ? view : { ...view, tool };
  }

  #speak(language: Language): void {
    if (language === this.#spoken) return;
    this.#spoken = language;
    showLanguage(language);
    this.#matrix.name(language);
  }
}
