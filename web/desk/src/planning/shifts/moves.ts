import { dayMinutes, type ShiftTimes, type Stretch, step } from "./times";

export const shortest = 30;

export const snapped = (minutes: number) => Math.round(minutes / step) * step;

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** The whole shift, breaks with it; it begins on its own day. */
export function moved(shift: ShiftTimes, by: number): ShiftTimes {
  const shifted = clamp(by, -shift.from, dayMinutes - step - shift.from);
  return {
    from: shift.from + shifted,
    to: shift.to + shifted,
    breaks: shift.breaks.map((pause) => ({ from: pause.from + shifted, to: pause.to + shifted })),
  };
}

/** An end that goes over a break takes what is left of it away. */
const within = (breaks: Stretch[], from: number, to: number) =>
  breaks
    .map((pause) => ({ from: Math.max(pause.from, from), to: Math.min(pause.to, to) }))
    .filter((pause) => pause.to - pause.from >= step);

export function startMoved(shift: ShiftTimes, by: number): ShiftTimes {
  const from = clamp(shift.from + by, 0, Math.min(shift.to - shortest, dayMinutes - step));
  return { from, to: shift.to, breaks: within(shift.breaks, from, shift.to) };
}

export function endMoved(shift: ShiftTimes, by: number): ShiftTimes {
  const to = clamp(shift.to + by, shift.from + shortest, shift.from + dayMinutes);
  return { from: shift.from, to, breaks: within(shift.breaks, shift.from, to) };
}

/** A break stays in its shift and keeps clear of the others. */
export function breakMoved(shift: ShiftTimes, at: number, by: number): ShiftTimes {
  const pause = shift.breaks[at];
  if (!pause) return shift;
  const { least, most } = around(shift, at);
  const shifted = clamp(by, least - pause.from, most - pause.to);
  return withBreak(shift, at, { from: pause.from + shifted, to: pause.to + shifted });
}

export function breakEndMoved(shift: ShiftTimes, at: number, by: number): ShiftTimes {
  const pause = shift.breaks[at];
  if (!pause) return shift;
  const { most } = around(shift, at);
  return withBreak(shift, at, { from: pause.from, to: clamp(pause.to + by, pause.from + step, most) });
}

export const withoutBreak = (shift: ShiftTimes, at: number): ShiftTimes => ({
  ...shift,
  breaks: shift.breaks.filter((_, index) => index !== at),
});

/** Half an hour in the middle, or the first hole where there is one already; null where there is no room. */
export function withNewBreak(shift: ShiftTimes, length = 30): ShiftTimes | null {
  const middle = snapped((shift.from + shift.to - length) / 2);
  const last = shift.to - length;
  const starts = [middle];
  for (let from = shift.from + step; from <= last; from += step) starts.push(from);
  const free = starts.find((from) =>
    shift.breaks.every((pause) => pause.to <= from || pause.from >= from + length),
  );
  if (free === undefined || shift.to - shift.from < length + shortest) return null;
  return { ...shift, breaks: sorted([...shift.breaks, { from: free, to: free + length }]) };
}

/** Which of a day's other shifts it lies over; -1 where none. */
export const overlapping = (shifts: readonly Stretch[], one: Stretch, except: number) =>
  shifts.findIndex((other, index) => index !== except && one.from < other.to && other.from < one.to);

const around = (shift: ShiftTimes, at: number) => ({
  least: shift.breaks[at - 1]?.to ?? shift.from,
  most: shift.breaks[at + 1]?.from ?? shift.to,
});

const withBreak = (shift: ShiftTimes, at: number, pause: Stretch): ShiftTimes => ({
  ...shift,
  breaks: shift.breaks.map((each, index) => (index === at ? pause : each)),
});

const sorted = (breaks: Stretch[]) => breaks.toSorted((one, other) => one.from - other.from);
