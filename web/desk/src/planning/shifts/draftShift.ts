import type { Shift, ShiftBreak } from "@kanal/api";
import { clockOf, type ShiftTimes, timesOf } from "./times";

/** As it is written in fields, which know no 24:00. */
export interface DraftShift {
  from: string;
  to: string;
  breaks: ShiftBreak[];
}

const field = (minutes: number) => clockOf(minutes).replace("24:00", "00:00");

export const draftOf = ({ from, to, breaks }: ShiftTimes): DraftShift => ({
  from: field(from),
  to: field(to),
  breaks: breaks.map((pause) => ({ from: field(pause.from), to: field(pause.to) })),
});

const isTime = (text: string) => /^\d\d:\d\d$/.test(text);

/** The shift, or what is wrong with it. */
export function checkedShift(draft: Shift): {
  shift: ShiftTimes | null;
  fault: "noTimes" | "breakOutside" | null;
} {
  const breaks = draft.breaks ?? [];
  if (![draft, ...breaks].every(({ from, to }) => isTime(from) && isTime(to)))
    return { shift: null, fault: "noTimes" };
  const read = timesOf(draft);
  const shift = { ...read, breaks: read.breaks.toSorted((one, other) => one.from - other.from) };
  const fits = shift.breaks.every(
    (pause, at) =>
      pause.from >= (shift.breaks[at - 1]?.to ?? shift.from) && pause.to <= shift.to && pause.to > pause.from,
  );
  return { shift, fault: fits ? null : "breakOutside" };
}
