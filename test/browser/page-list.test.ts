import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { pageOf } from '../report/coverage-html-support.ts';
import { sketch, TALKS } from '../report/coverage-text-talks.ts';
import { cell, HTML, hash, matching, SILENT, titles } from './page-support.ts';
import { describeInBrowser, PHONE } from './support.ts';

/** A name of a product with a blank, which a sketch cannot have. */
function spaced(talk: CountedTalk): CountedTalk {
  const tags = talk.tags.map((tag) => ({
    ...tag,
    evidence: tag.evidence.map((found) => ({ ...found, term: found.term.replace('_', ' ') })),
  }));
  return { ...talk, tags };
}

describeInBrowser('the list of the page', (browser) => {
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
    ].map(spaced);
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

  it.each([
    ['DRIFT seldom', ['Seldom the same river']],
    ['ｒｉｖｅｒ　ドリフト', ['Seldom the same river']],
    ['river seldom', ['Seldom the same river']],
    ['"the same river" drift', ['Seldom the same river']],
    ['"river same"', []],
    ['“same river', ['Seldom the same river']],
    ['「推論サーバーの」', ['推論サーバーの引っ越し']],
    ['STRASSE', ['Die Straße']],
    ['ΛΌΓΟΣ', ['λόγος']],
    ['"" 「」', [...TALKS, '', ''].map(() => expect.any(String))],
  ])('finds the talks that have all words of %s', async (text, found) => {
    const talks = [...TALKS, sketch('Die Straße', 'serving'), sketch('λόγος', 'serving')];
    const { page } = await browser.open(pageOf(talks));
    await page.fill('#filter-text', text);
    expect(await titles(page)).toEqual(found);
  });

  it('knows a product by its other name', async () => {
    const talks = [sketch('火花', 'serving:Amazon_SageMaker'), sketch('Another', 'serving:Ray')].map(spaced);
    const { page } = await browser.open(pageOf(talks), { hash: 'tool=SageMaker' });
    expect(await titles(page)).toEqual(['火花']);
    expect(await page.locator('#notice').innerText()).toMatch(/^The list of talks is filtered: Amazon SageMaker/);
    expect(await page.locator('#filter-tool option:checked').innerText()).toBe('Amazon SageMaker');
  });

  it.each([
    [
      'en',
      "concept=monitoring&group=Pipelines '19&status=tagged",
      '2 of 21 talks match · 22 % of the 9 talks of the group (95 % interval: 6–55 %)',
    ],
    ['ja', 'concept=drift&status=tagged', '21件中3件が該当・全21件に占める割合は14 %（95 %信頼区間：5–35 %）'],
    ['en', 'concept=drift', '4 of 21 talks match'],
    ['en', 'concept=drift&status=tagged&text=seldom', '1 of 21 talks match'],
    ['en', 'concept=drift&status=tagged&primary=1', '1 of 21 talks match'],
  ])('says in %s the share and interval of the number that led to #%s', async (ui, hash, said) => {
    const { page } = await browser.open(HTML, { viewport: PHONE, hash: `${hash}&ui=${ui}` });
    expect(await matching(page)).toBe(said);
    expect(await page.locator('#matching').evaluate((line) => line.getBoundingClientRect().bottom)).toBeLessThan(300);
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

  it('has room for its heading at the top of the window, and does not move as it shrinks to one talk', async () => {
    const { page } = await browser.open(HTML);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.selectOption('#filter-status', 'review');
    await page.fill('#filter-text', '漂流');
    await page.locator('#list-heading').evaluate((heading) => heading.scrollIntoView());
    expect(await page.evaluate('document.getElementById("list-heading").getBoundingClientRect().top')).toBeLessThan(
      100,
    );
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
    const address = await page.evaluate<string>('location.href');
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
