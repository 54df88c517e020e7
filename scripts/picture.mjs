#!/usr/bin/env node
// Draws docs/terminal.svg: what a terminal shows for some of the fixtures. `npm run picture` after the look has changed.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SHOWN = ['fixtures/hugo-yaml', 'fixtures/yaml-one', 'fixtures/yaml-list'];
const CELL = { width: 7.9, height: 18 };
const COLOURS = {
  30: '#1b1f24',
  31: '#cf222e',
  32: '#1a7f37',
  33: '#9a6700',
  34: '#0969da',
  35: '#8250df',
  36: '#1b7c83',
  37: '#57606a',
  90: '#57606a',
};
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

const text = execFileSync('node', [join(root, 'bin/mlops-tag.js'), ...SHOWN, '--color'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, TERM: 'xterm', COLORTERM: '', NO_COLOR: '' },
});
const lines = ['$ mlops-tag notes/', '', ...text.trimEnd().split('\n')];
const width = 82 * CELL.width;
const height = (lines.length + 2) * CELL.height;
const body = lines.flatMap((line, row) => runs(line).map((run) => drawn(run, row))).join('\n');
writeFileSync(
  join(root, 'docs/terminal.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img" aria-label="Output of mlops-tag in a terminal">
<rect width="100%" height="100%" rx="8" fill="#f6f8fa"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace" font-size="14" xml:space="preserve">
${body}
</g>
</svg>
`,
);

/** A line as runs of one style, each with its first column. */
function runs(line) {
  const result = [];
  let style = {};
  let column = 0;
  for (const [, codes, plain] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (plain === undefined) style = (codes || '0').split(';').reduce(restyled, style);
    else {
      result.push({ text: plain, column, style });
      column += [...plain].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
    }
  }
  return result;
}

function restyled(style, code) {
  if (code === '0') return {};
  if (code === '1') return { ...style, bold: true };
  if (code === '2') return { ...style, dim: true };
  if (code === '22') return { ...style, bold: false, dim: false };
  if (code === '39') return { ...style, colour: undefined };
  return COLOURS[code] === undefined ? style : { ...style, colour: COLOURS[code] };
}

/** Bars as boxes; text in pieces of one width of character, each at its column, so that lines hold whatever the font. */
function drawn({ text: run, column, style }, row) {
  const fill = style.dim ? '#6e7781' : (style.colour ?? '#1f2328');
  let at = column;
  return Array.from(
    run.matchAll(
      /[▇]+|[░]+|─+| +|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+|./gu,
    ),
    ([piece]) => piece,
  )
    .reduce((pieces, piece) => joined(pieces, piece), [])
    .map((piece) => {
      const x = (at + 1) * CELL.width;
      const columns = [...piece].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
      at += columns;
      return shape(piece, x, columns * CELL.width, row, fill, style);
    })
    .join('');
}

/** Narrow characters side by side become one piece again. */
function joined(pieces, piece) {
  const last = pieces.at(-1);
  const isNarrow = (text) => !/^[▇░─]|^ {2}/.test(text) && !WIDE.test(text);
  if (last === undefined || !isNarrow(last) || !isNarrow(piece)) return [...pieces, piece];
  return [...pieces.slice(0, -1), last + piece];
}

function shape(piece, x, width, row, fill, { bold }) {
  const top = (row + 1) * CELL.height;
  const box = (height, opacity) =>
    `<rect x="${x.toFixed(1)}" y="${(top + (CELL.height - height) / 2 + 1).toFixed(1)}" width="${width.toFixed(1)}" height="${height}" fill="${fill}" opacity="${opacity}"/>`;
  if (piece.startsWith('▇')) return box(11, 1);
  if (piece.startsWith('░')) return box(11, 0.15);
  if (piece.startsWith('─')) return box(1, 0.6);
  if (piece.trim() === '') return '';
  const spacing = WIDE.test(piece) ? ' letter-spacing="1.8"' : '';
  const escaped = piece.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
  return `<text x="${x.toFixed(1)}" y="${top + 13}" fill="${fill}"${bold ? ' font-weight="bold"' : ''}${spacing}>${escaped}</text>`;
}
