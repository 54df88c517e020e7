import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pageOf, reportOf } from '../report/coverage-html-support.ts';
import { NINE, sketch, TALKS } from '../report/coverage-text-talks.ts';
import { axeViolations, describeInBrowser, PHONE, scrollsSideways } from './support.ts';

const SILENT = { complaints: [], errors: [], requests: [] };
const HTML = pageOf(TALKS);

/** Of all in the list, also those out of sight. */
function titles(page: Page): Promise<readonly string[]> {
  return page.locator('#talks h3').allTextContents();
}

function matching(page: Page): Promise<string> {
  return page.locator('#matching').innerText();
}

async function hash(page: Page): Promise<string> {
  return decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '));
}

/** Of each row of the comparison its name in English, and both counts. */
const COMPARED_ROWS = `Array.from(document.querySelectorAll('#compared tbody tr'), (row) => [
  (row.querySelector('th .en') ?? row.querySelector('th')).textContent,
  ...Array.from(row.querySelectorAll('small'), (count) => count.textContent),
])`;

/** In pixels of 96 an inch: 210 × 297 mm, less 10 mm on each side. */
const A4_WITHIN_MARGINS = { width: 718, height: 1047 };

/** Of each row of the matrix and of the years: the lines of its name, and how far the row goes beyond the sheet. */
const NAME_SIZES = `Array.from(document.querySelectorAll('.matrix tbody th, #matrix tfoot th'), (cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const lines = new Set(Array.from(range.getClientRects(), ({ bottom }) => Math.round(bottom / 6)));
  return [lines.size, cell.parentElement.getBoundingClientRect().right - document.documentElement.clientWidth];
})`;

/** The number in the row of a group and the column of a part. */
function cell(page: Page, group: string, part: string) {
  return page.locator('#matrix').getByRole('link', { name: new RegExp(`, ${group}, ${part}$`) });
}

describeInBrowser('the page', (browser) => {
  it('opens with all talks, says nothing to the console and asks nobody for anything', async () => {
    const { page, record } = await browser.open(HTML);
    expect(await matching(page)).toBe(`all ${TALKS.length} talks`);
    expect(await titles(page)).toHaveLength(TALKS.length);
    expect(record).toEqual(SILENT);
  });

  it.each(['light', 'dark'] as const)(
    'is fine with axe in %s, in both languages, all unfolded',
    async (colorScheme) => {
      const { page } = await browser.open(HTML, { colorScheme });
      await page.check('#show-elements');
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: '日本語' }).click();
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  it.each(['en', 'ja'])('is no wider than a phone in %s', async (ui) => {
    const { page } = await browser.open(HTML, { viewport: PHONE, hash: `ui=${ui}` });
    await page.check('#show-elements');
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('filters by element, group, status and text, and keeps that in the address', async () => {
    const { page } = await browser.open(HTML);
    await page.selectOption('#filter-group', { label: "Pipelines '19" });
    await page.selectOption('#filter-concept', 'monitoring');
    expect(await titles(page)).toEqual(['Seldom the same river', 'Watching a model grow old', 'Perhaps about drift']);
    await page.selectOption('#filter-status', 'review');
    expect(await titles(page)).toEqual(['Perhaps about drift']);
    expect(await hash(page)).toBe("#concept=monitoring&group=Pipelines '19&status=review");
    await page.click('#filter-clear');
    expect(await hash(page)).toBe('');
    await page.fill('#filter-text', 'ＧＲＡＦＡＮＡ');
    expect(await titles(page)).toEqual(['Watching a model grow old']);
    await page.check('#filter-primary');
    expect(await matching(page)).toBe(`1 of ${TALKS.length} talks match`);
  });

  it('lists as many talks of each tool and organisation as their tables say', async () => {
    const talks = [
      ...TALKS,
      sketch('火花', 'serving:Spark+Ray drift', { organisations: ['例の会社', '例の会社', 'Twin'] }),
      sketch('Sparks fly', 'release:Apache_Spark drift:Spark', { organisations: ['Twin\u202e'] }),
      sketch('Ray of doubt', '?serving:Ray', { organisations: ['Twin'] }),
      sketch('Spark in a title names no tool', 'drift'),
    ].map((talk) => JSON.parse(JSON.stringify(talk).replaceAll('Apache_', 'Apache ')));
    const { page } = await browser.open(pageOf(talks));
    for (const [table, tallest] of [
      ['#tools-table', 'Spark'],
      ['#organisations-table', '例の会社'],
    ] as const) {
      const rows = await page.evaluate<readonly (readonly [string, number])[]>(
        `Array.from(document.querySelectorAll('${table} tbody tr'), (row) => [row.cells[0].innerText, Number(row.cells[1].innerText)])`,
      );
      expect(rows.map(([name]) => name)).toContain(tallest);
      for (const [name, count] of rows) {
        await page.locator(`${table} a`, { hasText: name }).getByText(name, { exact: true }).click();
        expect(await titles(page), name).toHaveLength(count);
      }
    }
    await page.selectOption('#filter-tool', { label: 'Spark' });
    await page.selectOption('#filter-organisation', { label: '例の会社' });
    expect(await titles(page)).toEqual(['火花']);
    expect(await hash(page)).toBe('#tool=Spark&organisation=例の会社');
  });

  it('says what the text is looked for in', async () => {
    const { page } = await browser.open(HTML);
    expect(await page.locator('#list').getByLabel('Title, names, words found').count()).toBe(1);
    const hint = await page.locator('#filter-text').getAttribute('aria-describedby');
    expect(await page.locator(`#${hint}`).innerText()).toMatch(/not kept on this page/);
  });

  it.each([
    ['en', 'The list of talks is filtered: Data and concept drift, MLの夕べ 2021 · 1 of 21 talks match'],
    ['ja', '発表の一覧を絞り込み中：データドリフト・コンセプトドリフト、MLの夕べ 2021 · 21件中1件が該当'],
  ])('opens a filtered address at the list, and says above what it is filtered by in %s', async (ui, notice) => {
    const { page } = await browser.open(HTML, { hash: `concept=drift&group=MLの夕べ 2021&ui=${ui}` });
    expect(await page.evaluate('document.activeElement.id')).toBe('list-heading');
    expect(await page.evaluate('scrollY')).toBeGreaterThan(500);
    expect(await page.locator('#notice').innerText()).toContain(notice);
    await page.locator('#notice button').click();
    expect(await titles(page)).toHaveLength(TALKS.length);
    expect(await page.locator('#notice').innerText()).toBe('');
  });

  it('says at the top which names of an address are not on the page', async () => {
    const { page } = await browser.open(HTML, { hash: 'concept=bogus&group=誰か' });
    expect(await page.locator('#notice').innerText()).toBe(
      'The address names what is not on this page: “bogus”, “誰か”',
    );
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.selectOption('#filter-status', 'review');
    expect(await page.locator('#notice').innerText()).not.toContain('bogus');
  });

  it('leads from the head of a part to its talks', async () => {
    const { page } = await browser.open(HTML);
    const head = page.locator('.map.wide a[href="#concept=monitoring&status=tagged"]');
    const said = /(\d+) of \d+ talks/.exec((await head.locator('title').textContent()) ?? '')?.[1];
    await head.click();
    expect(await titles(page)).toHaveLength(Number(said));
  });

  it('says so when nothing matches', async () => {
    const { page } = await browser.open(HTML, { hash: 'text=どこにもない' });
    expect(await matching(page)).toBe(`0 of ${TALKS.length} talks match`);
    expect(await page.locator('#talks').innerText()).toMatch(/^No talk matches/);
  });

  it('shows the talks of a box of the map, and takes who uses no mouse to them', async () => {
    const { page } = await browser.open(HTML);
    const box = page.locator('.map.wide a[href*="drift"]');
    await box.focus();
    await page.keyboard.press('Enter');
    expect(await hash(page)).toBe('#concept=drift&status=tagged');
    const found = await titles(page);
    expect(await box.locator('title').textContent()).toContain(`${found.length} of ${TALKS.length} talks`);
    expect(await page.evaluate('document.activeElement.id')).toBe('list-heading');
  });

  it('shows the talks of a cell, as many as it says', async () => {
    const { page } = await browser.open(HTML);
    const link = cell(page, "Pipelines '19", 'Monitoring and operation');
    const said = await link.innerText();
    await link.click();
    expect(await titles(page)).toHaveLength(Number(said));
    expect(await hash(page)).toBe("#concept=monitoring&group=Pipelines '19&status=tagged");
  });

  it('goes back and forward, and comes back from a copied address', async () => {
    const { page } = await browser.open(HTML);
    await page.selectOption('#filter-concept', 'drift');
    const drift = await titles(page);
    await page.selectOption('#filter-concept', 'serving');
    const address = page.url();
    const serving = await titles(page);
    await page.goBack();
    expect(await titles(page)).toEqual(drift);
    await page.goBack();
    expect(await matching(page)).toMatch(/^all/);
    await page.goto('about:blank');
    await page.goto(address);
    expect(await titles(page)).toEqual(serving);
    expect(await page.inputValue('#filter-concept')).toBe('serving');
  });

  it.each(['%', 'concept=nowhere&group=誰か&status=x', '__proto__=1', 'list'])(
    'shows all talks for #%s',
    async (given) => {
      const { page, record } = await browser.open(HTML, { hash: given });
      expect(await matching(page)).toMatch(/^all/);
      expect(record).toEqual(SILENT);
    },
  );

  it('speaks Japanese, and remembers it in the address', async () => {
    const { page } = await browser.open(HTML);
    await page.getByRole('button', { name: '日本語' }).click();
    expect(await hash(page)).toBe('#ui=ja');
    await page.reload();
    expect(await page.title()).toBe('MLOpsのどの辺?');
    expect(await matching(page)).toBe(`全${TALKS.length}件の発表`);
    expect(await page.locator('#filter-concept option[value="drift"]').innerText()).toBe(
      'データドリフト・コンセプトドリフト',
    );
    expect(await page.locator('h2').allInnerTexts()).not.toContain('The map');
    await page.locator('.tag').first().click();
    expect(await hash(page)).toMatch(/&ui=ja$/);
  });

  it('sorts the matrix by a column and back', async () => {
    const { page } = await browser.open(HTML);
    const sort = page.locator('#matrix thead th.number button');
    const talks = async () => (await page.locator('#matrix tbody td:nth-child(2)').allInnerTexts()).map(Number);
    await sort.click();
    expect(await talks()).toEqual((await talks()).toSorted((a, b) => b - a));
    expect(await page.locator('#matrix thead th.number').getAttribute('aria-sort')).toBe('descending');
    await sort.click();
    expect(await talks()).toEqual((await talks()).toSorted((a, b) => a - b));
    expect(await page.locator('#matrix [aria-sort]').count()).toBe(1);
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

  it('finds the talks of a pair of keys, of several speakers and of a language', async () => {
    const talks = [
      sketch('二人で話す', 'drift', { event: '会', year: 2020, lang: 'ja', speakers: ['花', '太郎'] }),
      sketch('Alone', 'serving', { event: '会', year: 2021, speakers: ['花'] }),
    ];
    const { page: pairs } = await browser.open(pageOf(talks, { and: 'year' }));
    await cell(pairs, '会 · 2021', 'Talks').click();
    expect(await titles(pairs)).toEqual(['Alone']);
    const { page: speakers } = await browser.open(pageOf(talks, { by: 'speaker' }));
    await speakers.selectOption('#filter-group', { label: '花' });
    expect(await titles(speakers)).toEqual(['二人で話す', 'Alone']);
    await speakers.selectOption('#filter-lang', 'ja');
    expect(await titles(speakers)).toEqual(['二人で話す']);
    expect(await hash(speakers)).toBe('#group=花&lang=ja');
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

  it('has map, tables and charts without scripts, and says what is missing', async () => {
    const { page } = await browser.open(HTML, { javaScriptEnabled: false });
    for (const shown of ['.map.wide', '#matrix', '#shares .c-chart >> nth=0', '#trend', '#tools', '#list noscript p'])
      expect(await page.locator(shown).isVisible(), shown).toBe(true);
    for (const hidden of ['#filter', '.languages', '#compare-form', '#more'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    expect(await page.locator('#list').innerText()).toMatch(/Scripts are off/);
    expect(await page.locator('#matrix thead th:visible').count()).toBeGreaterThan(10);
  });

  it('takes hostile talks for text', async () => {
    const title = '</script><img src=x onerror="top.ran = 1"><!--';
    const talk = sketch(title, 'drift:<i>x</i>', {
      event: '<b onclick="top.ran = 1">夜会',
      url: 'javascript:top.ran=1',
    });
    const { page, record } = await browser.open(pageOf([talk, ...TALKS]));
    expect(await titles(page)).toContain(title);
    expect(await page.locator('#talks h3 a').count()).toBe(0);
    expect(await page.locator('img, #talks i, b').count()).toBe(0);
    expect(await page.evaluate('top.ran')).toBeUndefined();
    expect(record).toEqual(SILENT);
  });

  it('links talks to the web in a window that knows nothing of this one', async () => {
    const { page } = await browser.open(pageOf([sketch('監視の話', 'drift', { url: 'https://example.org/監視' })]));
    const link = page.locator('#talks h3 a');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('href')).toBe('https://example.org/監視');
  });

  it('holds 10,000 talks: fifty at a time, filtered as asked', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      sketch(`発表 ${i}`, i % 4 === 0 ? 'drift' : 'serving', { event: `会 ${i % 300}` }),
    );
    const { page, record } = await browser.open(pageOf(many));
    const loaded = await loadTime(page);
    const { page: empty } = await browser.open('<!DOCTYPE html><title>空</title>');
    process.stdout.write(`10,000 talks load in ${(loaded / (await loadTime(empty))).toFixed(1)} times an empty page\n`);
    expect(await titles(page)).toHaveLength(50);
    await page.click('#more');
    expect(await titles(page)).toHaveLength(100);
    expect(await page.evaluate('document.activeElement.innerText')).toContain('発表 50');
    await page.selectOption('#filter-concept', 'drift');
    expect(await matching(page)).toBe('2,500 of 10,000 talks match');
    await page.fill('#filter-text', '発表 9999');
    expect(await matching(page)).toBe('0 of 10,000 talks match');
    expect(record).toEqual(SILENT);
  });
});

/** Milliseconds from the call for a page until it takes clicks. */
function loadTime(page: Page): Promise<number> {
  return page.evaluate<number>('performance.getEntriesByType("navigation")[0].domInteractive');
}
