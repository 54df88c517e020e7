// What a terminal shows, as a picture: text with its colours to SVG, the same wherever it is drawn.
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
/** Signs that are drawn as boxes: height, opacity; those of a sparkline stand on one ground. */
const BOXES = {
  '▇': [11, 1],
  '░': [11, 0.15],
  '▒': [11, 0.4],
  '▓': [11, 0.7],
  '█': [11, 1],
  '▁': [2, 1],
  '▂': [4, 1],
  '▃': [6, 1],
  '▅': [8, 1],
  '─': [1, 0.6],
};
/** Corners and sides of boxes, from the middle of a cell: left, up, right, down. */
const LINES = { '│': 'ud', '┌': 'rd', '┐': 'ld', '└': 'ru', '┘': 'lu' };

/** `command` is shown as typed; lines beyond `columns` are cut off by the picture's edge. */
export function terminalSvg(command, text, columns = 80) {
  const lines = [`$ ${command}`, '', ...text.trimEnd().split('\n')];
  const width = (columns + 2) * CELL.width;
  const height = (lines.length + 2) * CELL.height;
  const body = lines.flatMap((line, row) => runs(line).map((run) => drawn(run, row))).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img" aria-label="Output of mlops-tag in a terminal">
<rect width="100%" height="100%" rx="8" fill="#f6f8fa"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace" font-size="14" xml:space="preserve">
${body}
</g>
</svg>
`;
}

/** A line as runs of one style, each with its first column. */
function runs(line) {
  const result = [];
  let style = {};
  let column = 0;
  for (const [, codes, plain] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (plain === undefined) style = (codes || '0').split(';').reduce(restyled, style);
    else {
      result.push({ text: plain, column, style });
      column += columnsOf(plain);
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
      /▇+|░+|▒+|▓+|█+|▁+|▂+|▃+|▅+|─+|[│┌┐└┘]| +|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+|./gu,
    ),
    ([piece]) => piece,
  )
    .reduce((pieces, piece) => joined(pieces, piece), [])
    .map((piece) => {
      const x = (at + 1) * CELL.width;
      const columns = columnsOf(piece);
      at += columns;
      return shape(piece, x, columns * CELL.width, row, fill, style);
    })
    .join('');
}

/** Narrow characters side by side become one piece again. */
function joined(pieces, piece) {
  const last = pieces.at(-1);
  const isNarrow = (text) => !/^[▇░▒▓█▁▂▃▅─│┌┐└┘]|^ {2}/.test(text) && !WIDE.test(text);
  if (last === undefined || !isNarrow(last) || !isNarrow(piece)) return [...pieces, piece];
  return [...pieces.slice(0, -1), last + piece];
}

function shape(piece, x, width, row, fill, { bold }) {
  const top = (row + 1) * CELL.height;
  const box = BOXES[piece[0]];
  if (box !== undefined) {
    const [height, opacity] = box;
    const y = piece[0] === '─' ? (CELL.height - height) / 2 + 1 : (CELL.height + 11) / 2 + 1 - height;
    return `<rect x="${x.toFixed(1)}" y="${(top + y).toFixed(1)}" width="${width.toFixed(1)}" height="${height}" fill="${fill}" opacity="${opacity}"/>`;
  }
  if (LINES[piece] !== undefined) return corner(LINES[piece], x, top, fill);
  const text = piece.trim();
  if (text === '') return '';
  const columns = columnsOf(text);
  const left = x + (piece.length - piece.trimStart().length) * CELL.width;
  const escaped = text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
  return `<text x="${left.toFixed(1)}" y="${top + 13}" textLength="${(columns * CELL.width).toFixed(1)}" fill="${fill}"${bold ? ' font-weight="bold"' : ''}>${escaped}</text>`;
}

function corner(ways, x, top, colour) {
  const [middle, half] = [x + CELL.width / 2, top + CELL.height / 2 + 1.5];
  const ends = {
    l: `H${x.toFixed(1)}`,
    r: `H${(x + CELL.width).toFixed(1)}`,
    u: `V${top + 1}`,
    d: `V${top + CELL.height + 1}`,
  };
  const path = [...ways].map((way) => `M${middle.toFixed(1)} ${half}${ends[way]}`).join('');
  return `<path d="${path}" fill="none" stroke="${colour}" opacity="0.6"/>`;
}

function columnsOf(text) {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
