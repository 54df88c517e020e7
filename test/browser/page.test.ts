import { expect, it } from 'vitest';
import { pageOf } from '../report/coverage-html-support.ts';
import { sketch, TALKS } from '../report/coverage-text-talks.ts';
import { HTML, hash, matching, SILENT, titles } from './page-support.ts';
import { axeViolations, describeInBrowser, PHONE, scrollsSideways } from './support.ts';

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
});
