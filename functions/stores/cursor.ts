/** A cursor that was not made here. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

/** The key of the last row of a page, opaque to callers. */
export function writeCursor(key: object): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key a cursor was made of. @throws CursorError when it is none of ours. */
export function readCursor(cursor: string): Record<string, string> {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (key !== null && typeof key === 'object' && !Array.isArray(key)) {
      const parts = Object.entries(key);
      if (parts.every((part): part is [string, string] => typeof part[1] === 'string'))
        return Object.fromEntries(parts);
    }
  } catch (error) {
    throw new CursorError('cursor is not one of ours', { cause: error });
  }
  throw new CursorError('cursor is not one of ours');
}
