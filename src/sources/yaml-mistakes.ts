/** Where somebody would mend a mistake that the library tells of elsewhere, and in which words. */
import { CST, type YAMLParseError } from 'yaml';
import { openQuoteOffset } from './yaml-quotes.ts';

export interface Mistake {
  readonly offset: number;
  readonly reason: string;
}

export function mistakeOf(mistake: YAMLParseError, tokens: readonly CST.Token[], text: string): Mistake {
  const quote = openQuoteOffset(mistake, tokens);
  if (quote !== undefined) return { offset: quote, reason: 'a quote is opened here and never closed' };
  const bracket = openBracketOffset(mistake, tokens);
  if (bracket !== undefined)
    return { offset: bracket, reason: `a ${text.charAt(bracket)} is opened here and never closed` };
  const key = deeperKeyOffset(mistake, text);
  if (key !== undefined) return { offset: key, reason: 'this key is indented further than the one above it' };
  return { offset: mistake.pos[0], reason: mistake.message.split('\n', 1)[0] ?? '' };
}

/** The bracket of the list or map that the line where the library misses its end belongs to. */
function openBracketOffset({ message }: YAMLParseError, tokens: readonly CST.Token[]): number | undefined {
  const closing = /^Flow (?:sequence|map) .*end with a ([\]}])$/.exec(message.split(' at line')[0] ?? '')?.[1];
  if (closing === undefined) return undefined;
  let offset: number | undefined;
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    CST.visit(token, ({ key, value }) => {
      const open = [key, value].find((part) => part != null && isOpen(part, closing));
      if (open == null) return undefined;
      offset = open.offset;
      return CST.visit.BREAK;
    });
  }
  return offset;
}

function isOpen(token: CST.Token, closing: string): boolean {
  return (
    token.type === 'flow-collection' &&
    (token.start.source === '[') === (closing === ']') &&
    !token.end.some(({ source }) => source === closing)
  );
}

/** `a: text`, and `b: text` below it further in: read as one key of two lines, `text b`, where no key may stand. */
function deeperKeyOffset({ code, pos }: YAMLParseError, text: string): number | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const [key = ''] = /^[^:]*(?=:(?:\s|$))/.exec(text.slice(pos[0], pos[0] + LONGEST_KEY)) ?? [];
  const feed = key.lastIndexOf('\n');
  return feed < 0 ? undefined : pos[0] + feed + 1 + (/\S/.exec(key.slice(feed + 1))?.index ?? 0);
}

/** Characters in which a colon is looked for; YAML itself allows 1,024. */
const LONGEST_KEY = 1100;
