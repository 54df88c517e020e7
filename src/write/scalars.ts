/** Texts as the formats write them, in the manner of a neighbour. */

/** Words, digits and the marks inside them: what YAML of every version reads as the text it is. */
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_.+/()・ー-]*(?: [\p{L}\p{M}\p{N}_.+/()&・ー-]+)*$/u;
/** Between parts of a text with commas too, outside of brackets. */
const PLAIN_PARTS = /^[\p{L}_][\p{L}\p{M}\p{N}_.+/()&・ー、，, -]*[\p{L}\p{M}\p{N}_.+/()]$/u;
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const CONTROLS = new RegExp(CONTROL, 'g');

/** `like`: the raw scalar whose quotes are taken over; `flow`: whether it stands inside brackets. */
export function yamlScalar(text: string, like: string | undefined, flow: boolean): string {
  const quote = like?.[0];
  if (quote === "'" && !CONTROL.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const plain = (PLAIN.test(text) || (!flow && PLAIN_PARTS.test(text))) && !RESERVED.test(text);
  return plain && quote !== '"' && quote !== "'" ? text : doubleQuoted(text);
}

export function tomlScalar(text: string, like: string | undefined): string {
  return like?.[0] === "'" && !CONTROL.test(text) && !text.includes("'") ? `'${text}'` : doubleQuoted(text);
}

/** `ascii`: whether every other character is an escape, as in the rest of the file. */
export function jsonScalar(text: string, ascii: boolean): string {
  const quoted = doubleQuoted(text);
  return ascii ? quoted.replace(/[\u0080-\uffff]/g, escaped) : quoted;
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(CONTROLS, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A key as YAML or TOML may write it bare. */
export function bareKey(key: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(key) && !RESERVED.test(key);
}
