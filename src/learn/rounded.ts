/** Three decimals of a log-odds or a share are more than anybody can see; a zero has no sign. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
