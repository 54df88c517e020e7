/** Texts in the forms in which rules compare them. */

const ASCII = /^[\x00-\x7f]*$/;
const SILENT_ASCII = /[^a-z\d+#]+/g;
const SILENT = /[^\p{L}\p{M}\p{N}+#]+/gu;

/** Letters and digits of any script, in NFKC and lower case; `+` and `#` stay, since C, C++ and C# are three things. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(SILENT_ASCII, '');
  return text.normalize('NFKC').toLowerCase().replace(SILENT, '');
}

/** A year as events carry it: "2020", "2020年", "'20". */
const YEAR = /((?:19|20)\d{2})(?:年度?)?|['’]\d{2}/gu;

export interface Occasion {
  /** The event's name in folded form, less the year. */
  readonly name: string;
  /** Two or four digits. */
  readonly year?: string;
}

/** An event's name taken apart: "OpML '20" and "OpML 2020" are one event. `year` is used where the name says none. */
export function occasionOf(event: string, year: number | undefined): Occasion {
  const plain = event.normalize('NFKC');
  const said = plain.match(YEAR)?.[0].replace(/\D/g, '') ?? year?.toString();
  return { name: folded(plain.replace(YEAR, ' ')), ...(said === undefined ? {} : { year: said }) };
}
