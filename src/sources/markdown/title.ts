/** The title of a body that is one talk. */
import type { PlacedText } from '../entry.ts';
import { sectionKind } from './headings.ts';
import { labelAt, roleOf } from './labels.ts';
import {
  BLANK,
  GONE,
  HEADING,
  headingRange,
  headingText,
  levelOf,
  lineText,
  type Outline,
  RULE,
  TEXT,
  UNDERLINE,
} from './lines.ts';
import { type Body, placedLine } from './place.ts';

export interface TopTitle {
  readonly line: number;
  readonly title: PlacedText;
  /** The name before the colon of `# Speaker: Title`. */
  readonly speaker?: PlacedText;
}

/** The heading that stands before all text but label lines; a section's name is none. */
export function topHeading(body: Body, about: boolean): TopTitle | undefined {
  const line = firstHeading(body);
  if (line === undefined) return undefined;
  const { from, to } = headingRange(body.outline, line);
  const title = placedLine(body, from, to);
  if (title === undefined) return undefined;
  const colon = about ? speakerEnd(body.outline.text.slice(from, Math.min(to, from + 100))) : 0;
  if (colon === 0) return { line, title };
  const rest = placedLine(body, from + colon + 1, to);
  const speaker = placedLine(body, from, from + colon);
  return rest === undefined || speaker === undefined ? { line, title } : { line, title: rest, speaker };
}

/** Badges and banners stand above titles. */
const PICTURE = /^\s*(?:\[?!\[|<)/;

function firstHeading({ outline, masked }: Body): number | undefined {
  for (let line = 0; line < outline.count; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === BLANK || kind === GONE || kind === RULE || kind === UNDERLINE) continue;
    const start = outline.starts[line] ?? 0;
    if (kind > HEADING) {
      if (!/\S/.test(masked.slice(start, outline.starts[line + 1]))) continue;
      return hasInkFirst({ outline, masked }, line) && isTitle(outline, line) ? line : undefined;
    }
    if (PICTURE.test(outline.text.slice(start, start + 20))) continue;
    const wording = masked.slice(start, outline.starts[line + 1]).trim();
    const label = wording === '' ? undefined : labelAt(outline, line);
    if (wording !== '' && (label === undefined || label.role === 'unknown')) return undefined;
  }
  return undefined;
}

/** Whether no heading stands above but those of the site around the text, which are blank by now. */
function hasInkFirst({ outline, masked }: Pick<Body, 'outline' | 'masked'>, line: number): boolean {
  return outline.headings.every((other) => {
    if (other >= line) return true;
    return (
      outline.kinds[other] !== GONE && !/\S/.test(masked.slice(outline.starts[other] ?? 0, outline.starts[other + 1]))
    );
  });
}

/** Level 1 is a title; a deeper heading only where nothing else stands at its level or above. */
function isTitle(outline: Outline, line: number): boolean {
  const level = levelOf(outline, line);
  const alone = !outline.headings.some(
    (other) => other !== line && levelOf(outline, other) > 0 && levelOf(outline, other) <= level,
  );
  if (level > 1 && !alone) return false;
  const heading = headingText(outline, line);
  if (!alone && roleOf(heading) === 'title') return false;
  return sectionKind(heading) === undefined || (alone && level === 1);
}

const NAME =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|el|bin|al)){1,4}(?:(?:,| and| &) \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3})*$/u;
/** Words that stand before a colon in titles, not in names. */
const TOPIC =
  /\b(?:machine|learning|deep|data|model|models|mlops|devops|ai|ml|llm|llms|workshop|keynote|panel|talk|session|introduction|intro|lessons|building|scaling|beyond|from|how|why|what|case|study|part|production|platform|pipelines?|engineering|science|systems?|open|source|python|cloud|native|feature|store|the|a|an|of|for|in|on|with|to|is|are|at)\b/i;

/** The offset of the colon after a person's name at the start of a title; 0 where it begins otherwise. */
function speakerEnd(title: string): number {
  const colon = title.indexOf(': ');
  if (colon <= 0) return 0;
  const name = title.slice(0, colon);
  return name.length <= 60 && NAME.test(name) && !TOPIC.test(name) ? colon : 0;
}

/** Plain text: the first line where it is short and stands alone, or begins what follows. */
export function firstLineTitle(body: Body): TopTitle | undefined {
  const { outline } = body;
  for (let line = 0; line < outline.count; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === BLANK || kind === GONE || kind === RULE) continue;
    if (kind !== TEXT) return undefined;
    const content = lineText(outline, line);
    if (content.trim().length > 120 || /[。．]\s*$/.test(content.slice(-10))) return undefined;
    const start = outline.starts[line] ?? 0;
    const title = placedLine(body, start, start + content.length);
    return title === undefined ? undefined : { line, title };
  }
  return undefined;
}
