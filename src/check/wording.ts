/** How rules name tags and quote what people wrote. */
import type { RuleContext, TalkView } from './rules/types.ts';

const LONGEST_QUOTE = 60;

/** In quotation marks, and cut where it is too long for a message. */
export function quoted(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_QUOTE ? `"${text}"` : `"${characters.slice(0, LONGEST_QUOTE).join('')}…"`;
}

/** `"drift" (Data and model drift)`, as this repository writes it, the label in the talk's language. */
export function named(id: string, { talk }: TalkView, context: RuleContext): string {
  const written = canonical(id, context);
  const labels = context.concept(id)?.prefLabel ?? {};
  const language = talk.lang?.toLowerCase().replace(/-.*$/, '') ?? 'en';
  const label = (Object.hasOwn(labels, language) ? labels[language] : undefined) ?? labels.en;
  return label === undefined || label.toLowerCase() === written.toLowerCase()
    ? quoted(written)
    : `${quoted(written)} (${label})`;
}

/** How the concept is written here; its id where what the config asks for would name another concept. */
export function canonical(id: string, context: RuleContext): string {
  const written = context.written(id);
  return context.conceptNamed(written) === id ? written : id;
}

/** A confidence as messages show it: `0.93`. */
export function shownConfidence(confidence: number): string {
  return confidence.toFixed(2);
}
