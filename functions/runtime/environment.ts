import type * as z from 'zod/mini';

/** Reads what a resource told this function; a missing or broken value stops the start with its name. */
export function environment<T extends z.ZodMiniType>(schema: T): z.output<T> {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`environment is incomplete: ${problems.join('; ')}`);
}
