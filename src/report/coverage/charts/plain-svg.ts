/** What ECharts writes as SVG, made fit for a page that allows no style but its own sheet's: classes and attributes instead. */
import { inkClass } from './palette.ts';

/** Attributes of ECharts' own doings in a browser, none of which a picture needs. */
const IDLE = new Set(['pointer-events', 'class', 'xmlns:xlink', 'version', 'baseProfile']);

const ELEMENT = /<([a-z][\w:]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>/gi;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const STYLE_SHEET = /<style\b[^>]*>.*?<\/style>/gs;
/** Ids count on from chart to chart. */
const OWN_ID = /\bzr\d+-(\w+)/g;

/**
 * The same picture without `<style>`, `style="…"` and the family of fonts, which the page decides; with ids of its own, so that
 * charts on one page do not take each other's shapes.
 */
export function plainSvg(svg: string, id: string): string {
  return svg
    .replace(STYLE_SHEET, '')
    .replace(ELEMENT, (_, name: string, attributes: string) => `<${name}${plainAttributes(attributes, id)}>`)
    .replace(/<defs><\/defs>|<rect[^>]* fill="none"><\/rect>/g, '');
}

function plainAttributes(written: string, id: string): string {
  const kept: string[] = [];
  const classes: string[] = [];
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (IDLE.has(name) || name.startsWith('ecmeta_')) continue;
    if (name === 'style') kept.push(...declared(value));
    else kept.push(`${name}="${value.replace(OWN_ID, `${id}-$1`)}"`);
    const inked = name === 'fill' || name === 'stroke' ? inkClass(name, value) : undefined;
    if (inked !== undefined) classes.push(inked);
  }
  const named = classes.length === 0 ? [] : [`class="${classes.join(' ')}"`];
  return [...kept, ...named].map((attribute) => ` ${attribute}`).join('');
}

/** `font-size:12px;font-weight:bold` as attributes. */
function declared(style: string): readonly string[] {
  return style.split(';').flatMap((declaration) => {
    const [property = '', value = ''] = declaration.split(':').map((text) => text.trim());
    return property === '' || property === 'font-family' ? [] : [`${property}="${value.replace(/px$/, '')}"`];
  });
}
