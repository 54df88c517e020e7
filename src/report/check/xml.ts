/** Text of strangers inside XML 1.0, where it is text and nothing else. */
import { plainLine } from '../text.ts';
import { xmlWithoutCommands } from './commands.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One line, for an attribute or between tags; what XML cannot hold at all is left out. */
export function xmlText(text: string): string {
  const plain = plainLine(text).replace(/[\ufffe\uffff]/g, '');
  return xmlWithoutCommands(plain.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign));
}

/** ` name="value"` for each. */
export function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
