export interface Opening {
  time: string;
  /** Absent when it is still today. */
  day?: string;
}

export function clockTime(at: Date, language: string, timeZone?: string): string {
  return at.toLocaleTimeString(language, { hour: "numeric", minute: "2-digit", timeZone });
}

/** Swedish dates are written as ISO 8601 has them. */
const dayNumber = (at: Date, timeZone?: string) =>
  Date.parse(at.toLocaleDateString("sv", { timeZone })) / 86_400_000;

/** When it opens, in the reader's zone: "9:00", "Monday 9:00", or a date when it is more than six days away. */
export function opening(at: Date, now: Date, language: string, readerZone?: string): Opening {
  const days = dayNumber(at, readerZone) - dayNumber(now, readerZone);
  const form = days < 7 ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "long" } as const);
  return {
    time: clockTime(at, language, readerZone),
    day:
      days > 0 ? new Intl.DateTimeFormat(language, { ...form, timeZone: readerZone }).format(at) : undefined,
  };
}

/** Near enough that a time of day says which day: what stays open for longer has no end worth saying. */
export const isSoon = (at: Date, now: Date): boolean => at.getTime() - now.getTime() < 86_400_000;

/** Where the site keeps another clock than the reader it must be said whose time is meant. */
export function clocksDiffer(at: Date, siteZone: string, readerZone?: string): boolean {
  return clockTime(at, "en", siteZone) !== clockTime(at, "en", readerZone);
}

/** Exact, for titles: "Monday, 3 March at 14:05". */
export function exactTime(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" }).format(at);
}
