/** What ECharts writes as SVG, made fit for a page that allows no style but its own sheet's: classes and attributes instead. */
import { inkClass } from './palette.ts';

/** Attributes of ECharts' own doings in a browser, or that say what holds without them. */
const IDLE = new Set(['pointer-events', 'class', 'xmlns:xlink', 'version', 'baseProfile', 'xml:space', 'clip-path']);
const DEFAULTS = new Set([
  'text-anchor="start"',
  'stroke-width="1"',
  // Of every text: the style sheet says it once.
  'dominant-baseline="central"',
]);

const ELEMENT = /<([a-z][\w:]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>/gi;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
/** Frames for what could leave a chart's area, under ids that count on from chart to chart; our charts stay inside theirs. */
const FRAMES = /<defs\b[^>]*>.*?<\/defs>/gs;
const STYLE_SHEET = /<style\b[^>]*>.*?<\/style>/gs;
const UNSEEN = /<(path|rect)\b[^>]*(?:stroke-opacity="0"| fill="none"(?![^>]*stroke))[^>]*><\/\1>/g;

/** The same picture without `<style>`, `style="…"`, ids and the family of fonts: the page decides on fonts, and on colours by classes. */
export function plainSvg(svg: string): string {
  return svg
    .replace(STYLE_SHEET, '')
    .replace(FRAMES, '')
    .replace(UNSEEN, '')
    .replace(ELEMENT, (_, name: string, attributes: string) => `<${name}${plainAttributes(attributes)}>`)
    .replace(/>\n+/g, '>')
    .replace(/<g><\/g>/g, '');
}

function plainAttributes(written: string): string {
  const kept: string[] = [];
  const classes: string[] = [];
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (IDLE.has(name) || name.startsWith('ecmeta_')) continue;
    const inked = name === 'fill' || name === 'stroke' ? inkClass(name, value) : undefined;
    if (inked !== undefined) classes.push(inked);
    else if (name === 'style') kept.push(...declared(value));
    else kept.push(`${name}="${value}"`);
  }
  const named = classes.length === 0 ? [] : [`class="${classes.join(' ')}"`];
  return [...kept, ...named]
    .filter((attribute) => !DEFAULTS.has(attribute))
    .map((attribute) => ` ${attribute}`)
    .join('');
}

/** `font-size:12px;font-weight:bold` as attributes. */
function declared(style: string): readonly string[] {
  return style.split(';').flatMap((declaration) => {
    const [property = '', value = ''] = declaration.split(':').map((text) => text.trim());
    return property === '' || property === 'font-family' ? [] : [`${property}="${value.replace(/px$/, '')}"`];
  });
}
