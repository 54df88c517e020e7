/** Tags in one text, `drift, serving` or 「監視、配信」: its parts change, the separators stay. */
import { CannotWrite } from './cannot-write.ts';
import type { ListPlan, TagTexts } from './list-plan.ts';

const SEPARATOR = /([,、，])/;

/** The parts between commas, as they stand. */
export function partsOfText(text: string): TagTexts {
  return text.split(SEPARATOR).filter((_, index) => index % 2 === 0);
}

interface Part {
  readonly text: string;
  /** What stands between it and the part before it. */
  readonly separator: string;
}

/** The text when the plan is carried out; empty where no tag is left. @throws CannotWrite where a tag holds a separator */
export function editedText(text: string, { replaced, removed, added }: ListPlan): string {
  if ([...replaced.values(), ...added].some((tag) => SEPARATOR.test(tag)))
    throw new CannotWrite('its tags are a text with commas between them, and a tag to be written holds a comma');
  const pieces = text.split(SEPARATOR);
  const parts: Part[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const raw = pieces[index] ?? '';
    if (removed.has(index / 2)) continue;
    const tag = replaced.get(index / 2);
    parts.push({
      text: tag === undefined ? raw : raw.replace(raw.trim(), () => tag),
      separator: pieces[index - 1] ?? '',
    });
  }
  const blank = parts.every((part) => part.text.trim() === '');
  if (added.length > 0 && parts.at(-1)?.text.trim() === '') parts.pop();
  return joined([...(blank ? [] : parts), ...additions(pieces, added)], blank);
}

/** New parts, separated as the last two are. */
function additions(pieces: readonly string[], added: readonly string[]): readonly Part[] {
  const separator = pieces.at(-2) ?? ',';
  const lead = pieces.length > 1 ? (/^\s*/.exec(pieces.at(-1) ?? '')?.[0] ?? '') : ' ';
  return added.map((tag) => ({ text: lead + tag, separator }));
}

function joined(parts: readonly Part[], fresh: boolean): string {
  const text = parts.map((part, index) => (index === 0 ? part.text : part.separator + part.text)).join('');
  return fresh || parts[0]?.separator !== '' ? text.trimStart() : text;
}
