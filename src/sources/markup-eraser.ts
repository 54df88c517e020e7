/** A copy of a text with stretches of it made blank. */

/** Collects what to blank, in ascending order; runs that stay are copied whole. */
export class Eraser {
  private readonly text: string;
  private readonly pieces: string[] = [];
  private done = 0;

  constructor(text: string) {
    this.text = text;
  }

  erase(from: number, to: number): void {
    const start = Math.max(from, this.done);
    if (to <= start) return;
    if (start > this.done) this.pieces.push(this.text.slice(this.done, start));
    this.pieces.push(blank(this.text.slice(start, to)));
    this.done = to;
  }

  result(): string {
    if (this.done === 0) return this.text;
    this.pieces.push(this.text.slice(this.done));
    return this.pieces.join('');
  }
}

/** As many spaces as there are code units; line breaks stay. */
export function blank(text: string): string {
  return text.includes('\n') || text.includes('\r')
    ? text.replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length))
    : ' '.repeat(text.length);
}
