import type { Plan, PlanSlot } from "@kanal/api";
import type { IsoDate } from "../dates";

/** A half hour by the site's own clock. */
export interface TimedSlot extends PlanSlot {
  date: IsoDate;
  /** After the midnight before it. */
  minutes: number;
  /** How much of it is over: 0 to 1. */
  gone: number;
}

export function timed(plan: Plan): TimedSlot[] {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: plan.timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const now = Date.parse(plan.at);
  return plan.slots.map((slot) => {
    const start = Date.parse(slot.start);
    const parts: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(start)) parts[type] = value;
    return {
      ...slot,
      date: `${parts.year}-${parts.month}-${parts.day}`,
      minutes: Number(parts.hour) * 60 + Number(parts.minute),
      gone: Math.min(1, Math.max(0, (now - start) / 1_800_000)),
    };
  });
}

const matters = (slot: TimedSlot) =>
  slot.open || slot.planned > 0 || (slot.actual?.offered ?? 0) > 0 || (slot.forecast?.mean ?? 0) >= 0.05;

/** The same hours of every day: those in which anything is, and half an hour around. */
export function visible(slots: readonly TimedSlot[]): TimedSlot[] {
  const busy = slots.filter(matters).map(({ minutes }) => minutes);
  if (busy.length === 0) return slots.filter(({ minutes }) => minutes >= 480 && minutes < 1080);
  const first = Math.min(...busy) - 30;
  const last = Math.max(...busy) + 30;
  return slots.filter(({ minutes }) => minutes >= first && minutes <= last);
}

/** People enough for the target are missing; a quarter of one is not worth a word. */
export const isShort = ({ gap }: PlanSlot) => gap != null && gap < -0.25;
