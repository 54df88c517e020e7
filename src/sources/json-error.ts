/** What is wrong with a text that JSON.parse refused, and where; the same words on every version of Node.js. Loaded when needed. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Finding } from '../findings.ts';
import { LineIndex } from './lines.ts';

const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word that is no JSON value',
  InvalidNumberFormat: 'a number in a form that JSON does not know',
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'a closing } is missing here',
  CloseBracketExpected: 'a closing ] is missing here',
  EndOfFileExpected: 'nothing may follow the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a string is not closed',
  UnexpectedEndOfNumber: 'a number breaks off',
  InvalidUnicode: 'an escape \\u wants four hexadecimal digits',
  InvalidEscapeCharacter: 'an escape that JSON does not know',
  InvalidCharacter: 'a control character in a string; write it as an escape',
};

/** `text` must be no deeper than `MAX_DEPTH`: the parser that finds the place is recursive. */
export function jsonError(text: string, path: string, firstLine: number): Finding {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowEmptyContent: false });
  const [first] = errors;
  const reason = first === undefined ? undefined : REASONS[printParseErrorCode(first.error)];
  // What is missing at the end is missing behind the last character, not on the empty line below it.
  const offset = Math.min(first?.offset ?? 0, text.trimEnd().length);
  const position = new LineIndex(text, firstLine).at(offset);
  return { code: 'syntax-error', format: 'JSON', reason: reason ?? 'not valid JSON', path, ...position };
}
