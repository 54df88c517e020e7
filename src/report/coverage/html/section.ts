/** A section of the page: a landmark with its heading. */
import type { CoverageReport } from '../../../coverage/types.ts';
import type { ReportContext } from '../../types.ts';
import type { PageData } from './data.ts';
import { type Both, type Child, type ElementNode, h } from './node.ts';
import { toHtml } from './write.ts';

/** What sections are made of. */
export interface Drawn {
  readonly report: CoverageReport;
  readonly context: ReportContext;
  readonly data: PageData;
}

export interface Section {
  readonly id: string;
  readonly heading: Both;
  /** HTML; empty where there is nothing to show. */
  readonly content: string;
}

export function sectionHtml({ id, heading, content }: Section): string {
  const title = toHtml(h('h2', { id: `${id}-heading`, tabindex: -1 }, heading));
  return `<section id="${id}" aria-labelledby="${id}-heading">\n${title}\n${content}\n</section>\n`;
}

export function lead(...text: readonly Child[]): ElementNode {
  return h('p', { class: 'lead' }, ...text);
}

/** A drawing in each language, of which the style sheet shows one. */
export function inBoth(draw: (lang: 'en' | 'ja') => string): string {
  const [en, ja] = [draw('en'), draw('ja')];
  return en === '' ? '' : `<div class="en" lang="en">${en}</div><div class="ja" lang="ja">${ja}</div>`;
}

/** A chart and the table of the same numbers: side by side where there is room. */
export function beside(chart: string, ...table: readonly ElementNode[]): string {
  return `<div class="beside"><div class="chart">${chart}</div><div>${toHtml(...table)}</div></div>`;
}
