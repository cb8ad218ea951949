/** One line per decision, as JSON, with ids; never a customer's words or a whole event. */
export function log(
  level: 'info' | 'warn' | 'error',
  message: string,
  ids: Record<string, unknown> = {},
): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...ids })}\n`);
}

/** What may be said of an error in a log: its name, and its stack for those nobody expected. */
export function describe(error: unknown): Record<string, unknown> {
  return error instanceof Error ? { error: error.name, stack: error.stack } : { error: String(error) };
}
