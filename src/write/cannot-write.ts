/** Thrown inside the planning of edits where one would touch more than tags; becomes a `Refusal` at its edge. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}
