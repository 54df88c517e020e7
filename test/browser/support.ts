/** Debian's chromium for tests: pages that record what they say and ask for, and what axe finds in them. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults, Result } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

/** Undefined where there is none, and the tests are skipped. */
const CHROMIUM = [process.env['PLAYWRIGHT_CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

/** It runs as root in CI, and must ask nobody for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP = { width: 1280, height: 900 } as const;
export const PHONE = { width: 360, height: 740 } as const;

/** What a page said and asked for since it was opened. */
export interface PageRecord {
  /** Of the console, errors and warnings alone. */
  readonly complaints: readonly string[];
  /** What was thrown and not caught. */
  readonly errors: readonly string[];
  /** Addresses, but that of the page itself. */
  readonly requests: readonly string[];
}

export interface OpenedPage {
  readonly page: Page;
  readonly record: PageRecord;
}

export interface TestBrowser {
  /** A page in a profile of its own; `hash` without its sign. */
  open(html: string, options?: BrowserContextOptions & { readonly hash?: string }): Promise<OpenedPage>;
}

/** Tests that share one browser; skipped, and saying so, where there is no chromium. */
export function describeInBrowser(name: string, tests: (browser: TestBrowser) => void): void {
  if (CHROMIUM === undefined) {
    describe.skip(`${name} (skipped: no chromium at /usr/bin/chromium nor in PLAYWRIGHT_CHROMIUM)`, () =>
      tests({ open: () => Promise.reject(new Error('there is no chromium')) }));
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-page-'));
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });
    let pages = 0;
    tests({
      open(html, options) {
        if (browser === undefined) throw new Error('pages are opened inside a test');
        const file = join(folder, `${pages++}.html`);
        writeFileSync(file, html);
        return opened(browser, pathToFileURL(file).href, options);
      },
    });
  });
}

async function opened(
  browser: Browser,
  address: string,
  { hash, ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const record = recordOf(page, address);
  await page.goto(hash === undefined ? address : `${address}#${hash}`);
  return { page, record };
}

function recordOf(page: Page, address: string): PageRecord {
  const complaints: string[] = [];
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) requests.push(request.url());
  });
  return { complaints, errors, requests };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical, as `rule: selector` lines. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(violationLines);
}

function violationLines({ id, nodes }: Result): readonly string[] {
  return nodes.map(({ target }) => `${id}: ${target.join(' ')}`);
}

/** Whether the page itself, not a box inside it, is wider than its window. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}
