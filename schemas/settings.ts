import * as z from 'zod/mini';
import { AgentId, IsoTime } from './ids.ts';
import type { settingsSchemas } from './settings-kinds.ts';

export type SettingsKind = keyof typeof settingsSchemas;
export type SettingsOf<K extends SettingsKind> = z.output<(typeof settingsSchemas)[K]>;

const Note = z.string().check(z.maxLength(300));
const saved = { savedAt: IsoTime, savedBy: AgentId, note: z.optional(Note) };

/** One version of settings as it is kept. What it says is read with the schema of its kind. */
export const KeptSettings = z.strictObject({
  version: z.int().check(z.positive()),
  ...saved,
  settings: z.unknown(),
});
export type KeptSettings = z.infer<typeof KeptSettings>;

/** Settings in force: version 0 is what ships, which nobody saved. */
export const inForceOf = <S extends z.ZodMiniType>(settings: S) =>
  z.strictObject({
    version: z.int().check(z.nonnegative()),
    savedAt: z.optional(IsoTime),
    savedBy: z.optional(AgentId),
    note: z.optional(Note),
    settings,
  });

/** A whole new document; `expectedVersion` is the version that was read, so that nobody overwrites what they have not seen. */
export const changeOfSettings = <S extends z.ZodMiniType>(settings: S) =>
  z.strictObject({ expectedVersion: z.int().check(z.nonnegative()), note: z.optional(Note), settings });
