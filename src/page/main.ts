/** The page's script: everything that somebody does becomes a view, and the view is what the address says. */
import { isFiltered, isView, viewOf } from '../report/coverage/html/address.ts';
import { readData } from './data.ts';
import { byId } from './dom.ts';
import { Stage } from './stage.ts';
import { strangersIn } from './strangers.ts';

const data = readData();
const stage = new Stage(data);

stage.form.onChange((typed) => stage.go({ ...stage.lasting(), ...stage.form.read() }, typed));
stage.compare.onChange(() => stage.go({ ...stage.view, ...stage.compare.read() }, false));
byId('filter-clear', HTMLButtonElement)?.addEventListener('click', clear);
for (const button of document.querySelectorAll<HTMLElement>('[data-ui]'))
  button.addEventListener('click', () => {
    stage.go({ ...stage.view, ui: button.dataset['ui'] === 'ja' ? 'ja' : 'en' }, true);
  });
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('#notice .clear') !== null) {
    clear();
    goTo('list');
    return;
  }
  const link = linkOf(event);
  if (link === undefined) return;
  event.preventDefault();
  const leadsToTalks = isView(link);
  if (leadsToTalks) stage.go({ ...viewOf(link), ...stage.lasting() }, false);
  goTo(leadsToTalks ? 'list' : link.slice(1));
});
addEventListener('popstate', () => {
  if (isView(location.hash)) stage.show(viewOf(location.hash));
});
stage.show(viewOf(isView(location.hash) ? location.hash : ''));
// The notice stands above: it is to be read first where something is wrong.
if (isFiltered(stage.view) && strangersIn(location.hash, data).length === 0) goTo('list');

function clear(): void {
  stage.go({ ...stage.lasting(), text: '', primary: false }, false);
}

/** A link into the page that was clicked plainly; others are the browser's. */
function linkOf(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
  return link?.startsWith('#') ? link : undefined;
}

/** The section comes into view, and who uses no mouse goes on from there. */
function goTo(section: string): void {
  const heading = document.getElementById(`${section}-heading`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
