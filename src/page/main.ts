/** The page's script: the address says what is shown, and everything that somebody does goes through it. */
import { hashOf, isView, type View, viewOf } from '../report/coverage/html/address.ts';
import { Compare } from './compare.ts';
import { readData } from './data.ts';
import { byId } from './dom.ts';
import { FilterForm } from './filter.ts';
import { showLanguage, shownLanguage } from './language.ts';
import { TalkList } from './list.ts';
import { enliven } from './matrix.ts';
import { Talks } from './talks.ts';

const EVERYTHING: View = { text: '', primary: false };

function start(): void {
  const data = readData();
  const talks = new Talks(data);
  const list = new TalkList(talks);
  const form = new FilterForm(data.groups);
  const compare = new Compare(data, talks);
  const written = shownLanguage();
  let view = EVERYTHING;

  const show = (next: View): void => {
    view = next;
    showLanguage(next.ui ?? written);
    form.write(next);
    list.show(talks.matching(next));
    compare.show(next);
  };
  const go = (next: View, keepsPlace: boolean): void => {
    const address = hashOf(next) || location.pathname + location.search;
    if (keepsPlace) history.replaceState(null, '', address);
    else if (hashOf(next) !== hashOf(view)) history.pushState(null, '', address);
    show(next);
  };
  const lasting = (): Pick<View, 'ui' | 'before' | 'after'> => {
    const { ui, before, after } = view;
    return { ...(ui && { ui }), ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  };

  document.documentElement.classList.add('script');
  enliven(data);
  form.onChange((typed) => go({ ...lasting(), ...form.read() }, typed));
  compare.onChange(() => go({ ...view, ...compare.read() }, false));
  byId('filter-clear', HTMLButtonElement)?.addEventListener('click', () => go({ ...lasting(), ...EVERYTHING }, false));
  for (const button of document.querySelectorAll<HTMLElement>('[data-ui]'))
    button.addEventListener('click', () => go({ ...view, ui: button.dataset['ui'] === 'ja' ? 'ja' : 'en' }, true));
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (link === undefined) return;
    event.preventDefault();
    if (isView(link)) {
      go({ ...viewOf(link), ...lasting() }, false);
      goTo('list');
    } else goTo(link.slice(1));
  });
  addEventListener('popstate', () => {
    if (isView(location.hash)) show(viewOf(location.hash));
  });
  show(isView(location.hash) ? viewOf(location.hash) : EVERYTHING);
}

/** A link into the page that was clicked plainly, or undefined. */
function linkOf(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
  return link?.startsWith('#') ? link : undefined;
}

/** The section comes into view, and who uses no mouse goes on from there. */
function goTo(section: string): void {
  const heading = document.getElementById(`${section}-heading`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

start();
