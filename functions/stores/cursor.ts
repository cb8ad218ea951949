/** A cursor that was not made here. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}
