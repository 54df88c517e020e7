/** The report `html`: one file that works from a disk, runs no code but its own, and asks nobody for anything. */
import { sha256Base64 } from '../../../sha256.ts';
import { toolRecord } from '../../json.ts';
import type { ReportContext } from '../../types.ts';
import { CHARTS_CSS } from '../charts/palette.ts';
import type { CoverageReporter } from '../document.ts';
import { MAP_CSS } from '../map/palette.ts';
import { pageData } from './encode.ts';
import { navigation, pageHeader, titleOf } from './head.ts';
import { h } from './node.ts';
import { sectionHtml } from './section.ts';
import { sectionsOf } from './sections.ts';
import { conceptsCounted } from './sentences.ts';
import { WORDS } from './words.ts';
import { htmlText, jsonForScript, toHtml } from './write.ts';

/** Where scripts are off, nothing that needs them shows, and the matrix stands unfolded but on paper, where it would not fit. */
const WITHOUT_SCRIPT = '.needs-script{display:none!important}@media screen{#matrix .e:not(.o){display:table-cell}}';

export const coverageHtml: CoverageReporter = (report, context) => {
  const { page = { script: '', style: '' }, lang } = report;
  const data = pageData(report, context.taxonomy);
  const sections = sectionsOf({ report, context, data });
  const style = [MAP_CSS, CHARTS_CSS, page.style].join('\n');
  const title = titleOf(report, context.taxonomy);
  const ui = (context.lang ?? lang ?? 'en').startsWith('ja') ? 'ja' : 'en';
  return [
    '<!DOCTYPE html>',
    `<html lang="${ui}" data-title-en="${htmlText(title.en)}" data-title-ja="${htmlText(title.ja)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy([style, WITHOUT_SCRIPT], [page.script])}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${htmlText(title[ui])}</title>`,
    `<style>${style}</style>`,
    `<noscript><style>${WITHOUT_SCRIPT}</style></noscript>`,
    '</head>',
    '<body>',
    ...(sections.some(({ id }) => id === 'list') ? [toHtml(h('a', { class: 'skip', href: '#list' }, WORDS.skip))] : []),
    toHtml(pageHeader(report, context.taxonomy, data)),
    ...(sections.length === 0 ? [] : [toHtml(navigation(sections))]),
    `<main>\n${sections.map(sectionHtml).join('')}</main>`,
    footer(context),
    `<script type="application/json" id="data">${jsonForScript(data)}</script>`,
    `<script>${page.script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

/** Nothing is loaded from anywhere, and no script or style sheet but those that the page holds. */
function policy(styles: readonly string[], scripts: readonly string[]): string {
  const hashes = (texts: readonly string[]): string => texts.map((text) => `'sha256-${sha256Base64(text)}'`).join(' ');
  return [
    "default-src 'none'",
    `style-src ${hashes(styles)}`,
    `script-src ${hashes(scripts)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function footer(context: ReportContext): string {
  const { version, taxonomy } = toolRecord(context);
  const made = `mlops-tag ${version}, ${taxonomy.id} ${taxonomy.version} (${taxonomy.hash.slice(0, 12)})`;
  return toHtml(
    h('footer', {}, h('p', {}, WORDS.madeBy, ` ${made}`, conceptsCounted(context.taxonomy.concepts.length))),
  );
}
