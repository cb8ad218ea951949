/** The same object, every call of its functions counted by name: `tickets.save`. */
export function counted<T extends object>(name: string, target: T, calls: Map<string, number>): T {
  const known = new Map<string | symbol, unknown>();
  return new Proxy(target, {
    get: (it, key) => {
      if (known.has(key)) return known.get(key);
      const value: unknown = Reflect.get(it, key);
      const full = `${name}.${String(key)}`;
      const result =
        typeof value === 'function'
          ? (...args: unknown[]): unknown => {
              calls.set(full, (calls.get(full) ?? 0) + 1);
              return Reflect.apply(value, it, args);
            }
          : value;
      known.set(key, result);
      return result;
    },
  });
}
