/**
 * The value, with everything in it made unchangeable: whoever gets it can share it, and nobody can change another's copy.
 * What is frozen already is not looked into again, so a new state of a ticket costs only its new parts.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
