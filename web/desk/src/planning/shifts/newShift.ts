import { minutesOf, type ShiftTimes } from "./times";

/** What the dialog begins with: a day's work where it is free, or some hours after the last. */
export function newShift(others: readonly ShiftTimes[]): ShiftTimes {
  const last = others.at(-1);
  if (last && last.to < minutesOf("22:00")) return { from: last.to + 60, to: last.to + 180, breaks: [] };
  return {
    from: minutesOf("08:00"),
    to: minutesOf("16:00"),
    breaks: [{ from: minutesOf("12:00"), to: minutesOf("12:30") }],
  };
}
