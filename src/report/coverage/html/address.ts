/** What is shown ⇄ the address behind its #, so that a view can be kept, sent and gone back to. */

import type { Status } from '../../../talk.ts';
import { STATUSES } from './data.ts';

export type Language = 'en' | 'ja';

export interface View {
  /** The id of a part or element. */
  readonly concept?: string;
  /** The name of a group. */
  readonly group?: string;
  /** The names of a product and of an organisation, as their tables have them. */
  readonly tool?: string;
  readonly organisation?: string;
  readonly lang?: string;
  readonly status?: Status;
  readonly text: string;
  readonly primary: boolean;
  /** The names of the groups compared. */
  readonly before?: string;
  readonly after?: string;
  /** Of the interface; absent where nobody chose one. */
  readonly ui?: Language;
}

/** A longer text is nothing that anybody typed; names are as long as the talks have them. */
const LONGEST_TEXT = 300;
const NAMES = [
  'concept',
  'group',
  'tool',
  'organisation',
  'lang',
  'status',
  'text',
  'primary',
  'before',
  'after',
  'ui',
] as const;

/** What names something of the page. */
type Naming = 'concept' | 'group' | 'tool' | 'organisation' | 'lang' | 'before' | 'after';

/** What cannot be understood is left out; any text is fine. */
export function viewOf(hash: string): View {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const value = (name: (typeof NAMES)[number]): string | undefined => given.get(name) ?? undefined;
  const text = value('text') ?? '';
  const optional = (name: Naming) => {
    const named = value(name);
    return named === undefined ? {} : { [name]: named };
  };
  const status = STATUSES.find((name) => name === value('status'));
  const ui = value('ui');
  return {
    ...optional('concept'),
    ...optional('group'),
    ...optional('tool'),
    ...optional('organisation'),
    ...optional('lang'),
    ...optional('before'),
    ...optional('after'),
    ...(status === undefined ? {} : { status }),
    ...(ui === 'en' || ui === 'ja' ? { ui } : {}),
    text: text.length > LONGEST_TEXT ? '' : text,
    primary: value('primary') === '1',
  };
}

/** Empty for a view of everything. */
export function hashOf(view: View): string {
  const written = new URLSearchParams();
  for (const name of NAMES) {
    const value = view[name];
    if (name === 'primary') {
      if (view.primary) written.set(name, '1');
    } else if (typeof value === 'string' && (value !== '' || name === 'group')) written.set(name, value);
  }
  const text = written.toString();
  return text === '' ? '' : `#${text}`;
}

/** Whether a view asks for some of the talks. */
export function isFiltered({ ui: _, before: _before, after: _after, ...filter }: View): boolean {
  return hashOf(filter) !== '';
}

/** Whether an address says what to show, rather than which place of the page. */
export function isView(hash: string): boolean {
  return hash.length <= 1 || hash.includes('=');
}
