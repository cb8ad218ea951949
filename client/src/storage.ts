/** Where writes wait until the platform has them. `localStorage` fits as it is. */
export interface OutboxStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Kept for as long as the program runs. */
export function memoryStorage(): OutboxStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** The browser's own, where there is one and it may be used; memory otherwise. */
export function anyStorage(): OutboxStorage {
  // Node has the name, and warns whoever touches it.
  if (!('document' in globalThis)) return memoryStorage();
  try {
    return localStorage;
  } catch {
    return memoryStorage();
  }
}
