/** The map of all talks; a box leads to its talks. */
import type { Coverage, CoverageGroup } from '../../../coverage/types.ts';
import { captionOf } from '../map/caption.ts';
import { mapSvg } from '../map/svg.ts';
import { hashOf } from './address.ts';
import { type Drawn, lead, type Section } from './section.ts';
import { WORDS } from './words.ts';
import { toHtml } from './write.ts';

/** Drawn twice: phones get the areas under each other. */
export function mapSection({ report: { coverage }, context: { taxonomy }, data }: Drawn): Section {
  const options = {
    title: `${WORDS.mapTitle.en} / ${WORDS.mapTitle.ja}`,
    caption: captionOf(coverage, '·'),
    weight: coverage.weight,
    standalone: false,
    ...(data.talks === undefined ? {} : { hrefFor: (id: string) => countedHash(id, coverage) }),
  };
  const group = withoutPartsAsElements(coverage.all);
  const wide = mapSvg(group, taxonomy, options);
  const narrow = mapSvg(group, taxonomy, { ...options, narrow: true });
  return {
    id: 'map',
    heading: WORDS.map,
    content: `${toHtml(lead(WORDS.mapLead))}<div class="map wide">${wide}</div><div class="map narrow">${narrow}</div>`,
  };
}

/** An id has one address, and that of a part is of the part: records may have it as an element too. */
function withoutPartsAsElements(group: CoverageGroup): CoverageGroup {
  const { parts, elements } = group;
  return {
    ...group,
    elements: Object.fromEntries(Object.entries(elements).filter(([id]) => !Object.hasOwn(parts, id))),
  };
}

/** The address of the very talks that are counted for a concept. */
function countedHash(concept: string, { weight, includeReview }: Coverage): string {
  const primary = weight === 'primary';
  return hashOf({ concept, text: '', primary, ...(includeReview ? {} : { status: 'tagged' }) });
}
