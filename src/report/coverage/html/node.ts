/** Elements of the page as plain data: the report writes them as HTML, the browser builds them, and both put text in as text. */

/** A text in both languages of the interface; the style sheet shows one. */
export interface Both {
  readonly en: string;
  readonly ja: string;
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = string | number | Both | ElementNode;

export interface ElementNode {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): ElementNode {
  return { tag, attributes, children };
}

export function isBoth(child: Child): child is Both {
  return typeof child === 'object' && 'en' in child;
}

/** One text where both are the same, else one element a language. */
export function spansOf({ en, ja }: Both): readonly (string | ElementNode)[] {
  if (en === ja) return [en];
  return [h('span', { class: 'en', lang: 'en' }, en), h('span', { class: 'ja', lang: 'ja' }, ja)];
}

/** Attributes as they are written: absent and false ones left out. @throws RangeError for one that could carry code or style. */
export function writtenAttributes(attributes: Attributes): readonly (readonly [string, string])[] {
  const written: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (/^on|^style$|^srcdoc$/i.test(name)) throw new RangeError(`no element of the page has ${name}`);
    if (value === undefined || value === false) continue;
    const text = value === true ? '' : String(value);
    if (name !== 'href' || isSafeLink(text)) written.push([name, text]);
  }
  return written;
}

/** Whether it leads to the web or into the page itself, and can run nothing. */
export function isSafeLink(link: string): boolean {
  if (link.startsWith('#')) return true;
  if (!/^https?:\/\//i.test(link)) return false;
  return URL.canParse(link);
}
