export interface Opening {
  time: string;
  /** Absent when it is still today. */
  day?: string;
  /** The site keeps another clock than the reader, so it must be said whose time this is. */
  otherClock: boolean;
}

export function clockTime(at: Date, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone }).format(at);
}

const dayNumber = (at: Date, timeZone?: string) =>
  Date.parse(`${new Intl.DateTimeFormat("en-CA", { timeZone }).format(at)}T00:00:00Z`) / 86_400_000;

/** When it opens, in the reader's zone: "9:00", "Monday 9:00", or a date when it is more than six days away. */
export function opening(
  at: Date,
  now: Date,
  language: string,
  siteZone: string,
  readerZone?: string,
): Opening {
  const days = dayNumber(at, readerZone) - dayNumber(now, readerZone);
  const form: Intl.DateTimeFormatOptions = days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" };
  return {
    time: clockTime(at, language, readerZone),
    day:
      days > 0 ? new Intl.DateTimeFormat(language, { ...form, timeZone: readerZone }).format(at) : undefined,
    otherClock: clockTime(at, "en", siteZone) !== clockTime(at, "en", readerZone),
  };
}

/** Exact, for titles: "Monday, 3 March at 14:05". */
export function exactTime(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" }).format(at);
}
