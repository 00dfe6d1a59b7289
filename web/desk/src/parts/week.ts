import type { HoursInterval } from "@kanal/api";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];
export type Week = Record<string, HoursInterval[]>;

/** 2024 began on a Monday. */
export const weekdayName = (day: Weekday, language: string, weekday: "long" | "short" = "long") =>
  new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" }).format(
    Date.UTC(2024, 0, 1 + weekdays.indexOf(day)),
  );

export const officeHours = (): Record<Weekday, HoursInterval[]> => ({
  monday: [{ from: "09:00", to: "17:00" }],
  tuesday: [{ from: "09:00", to: "17:00" }],
  wednesday: [{ from: "09:00", to: "17:00" }],
  thursday: [{ from: "09:00", to: "17:00" }],
  friday: [{ from: "09:00", to: "17:00" }],
  saturday: [],
  sunday: [],
});

const minutes = (clock: string) => {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  return hours * 60 + rest;
};

/** Hours open in a week. An interval that ends at or before its start goes past midnight. */
export function hoursAWeek(week: Week): number {
  const lengths = weekdays.flatMap((day) =>
    (week[day] ?? []).map(({ from, to }) => {
      const length = minutes(to) - minutes(from);
      return length > 0 ? length : length + 1440;
    }),
  );
  return lengths.reduce((sum, length) => sum + length, 0) / 60;
}
