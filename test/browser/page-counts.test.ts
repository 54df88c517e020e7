/** A number that is a link leads to as many talks. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { countedTalk } from '../coverage/counted-talk.ts';
import { type PageSketch, pageOf } from '../report/coverage-html-support.ts';
import { sketch, TALKS } from '../report/coverage-text-talks.ts';
import { matching } from './page-support.ts';
import { describeInBrowser } from './support.ts';

/** `element/part` each, the first of them the primary. */
function told(title: string, tags: string, more: Partial<CountedTalk> = {}): CountedTalk {
  const parsed = tags.split(' ').map((tag) => {
    const [id = '', part = ''] = tag.split('/');
    return { id, part };
  });
  return countedTalk(parsed, { id: `記録#${title}`, title, event: '記録の会', ...more });
}

/** Of other taxonomies and of older records. */
const STRANGE: readonly CountedTalk[] = [
  told('A part of their own', 'zz-element/zz-part drift/monitoring'),
  told('知らない要素', '知らない要素/monitoring'),
  told('The same element elsewhere', '知らない要素/zz-part serving/production'),
  told('Twice, under two parts', 'steam/zz-part steam/monitoring'),
  told('An element that moved', 'drift/trust'),
  told('A part as a tag', 'monitoring/monitoring'),
  told('Its primary is no tag', 'agents/llmops 知らない要素/zz-part', { primary: 'drift' }),
  told('In doubt', '知らない要素/zz-part', { status: 'review' }),
  told('Untagged with tags', 'drift/monitoring', { status: 'untagged' }),
  told('A number that anybody has', '知らない要素/zz-part', { event: `${'とても長い名前の会 '.repeat(40)}` }),
];

interface Link {
  readonly href: string;
  readonly name: string;
  readonly count: number;
}

const LINKS = `Array.from(
  document.querySelectorAll('#matrix td a, .map.wide a, .map.narrow a'),
  (link) => {
    const said = link.closest('td')?.title || link.closest('td')?.textContent || link.querySelector('title').textContent;
    return { href: link.getAttribute('href'), name: link.getAttribute('aria-label') ?? said, count: Number(/(\\d+)(?: of \\d+ talks| \\/ | ○|$)/.exec(said)[1]) };
  },
)`;

/** Of those that lead to other numbers than they say. */
async function wrongLinks(page: Page): Promise<readonly string[]> {
  const links = await page.evaluate<readonly Link[]>(LINKS);
  expect(links.length).toBeGreaterThan(30);
  const wrong: string[] = [];
  for (const { href, name, count } of links) {
    await page.evaluate(
      `history.replaceState(null, '', ${JSON.stringify(href)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    const [found] = (/\d+/.exec(await matching(page)) ?? []).map(Number);
    if (found !== count) wrong.push(`${name} (${href}): ${count} said, ${found} found`);
  }
  return wrong;
}

describeInBrowser('the numbers of the page', (browser) => {
  it.each<[string, PageSketch]>([
    ['talks', {}],
    ['primary talks', { weight: 'primary' }],
    ['talks in doubt too', { includeReview: true }],
    ['primary talks, those in doubt too', { weight: 'primary', includeReview: true }],
  ])('lead to as many talks as they say: %s', async (_, options) => {
    const { page } = await browser.open(pageOf([...TALKS, ...STRANGE, sketch('監視 日', 'drift')], options));
    expect(await wrongLinks(page)).toEqual([]);
  });

  it('are those of the comparison', async () => {
    const { page } = await browser.open(pageOf([...TALKS, ...STRANGE]), { hash: 'before=記録の会' });
    const counts = (place: string) =>
      page.locator(`${place} tr`, { hasText: 'zz-part' }).first().locator('small').first().innerText();
    const row = page.locator('#matrix tbody tr', { hasText: '記録の会' });
    const column = await page
      .locator('#matrix thead th')
      .evaluateAll((heads) => heads.findIndex((head) => head.textContent?.includes('zz-part')));
    const said =
      (await row
        .locator('td')
        .nth(column - 1)
        .locator('a')
        .textContent()) ?? '';
    expect(await counts('#compared')).toBe(`${said}/9`);
  });
});
