/** The comments of a YAML text. What looks like one in a scalar is none: the library's lexer tells them apart. */
import { CST, Lexer } from 'yaml';
import type { Comment } from './comments.ts';

/** `offset`: where the text begins in its file. */
export function commentsOfYaml(text: string, offset: number): readonly Comment[] {
  const comments: Comment[] = [];
  let at = offset;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    const isMark = token === CST.DOCUMENT || token === CST.SCALAR || token === CST.FLOW_END;
    if (!isMark && !scalar && token.startsWith('#'))
      comments.push({ start: at, end: at + token.length, content: token.slice(1) });
    scalar = token === CST.SCALAR;
    if (!isMark) at += token.length;
  }
  return comments;
}
