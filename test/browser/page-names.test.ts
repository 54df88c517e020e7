/** The page where names are many: groups, tools and organisations that nobody would look through. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { pageOf } from '../report/coverage-html-support.ts';
import { sketch } from '../report/coverage-text-talks.ts';
import { hash, matching, SILENT, titles } from './page-support.ts';
import { axeViolations, describeInBrowser, PHONE, scrollsSideways } from './support.ts';

/** `count` talks by speakers of their own, each with one of 300 others; the last says no speaker. */
function talksOf(count: number): readonly CountedTalk[] {
  return Array.from({ length: count }, (_, i) =>
    sketch(`発表 ${i}`, i % 4 === 0 ? 'drift' : 'serving', {
      ...(i === count - 1 ? {} : { speakers: [`話者 ${i}`, `Émile ${i % 300}`] }),
      organisations: [`組織 ${i}`],
    }),
  );
}

function offered(page: Page, field: string): Promise<readonly string[]> {
  return page
    .locator(`#${field}-names option`)
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
}

/** As somebody does: the field, the name, the key. */
async function type(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#${field}`).selectText();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const HTML = pageOf(talksOf(1000), { by: 'speaker' });

describeInBrowser('the page of many names', (browser) => {
  it('has as few elements for 10,000 talks of 10,000 speakers as for 1,000', async () => {
    const elements = (page: Page) => page.evaluate<number>('document.querySelectorAll("*").length');
    const { page: small } = await browser.open(HTML);
    const { page: large, record } = await browser.open(pageOf(talksOf(10_000), { by: 'speaker' }));
    expect(await matching(large)).toBe('all 10,000 talks');
    expect(await elements(large)).toBeLessThan((await elements(small)) * 1.1);
    expect(await large.locator('option').count()).toBeLessThan(100);
    await type(large, 'filter-group', '話者 9998');
    expect(await titles(large)).toEqual(['発表 9998']);
    expect(record).toEqual(SILENT);
  });

  it('offers the names that hold what is typed, those that begin with it first', async () => {
    const { page } = await browser.open(HTML);
    await page.fill('#filter-group', '99');
    expect((await offered(page, 'filter-group')).slice(0, 2)).toEqual(['Émile 99', 'Émile 199']);
    await page.fill('#filter-group', 'ｅ́MILE 29');
    expect((await offered(page, 'filter-group'))[0]).toBe('Émile 29');
    await page.fill('#filter-group', '');
    expect(await offered(page, 'filter-group')).toHaveLength(30);
  });

  it('filters by a name, by the one that begins as what was typed, and by any again', async () => {
    const { page } = await browser.open(HTML);
    await type(page, 'filter-group', 'émile 29');
    expect(await hash(page)).toBe('#group=Émile 29');
    expect(await titles(page)).toEqual(['発表 29', '発表 329', '発表 629', '発表 929']);
    await type(page, 'filter-organisation', '組織 62');
    expect(await page.inputValue('#filter-organisation')).toBe('組織 62');
    expect(await titles(page)).toEqual([]);
    await type(page, 'filter-organisation', '組織 629');
    expect(await titles(page)).toEqual(['発表 629']);
    await page.fill('#filter-group', '');
    await page.locator('#filter-group').blur();
    expect(await hash(page)).toBe('#organisation=組織 629');
    await page.click('#filter-clear');
    expect(await page.inputValue('#filter-organisation')).toBe('');
    await page.goBack();
    expect(await page.inputValue('#filter-organisation')).toBe('組織 629');
  });

  it('says that no name holds what is typed, and filters by what it did before', async () => {
    const { page } = await browser.open(HTML, { hash: 'group=話者 3' });
    await type(page, 'filter-group', '誰でもない');
    expect(await page.locator('#filter-group-error').innerText()).toBe('No such name on this page');
    expect(await titles(page)).toEqual(['発表 3']);
    await page.getByRole('button', { name: '日本語' }).click();
    expect(await page.inputValue('#filter-group')).toBe('話者 3');
    expect(await page.locator('#filter-group-error').isVisible()).toBe(false);
  });

  it.each([
    ['en', '(none given)'],
    ['ja', '（記載なし）'],
  ])('finds the talks that say no speaker in %s', async (ui, name) => {
    const { page } = await browser.open(HTML, { hash: `ui=${ui}` });
    await type(page, 'filter-group', name.slice(1, 3));
    expect(await page.inputValue('#filter-group')).toBe(name);
    expect(await titles(page)).toEqual(['発表 999']);
    expect(await hash(page)).toBe(`#group=&ui=${ui}`);
  });

  it('compares two of them, and keeps them in the address', async () => {
    const { page } = await browser.open(HTML);
    await type(page, 'compare-a', '話者 4');
    await type(page, 'compare-b', 'émile 7');
    expect(await page.locator('#compared thead').innerText()).toMatch(/話者 4\s+Émile 7/);
    await page.reload();
    expect(await page.inputValue('#compare-a')).toBe('話者 4');
    expect(await page.inputValue('#compare-b')).toBe('Émile 7');
    expect(await hash(page)).toBe('#before=話者 4&after=Émile 7');
  });

  it.each(['light', 'dark'] as const)('is fine with axe and no wider than a phone in %s', async (colorScheme) => {
    const few = pageOf(talksOf(250), { by: 'speaker' });
    const { page } = await browser.open(few, { colorScheme, viewport: PHONE, hash: 'ui=ja' });
    expect(await page.getByRole('combobox', { name: '発表者' }).count()).toBe(1);
    await type(page, 'filter-group', '誰でもない');
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
