import { expect, it } from 'vitest';
import { axeViolations, describeInBrowser, PHONE, scrollsSideways } from './support.ts';

const STRICT = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;

function pageOf(body: string): string {
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">${STRICT}<title>発表</title></head><body>${body}</body></html>`;
}

describeInBrowser('the browser of the tests', (browser) => {
  it('finds nothing in a page that is well made', async () => {
    const { page, record } = await browser.open(pageOf('<main><h1>発表の一覧</h1></main>'));
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(record).toEqual({ complaints: [], errors: [], requests: [] });
  });

  it('tells a picture without words, and a script that the policy stops', async () => {
    const { page, record } = await browser.open(
      pageOf('<main><h1>発表</h1><img src="http://localhost:9/a.png"><script>top.ran = true</script></main>'),
    );
    expect(await axeViolations(page)).toEqual(['image-alt: img']);
    expect(record.complaints.join('\n')).toMatch(/Content Security Policy/);
    expect(await page.evaluate('top.ran')).toBeUndefined();
  });

  it('tells a page that is wider than a phone', async () => {
    const { page } = await browser.open(
      pageOf(`<main><h1>${'長'.repeat(8)}</h1><pre>${'x'.repeat(200)}</pre></main>`),
      {
        viewport: PHONE,
      },
    );
    expect(await scrollsSideways(page)).toBe(true);
  });

  it('records what is thrown', async () => {
    const { record } = await browser.open('<!DOCTYPE html><title>x</title><script>throw new Error("だめ")</script>');
    expect(record.errors).toEqual(['だめ']);
  });
});
