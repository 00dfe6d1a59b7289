import { base } from "./choose";

export interface Opening {
  time: string;
  /** Absent when it is still today. */
  day?: string;
}

/**
 * The server's own words stand beside these and know only the language: 24 hours, the day before the month.
 * So do these, whatever the reader's region.
 */
const written = (language: string) => (base(language) === "en" ? "en-GB" : language);

export function clockTime(at: Date, language: string, timeZone?: string): string {
  const form = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return at.toLocaleTimeString(written(language), { ...form, timeZone });
}

/** Swedish dates are written as ISO 8601 has them. */
const dayNumber = (at: Date, timeZone?: string) =>
  Date.parse(at.toLocaleDateString("sv", { timeZone })) / 86_400_000;

/** When it opens, in the reader's zone: "09:00", "Monday 09:00", or a date when it is more than six days away. */
export function opening(at: Date, now: Date, language: string, readerZone?: string): Opening {
  const days = dayNumber(at, readerZone) - dayNumber(now, readerZone);
  const form = days < 7 ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "long" } as const);
  return {
    time: clockTime(at, language, readerZone),
    day: days > 0 ? dateText(at, language, { ...form, timeZone: readerZone }) : undefined,
  };
}

/** Near enough that a time of day says which day: what stays open for longer has no end worth saying. */
export const isSoon = (at: Date, now: Date): boolean => at.getTime() - now.getTime() < 86_400_000;

/** Where the site keeps another clock than the reader it must be said whose time is meant. */
export function clocksDiffer(at: Date, siteZone: string, readerZone?: string): boolean {
  return clockTime(at, "en", siteZone) !== clockTime(at, "en", readerZone);
}

/** "Monday 3 March". */
export const dayName = (at: Date, language: string): string =>
  dateText(at, language, { weekday: "long", day: "numeric", month: "long" });

/** Exact, for titles: "Monday 3 March 2026 at 14:05". */
export const exactTime = (at: Date, language: string): string =>
  dateText(at, language, { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });

const dateText = (at: Date, language: string, form: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(written(language), form).format(at);
