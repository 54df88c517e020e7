/** The data that the page carries. */
import type { PageData } from '../report/coverage/html/data.ts';

/** @throws Error for a page whose data is not what the report wrote. */
export function readData(): PageData {
  const data: unknown = JSON.parse(document.getElementById('data')?.textContent ?? 'null');
  if (!isPageData(data)) throw new Error('the data of this page is broken');
  return data;
}

/** The report wrote it, into the same file: its beginnings are looked at, not every talk. */
function isPageData(data: unknown): data is PageData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'concepts' in data &&
    'groups' in data &&
    'strings' in data &&
    'by' in data
  );
}
