/** Hostile text kept from the machines that read logs for commands: `::name` at the start of a line, `##[` and `##vso[` anywhere. */

const SIGNS_ANYWHERE = /##(?=\w*\[)/g;

/** Lines for a log: a colon or a sign of what would be a command becomes a blank, so columns stay as many. */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1 ').replace(SIGNS_ANYWHERE, '# ');
}

/** JSON that means the same. */
export function jsonWithoutCommands(json: string): string {
  return json.replace(SIGNS_ANYWHERE, '#\\u0023');
}

/** XML that means the same. */
export function xmlWithoutCommands(xml: string): string {
  return xml.replace(SIGNS_ANYWHERE, '#&#35;');
}

/** CSV: what begins a line is put in quotes, which no reader of CSV sees. */
export function csvWithoutCommands(csv: string): string {
  return csv.replace(/^::[^,\r\n]*/gm, '"$&"').replace(SIGNS_ANYWHERE, '# ');
}
