import { expect, it } from 'vitest';
import { pageOf, reportOf } from '../report/coverage-html-support.ts';
import { NINE, sketch, TALKS } from '../report/coverage-text-talks.ts';
import { HTML, hash } from './page-support.ts';
import { describeInBrowser } from './support.ts';

/** Of each row of the comparison its name in English, and both counts. */
const COMPARED_ROWS = `Array.from(document.querySelectorAll('#compared tbody tr'), (row) => [
  (row.querySelector('th .en') ?? row.querySelector('th')).textContent,
  ...Array.from(row.querySelectorAll('small'), (count) => count.textContent),
])`;

/** In pixels of 96 an inch: 210 × 297 mm, less 10 mm on each side. */
const A4_WITHIN_MARGINS = { width: 718, height: 1047 };

/** What stands in a section before its first table or drawing, and may be parted from it or in two. */
const LOOSE_INTRODUCTIONS = `Array.from(document.querySelectorAll('main > section'), (section) => {
  const children = Array.from(section.children);
  const first = children.findIndex((child) => child.querySelector('tr, svg, li') !== null);
  return children.slice(0, first).flatMap((child) => {
    const { display, breakAfter, breakInside } = getComputedStyle(child);
    const isKept = breakAfter === 'avoid' && (child.localName !== 'p' || breakInside === 'avoid');
    return display === 'none' || child.textContent === '' || isKept ? [] : [section.id + ': ' + child.textContent];
  });
}).flat()`;

/** Of each row of the matrix and of the years: the lines of its name, and how far the row goes beyond the sheet. */
const NAME_SIZES = `Array.from(document.querySelectorAll('.matrix tbody th, #matrix tfoot th'), (cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const lines = new Set(Array.from(range.getClientRects(), ({ bottom }) => Math.round(bottom / 6)));
  return [lines.size, cell.parentElement.getBoundingClientRect().right - document.documentElement.clientWidth];
})`;

describeInBrowser('the tables of the page', (browser) => {
  it('sorts the matrix by a column and back', async () => {
    const { page } = await browser.open(HTML);
    const sort = page.locator('#matrix thead th.number button');
    const talks = async () =>
      (await page.locator('#matrix tbody td:nth-child(2)').allInnerTexts()).map((text) => Number.parseInt(text, 10));
    await sort.click();
    expect(await talks()).toEqual((await talks()).toSorted((a, b) => b - a));
    expect(await page.locator('#matrix thead th.number').getAttribute('aria-sort')).toBe('descending');
    await sort.click();
    expect(await talks()).toEqual((await talks()).toSorted((a, b) => a - b));
    expect(await page.locator('#matrix [aria-sort]').count()).toBe(1);
  });

  it('sorts the matrix by name as the report has its groups: numbers by value, talks without one last', async () => {
    const events = ['第10回', '第2回', '第１回', undefined];
    const talks = events.map((event) => sketch('発表', 'drift', event === undefined ? {} : { event }));
    const { page } = await browser.open(pageOf(talks));
    const names = async () => (await page.locator('#matrix tbody th').allInnerTexts()).map((name) => name.trim());
    const sort = page.locator('#matrix thead th.name button');
    await sort.click();
    expect(await names()).toEqual(['第１回', '第2回', '第10回', expect.stringMatching(/^\(/)]);
    await sort.click();
    expect((await names()).slice(1)).toEqual(['第10回', '第2回', '第１回']);
  });

  it('unfolds the elements of a part, and hides what is empty', async () => {
    const { page } = await browser.open(pageOf([...TALKS, sketch('開会', '', { event: '空の会' })]));
    const heads = () => page.locator('#matrix thead th:visible').count();
    const folded = await heads();
    await page.getByRole('button', { name: 'Elements of Monitoring and operation' }).click();
    expect(await heads()).toBe(folded + 2);
    const row = page.locator('#matrix tbody tr', { hasText: '空の会' });
    expect(await row.isVisible()).toBe(true);
    await page.check('#hide-empty');
    expect(await row.isVisible()).toBe(false);
    await page.uncheck('#hide-empty');
    expect(await row.isVisible()).toBe(true);
  });

  it('walks the numbers of the matrix with the arrow keys', async () => {
    const { page } = await browser.open(HTML);
    await page.locator('#matrix a[tabindex="0"]').focus();
    const first = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(first);
  });

  it('compares any two groups, and keeps them in the address', async () => {
    const { page } = await browser.open(HTML);
    await page.selectOption('#compare-a', { label: "Pipelines '20" });
    await page.selectOption('#compare-b', { label: 'MLの夕べ 2021' });
    expect(await page.locator('#compared thead').innerText()).toMatch(/Pipelines '20\s+MLの夕べ 2021/);
    expect(await hash(page)).toBe("#before=Pipelines '20&after=MLの夕べ 2021");
    const row = page.locator('#compared tr', { has: page.locator('th', { hasText: 'Online inference' }) });
    expect((await row.innerText()).replace(/\s+/g, ' ')).toMatch(
      /\d+ % \d+\/\d+ .*pts \d+ % (?:grown|shrunk|gone|new|same)/,
    );
    await page.reload();
    expect(await page.locator('#compared thead').innerText()).toContain('MLの夕べ 2021');
  });

  it('marks what is more than chance, and orders by difference without a box to scroll', async () => {
    const talks = Array.from({ length: 40 }, (_, i) =>
      sketch(`発表 ${i}`, i % 2 === 0 ? 'drift' : i < 6 ? 'agents serving' : 'serving', {
        event: i % 2 === 0 ? '朝の会' : '夜の会',
      }),
    );
    const { page } = await browser.open(pageOf(talks));
    const names = () => page.locator('#compared tbody th').allInnerTexts();
    expect(await page.locator('#compared tr.notable th').allInnerTexts()).toEqual([
      'Going to production',
      'Online inference and serving',
      'Monitoring and operation',
      'Data and concept drift',
    ]);
    const verdict = page.locator('#compared tr.notable td:last-child strong').first();
    expect(await verdict.evaluate((text) => text.getClientRects().length)).toBe(1);
    expect(await page.locator('#compared tr.notable').first().innerText()).toMatch(
      /\s<0\.1 %\s+gone, more than chance/,
    );
    const written = await names();
    await page.selectOption('#compare-order', 'difference');
    expect(await names()).toEqual([...written.filter((name) => !/LLM|AI/.test(name)), 'LLMOps', 'AI agents']);
    expect(
      await page.evaluate(
        `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('#comparison .scroll'))`,
      ),
    ).toBe(0);
    await page.getByRole('button', { name: '日本語' }).click();
    expect(await page.locator('#compared').innerText()).toMatch(/ポイント[\s\S]*（偶然とは言いにくい）/);
  });

  it('counts groups as the report does', async () => {
    const { coverage } = reportOf(TALKS);
    const { page } = await browser.open(HTML, {
      hash: `before=${encodeURIComponent("Pipelines '19")}&after=MLの夕べ 2021`,
    });
    const figures = await page.evaluate<readonly (readonly string[])[]>(COMPARED_ROWS);
    const names = new Map(NINE.concepts.map(({ id, prefLabel }) => [prefLabel['en'] ?? '', id]));
    const counted = (key: string, id: string): string => {
      const group = coverage.groups.find((one) => one.key === key);
      return `${(group?.parts[id] ?? group?.elements[id])?.talks}/${group?.talks}`;
    };
    const expected = figures.map(([name = '']) => {
      const id = names.get(name) ?? '';
      return [name, counted("Pipelines '19", id), counted('MLの夕べ 2021', id)];
    });
    expect(figures.length).toBeGreaterThan(8);
    expect(figures).toEqual(expected);
  });

  it('prints the map, the tables and the talks that are shown, without what is to be clicked', async () => {
    const { page } = await browser.open(HTML, { hash: 'concept=drift' });
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['.map.wide', '#matrix', '#compared', '#talks'])
      expect(await page.locator(shown).isVisible(), shown).toBe(true);
    for (const hidden of ['nav', '#filter', '.languages', '.map.narrow', '#more'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(1000);
  });

  it('prints no heading at the foot of a sheet without what it stands over', async () => {
    const { page } = await browser.open(HTML, { hash: 'ui=ja' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(LOOSE_INTRODUCTIONS)).toEqual([]);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('#gaps-table thead')).breakAfter`)).toBe(
      'avoid',
    );
  });

  it.each([false, true])(
    'prints names of events on A4 so that they can be read; elements shown: %s',
    async (unfolded) => {
      const talks = Array.from({ length: 60 }, (_, i) =>
        sketch(`発表 ${i}`, ['drift', 'serving', 'agents', 'annotation'][i % 4] ?? '', {
          event: ['International Conference on Predictive Pipelines 2019', '機械学習運用の集い 2020'][i % 2] ?? '',
          year: 2019 + (i % 2),
        }),
      );
      const { page } = await browser.open(pageOf(talks));
      if (unfolded) await page.check('#show-elements');
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(A4_WITHIN_MARGINS);
      const names = await page.evaluate<readonly (readonly [number, number])[]>(NAME_SIZES);
      expect(names).toHaveLength(5);
      for (const [lines, overflow] of names) {
        expect(lines).toBeLessThanOrEqual(3);
        expect(overflow).toBeLessThanOrEqual(0);
      }
      expect(await page.locator('#printed').innerText()).toBe('50 of 60 talks; the others are on the page.');
    },
  );
});
