/** The list of talks, which the page's script fills. */
import { filterForm } from './filter.ts';
import { h } from './node.ts';
import type { Drawn, Section } from './section.ts';
import { WORDS } from './words.ts';
import { toHtml } from './write.ts';

export function listSection({ data }: Drawn): Section {
  const section = { id: 'list', heading: WORDS.list };
  if (data.talks === undefined) return { ...section, content: '' };
  const languages = [...new Set(data.talks.map(([, , , , lang]) => data.strings[lang] ?? ''))].filter(Boolean).sort();
  const content = toHtml(
    // Above the filter, which fills a phone: who chose a number sees at once what it stands for.
    h('p', { id: 'matching', class: 'needs-script', role: 'status' }),
    filterForm(data, languages),
    h('ol', { id: 'talks', class: 'needs-script' }),
    h('p', { id: 'printed', class: 'note' }),
    h('button', { id: 'more', type: 'button', class: 'needs-script', hidden: true }, WORDS.more),
    h('noscript', {}, h('p', {}, WORDS.noScript)),
  );
  return { ...section, content };
}
