/** Where a quote opens that nothing closes: the library tells of it where the text ends. */
import { CST, type YAMLParseError } from 'yaml';

/** The offset of the quote that this mistake is about; undefined where it is about something else. */
export function openQuoteOffset({ message, pos }: YAMLParseError, tokens: readonly CST.Token[]): number | undefined {
  if (!/^Missing closing ["']quote/.test(message)) return undefined;
  let offset: number | undefined;
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    CST.visit(token, ({ key, value }) => {
      const quoted = [key, value].find((part) => part != null && isQuotedUpTo(part, pos[0]));
      if (quoted == null) return undefined;
      offset = quoted.offset;
      return CST.visit.BREAK;
    });
  }
  return offset;
}

function isQuotedUpTo(token: CST.Token, end: number): boolean {
  return (
    (token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') &&
    token.offset + token.source.length === end
  );
}
