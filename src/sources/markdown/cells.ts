/** What the columns of a table of talks hold. */
import { roleOf } from './labels.ts';

const SPEAKER = /^(?:speakers?|speaker names?|presenters?|発表者|登壇者|講演者|講師|スピーカー|讲师)$/i;

/** The role of a column by its header cell; undefined where it says nothing. */
export function tableRole(cell: string): 'title' | 'description' | 'speaker' | undefined {
  const name = cell.replace(/[*_`]/g, '').normalize('NFKC').trim();
  if (name === '' || name.length > 60) return undefined;
  const role = roleOf(name);
  if (role === 'title' || /^(?:talk|session|presentation|発表|講演|トーク|セッション)$/i.test(name)) return 'title';
  if (role === 'text') return 'description';
  return SPEAKER.test(name) ? 'speaker' : undefined;
}

/** Whether a table with these columns is one of talks: a title alone may as well name books, or people's jobs. */
export function isTalkTable(roles: readonly ReturnType<typeof tableRole>[]): boolean {
  return roles.includes('title') && (roles.includes('description') || roles.includes('speaker'));
}
