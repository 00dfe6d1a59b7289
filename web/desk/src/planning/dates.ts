import { dateFormat } from "../words/locale";

/** A day by the site's own calendar: 2026-11-23. */
export type IsoDate = string;

// Dates are days of the site's calendar, not moments: they are counted in UTC, where every day has 24 hours.
const day = 86_400_000;

export const noonOf = (date: IsoDate) => Date.parse(`${date}T12:00:00Z`);

export const plusDays = (date: IsoDate, days: number): IsoDate =>
  new Date(noonOf(date) + days * day).toISOString().slice(0, 10);

export const daysBetween = (from: IsoDate, to: IsoDate) => Math.round((noonOf(to) - noonOf(from)) / day);

export const mondayOf = (date: IsoDate): IsoDate =>
  plusDays(date, -((new Date(noonOf(date)).getUTCDay() + 6) % 7));

export const isDate = (text: string | null): text is IsoDate =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noonOf(text));

/** Which day it is where the site is. */
export function todayIn(timeZone: string, now: number): IsoDate {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

export const dateText = (date: IsoDate, language: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(language, { ...options, timeZone: "UTC" }).format(noonOf(date));

export const longDate = (date: IsoDate, language: string) =>
  dateText(date, language, { weekday: "long", day: "numeric", month: "long" });

export const shortDate = (date: IsoDate, language: string) =>
  dateText(date, language, { weekday: "short", day: "numeric", month: "short" });

/** 23–29 November 2026. */
export const spanText = (from: IsoDate, days: number, language: string) =>
  dateFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(noonOf(from), noonOf(plusDays(from, days - 1)));
