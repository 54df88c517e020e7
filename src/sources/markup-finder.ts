/** Finds marks further on in the text; each mark is searched forward once in all, so that hostile input costs one pass. */
export class Finder {
  private readonly text: string;
  /** From where on a mark does not occur any more. */
  private readonly missing = new Map<string, number>();
  private readonly next = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** The offset after the next `mark` from `at` on, or -1. */
  after(mark: string, at: number): number {
    if ((this.missing.get(mark) ?? Number.POSITIVE_INFINITY) <= at) return -1;
    const known = this.next.get(mark) ?? -1;
    if (known >= at) return known + mark.length;
    const found = this.text.indexOf(mark, at);
    if (found < 0) {
      this.missing.set(mark, at);
      return -1;
    }
    this.next.set(mark, found);
    return found + mark.length;
  }

  /** As `after`, but not beyond a blank line. */
  withinParagraph(mark: string, at: number): number {
    const close = this.after(mark, at);
    if (close < 0) return -1;
    const gap = this.after('\n\n', at);
    if (gap >= 0 && gap < close) return -1;
    const windowsGap = this.after('\n\r\n', at);
    return windowsGap >= 0 && windowsGap < close ? -1 : close;
  }
}
