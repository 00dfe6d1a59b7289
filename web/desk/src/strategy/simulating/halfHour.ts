import type { RunSlot } from "@kanal/api";
import { minutesOf } from "../../planning/shifts/times";

export const measures = ["contacts", "occupancy"] as const;

export type SlotMeasure = (typeof measures)[number];

export interface HalfHour {
  time: string;
  one: number | null;
  other: number | null;
}

const valuesOf = (slot: RunSlot, measure: SlotMeasure): HalfHour =>
  measure === "contacts"
    ? { time: slot.time, one: slot.contactsOne, other: slot.contactsOther }
    : { time: slot.time, one: slot.occupancyOne ?? null, other: slot.occupancyOther ?? null };

/** The hours of the day in which anything is. */
export function halfHoursOf(slots: readonly RunSlot[], measure: SlotMeasure): HalfHour[] {
  const all = slots.map((slot) => valuesOf(slot, measure));
  const is = ({ one, other }: HalfHour) => (one ?? 0) > 0 || (other ?? 0) > 0;
  return all.slice(Math.max(0, all.findIndex(is)), all.findLastIndex(is) + 1);
}

/** As the chart wants them: a day of no date, all of it open, none of it now. */
export const placed = (halfHours: readonly HalfHour[]) =>
  halfHours.map(({ time }) => ({ start: time, date: "", minutes: minutesOf(time), open: true, gone: 0 }));
