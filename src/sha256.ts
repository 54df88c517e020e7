/** The SHA-256 of a text, as a Content-Security-Policy writes it. */
import { createHash } from 'node:crypto';

/** Of the text's UTF-8, in base64. */
export function sha256Base64(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
