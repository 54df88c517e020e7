/** The page of the invented talks, and what tests read of it. */
import type { Page } from 'playwright-core';
import { pageOf } from '../report/coverage-html-support.ts';
import { TALKS } from '../report/coverage-text-talks.ts';

export const SILENT = { complaints: [], errors: [], requests: [] };
export const HTML = pageOf(TALKS);

/** Of all in the list, also those out of sight. */
export function titles(page: Page): Promise<readonly string[]> {
  return page.locator('#talks h3').allTextContents();
}

export function matching(page: Page): Promise<string> {
  return page.locator('#matching').innerText();
}

/** As the page knows it: `page.url()` hears of a new one later. */
export async function hash(page: Page): Promise<string> {
  return decodeURIComponent((await page.evaluate<string>('location.hash')).replaceAll('+', ' '));
}

/** The number in the row of a group and the column of a part. */
export function cell(page: Page, group: string, part: string) {
  return page.locator('#matrix').getByRole('link', { name: new RegExp(`, ${group}, ${part}$`) });
}
