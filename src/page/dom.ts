/** Elements of the page as the browser's own; text goes in as text, never as markup. */
import { type Child, type ElementNode, isBoth, spansOf, writtenAttributes } from '../report/coverage/html/node.ts';

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'rect']);

export function toDom(...children: readonly Child[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const child of children) append(fragment, child);
  return fragment;
}

function append(parent: Node, child: Child): void {
  if (typeof child !== 'object') parent.appendChild(document.createTextNode(String(child)));
  else if (isBoth(child)) for (const span of spansOf(child)) append(parent, span);
  else parent.appendChild(elementOf(child));
}

function elementOf({ tag, attributes, children }: ElementNode): Element {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of writtenAttributes(attributes)) element.setAttribute(name, value);
  for (const child of children) append(element, child);
  return element;
}

/** The element of an id if it is there and of this kind. */
export function byId<T extends Element>(id: string, kind: new () => T): T | undefined {
  const found = document.getElementById(id);
  return found instanceof kind ? found : undefined;
}
