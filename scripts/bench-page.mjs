// How long Debian's chromium takes until a page of the HTML report answers, and to filter it.
import { existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const CHROMIUM = process.env.PLAYWRIGHT_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const LOADED = 'performance.getEntriesByType("navigation")[0].domInteractive';
/** From a keystroke in the filter until its talks are laid out. */
const FILTERED = `(() => {
  const start = performance.now();
  const field = document.getElementById('filter-text');
  field.value = 'model';
  field.dispatchEvent(new Event('input'));
  document.body.getBoundingClientRect();
  return performance.now() - start;
})()`;

/** Medians in milliseconds: an empty page, the page, the first filter by text and the next; undefined without chromium. */
export async function pageTimes(path, emptyPath, times) {
  if (!existsSync(CHROMIUM)) return undefined;
  writeFileSync(emptyPath, '<!DOCTYPE html><title>empty</title>');
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const samples = { empty: [], page: [], first: [], next: [] };
  try {
    for (let i = 0; i < times; i++) {
      samples.empty.push((await measured(browser, emptyPath, [LOADED]))[0]);
      const [page, first, next] = await measured(browser, path, [LOADED, FILTERED, FILTERED]);
      samples.page.push(page);
      samples.first.push(first);
      samples.next.push(next);
    }
  } finally {
    await browser.close();
  }
  return Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, median(list)]));
}

async function measured(browser, path, expressions) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  const results = [];
  for (const expression of expressions) results.push(await page.evaluate(expression));
  await page.close();
  return results;
}

function median(list) {
  return list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
