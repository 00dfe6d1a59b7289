import { dateFormat } from "./locale";

const steps = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A length of time in its largest whole unit: "2 min", "3 t", "5 dni". Under a minute in seconds. */
export function inWords(seconds: number, language: string): string {
  const length = Math.max(0, Math.floor(seconds));
  const step = steps.find((candidate) => length >= candidate.seconds) ?? { unit: "second", seconds: 1 };
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: step.unit,
    unitDisplay: step.unit === "day" ? "long" : "short",
  }).format(Math.floor(length / step.seconds));
}

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

/** When something was, as short as is clear today: 14:05, Tuesday 14:05, 3 Nov. */
export function whenInWords(at: string, now: number, language: string): string {
  const date = new Date(at);
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  const format = (options: Intl.DateTimeFormatOptions) => dateFormat(language, options).format(date);
  const today = new Date(now);
  if (sameDay(date, today)) return format(time);
  if (now - date.getTime() < 6 * 86_400_000 && date.getTime() <= now)
    return format({ weekday: "short", ...time });
  if (date.getFullYear() === today.getFullYear()) return format({ day: "numeric", month: "short" });
  return format({ day: "numeric", month: "short", year: "numeric" });
}

/** When something will be: 14:05, Tue 14:05, 3 Nov 14:05. */
export function aheadInWords(at: string, now: number, language: string): string {
  const date = new Date(at);
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  const day: Intl.DateTimeFormatOptions = sameDay(date, new Date(now))
    ? {}
    : date.getTime() - now < 6 * 86_400_000
      ? { weekday: "short" }
      : { day: "numeric", month: "short" };
  return dateFormat(language, { ...day, ...time }).format(date);
}

export const exactly = (at: string, language: string) =>
  dateFormat(language, { dateStyle: "full", timeStyle: "medium" }).format(new Date(at));

export function dayInWords(at: string, now: number, language: string): string {
  const date = new Date(at);
  const today = new Date(now);
  const days = Math.round((startOfDay(today) - startOfDay(date)) / 86_400_000);
  if (days === 0 || days === 1)
    return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day");
  return dateFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: date.getFullYear() === today.getFullYear() ? undefined : "numeric",
  }).format(date);
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
