/** Elements of the page as HTML. */
import { type Child, type ElementNode, isBoth, spansOf, writtenAttributes } from './node.ts';

const VOID = new Set(['br', 'hr', 'input', 'meta', 'col']);
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

export function toHtml(...children: readonly Child[]): string {
  return children.map(childHtml).join('');
}

function childHtml(child: Child): string {
  if (typeof child !== 'object') return htmlText(String(child));
  return isBoth(child) ? toHtml(...spansOf(child)) : elementHtml(child);
}

function elementHtml({ tag, attributes, children }: ElementNode): string {
  const written = writtenAttributes(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${htmlText(value)}"`))
    .join('');
  return VOID.has(tag) ? `<${tag}${written}>` : `<${tag}${written}>${toHtml(...children)}</${tag}>`;
}

/** JSON for a script element that is data: nothing in it ends the element or opens a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
