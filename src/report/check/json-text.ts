/** JSON that may be printed to any log. */
import { terminalSafeJson } from '../text.ts';
import { jsonWithoutCommands } from './commands.ts';

/** Indented by two, with a line feed at its end. */
export function jsonText(value: object): string {
  return `${jsonWithoutCommands(terminalSafeJson(JSON.stringify(value, null, 2)))}\n`;
}
