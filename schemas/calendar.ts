import * as z from 'zod/mini';

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

/** What a day is to a promise. A holiday may be worked; a closed day does not count at all. */
export const DayKind = z.enum(['working', 'holiday', 'closed']);
export type DayKind = z.infer<typeof DayKind>;

const ClockTime = z
  .string()
  .check(z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day such as 09:30, or 24:00'));

/** From a time of the day until just before another, on the calendar's own clock. */
export const Hours = z.strictObject({ from: ClockTime, to: ClockTime });
export type Hours = z.infer<typeof Hours>;

const HoursOfDay = z.array(Hours).check(z.maxLength(8));

/** A day that is not like its weekday. Without `hours` those of the weekday stay; a closed day has none. */
export const DatedException = z.strictObject({
  date: z.iso.date(),
  kind: DayKind,
  hours: z.optional(HoursOfDay),
});
export type DatedException = z.infer<typeof DatedException>;

/** When time counts for a promise, on the clock of a time zone. */
export const Calendar = z.strictObject({
  calendarId: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -')),
  /** A name of the IANA database, such as Asia/Shanghai. */
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  week: z.record(Weekday, HoursOfDay),
  /** Weekdays that are holidays to promises, worked or not. */
  restDays: z.optional(z.array(Weekday)),
  exceptions: z.optional(z.array(DatedException).check(z.maxLength(400))),
});
export type Calendar = z.infer<typeof Calendar>;
