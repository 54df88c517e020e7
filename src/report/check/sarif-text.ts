/** Text of strangers inside SARIF messages, where braces are placeholders and `[text](target)` is a link. */
import { plainLine } from '../text.ts';

export function messageText(text: string): string {
  return withoutPlaceholders(plainLine(text)).replaceAll('](', '] (');
}

/** What a link of our own is called. */
export function linkText(text: string): string {
  return withoutPlaceholders(plainLine(text)).replace(/[\\[\]]/g, '\\$&');
}

function withoutPlaceholders(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}
