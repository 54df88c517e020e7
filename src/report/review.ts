/** Talks without a tag and talks to look at, in words. */
import { conceptNamed } from '../classify/declared.ts';
import type { TaggedTalk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { Span } from './layout.ts';
import { visibleLine } from './text.ts';
import { themeOf } from './theme.ts';
import type { ReportContext } from './types.ts';

/** What is to be said beside or instead of tags; nothing for a talk that is simply tagged. */
export function lookSpans(talk: TaggedTalk, context: ReportContext): readonly Span[] {
  const { dim, glyphs, review } = themeOf(context);
  if (talk.status === 'tagged') return [];
  const nearest = nearestOf(talk, glyphs.dash);
  if (talk.status === 'review')
    return [{ text: 'worth a look: ', paint: review }, { text: reviewReason(talk, context, glyphs.dash) }];
  return [
    { text: nothingFound(context.taxonomy), paint: review },
    { text: nearest === '' ? '' : ` (nearest: ${nearest})`, paint: dim },
  ];
}

/** The answer for a talk without a tag. */
export function nothingFound({ id, title }: Taxonomy): string {
  return id === 'which-part' ? 'no part of MLOps found' : `nothing of "${visibleLine(title.en ?? id)}" found`;
}

/** Why a talk is up for review: what its source declares against what was found, else how close the call was. */
export function reviewReason(talk: TaggedTalk, context: ReportContext, dash: string): string {
  const unfound = unfoundDeclared(talk, context.taxonomy).map((value) => `"${visibleLine(value)}"`);
  if (unfound.length > 0) return `declared ${unfound.join(', ')}, which the text does not show`;
  const [best] = talk.tags;
  if (best !== undefined) return `${best.id} ${best.confidence.toFixed(2)} is close to the cut`;
  const nearest = nearestOf(talk, dash);
  return nearest === '' ? 'nothing found' : `just below the cut: ${nearest}`;
}

function nearestOf({ near }: TaggedTalk, dash: string): string {
  const [nearest] = near;
  if (nearest === undefined) return '';
  return `${nearest.id} ${nearest.confidence.toFixed(2)} ${dash} ${nearest.missing}`;
}

/** Declared values that name a concept that no tag agrees with; those that name none are no reason. */
function unfoundDeclared({ declared, tags }: TaggedTalk, taxonomy: Taxonomy): readonly string[] {
  const found = new Set(tags.flatMap(({ id, part }) => [id, part]));
  return (declared ?? []).filter((value) => {
    const id = conceptNamed(value, taxonomy);
    return id !== undefined && !found.has(id);
  });
}
