import type { Shift } from "@kanal/api";

export const step = 15;
export const dayMinutes = 1440;

/** A stretch in minutes after the midnight before the day; what is beyond 1440 is on the next day. */
export interface Stretch {
  from: number;
  to: number;
}

export interface ShiftTimes extends Stretch {
  breaks: Stretch[];
}

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

export function clockOf(minutes: number): string {
  if (minutes === dayMinutes) return "24:00";
  const within = ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** An end that is not after its start is on the next day. */
export function timesOf(shift: Shift): ShiftTimes {
  const from = minutesOf(shift.from);
  const to = minutesOf(shift.to);
  return {
    from,
    to: to > from ? to : to + dayMinutes,
    breaks: (shift.breaks ?? []).map((pause) => {
      const start = minutesOf(pause.from);
      const later = start < from ? dayMinutes : 0;
      const end = minutesOf(pause.to) + later;
      return { from: start + later, to: end > start + later ? end : end + dayMinutes };
    }),
  };
}

export const shiftOf = ({ from, to, breaks }: ShiftTimes): Shift => ({
  from: clockOf(from),
  to: clockOf(to),
  breaks: breaks.map((pause) => ({ from: clockOf(pause.from), to: clockOf(pause.to) })),
});

export const workedMinutes = ({ from, to, breaks }: ShiftTimes) =>
  to - from - breaks.reduce((sum, pause) => sum + pause.to - pause.from, 0);
