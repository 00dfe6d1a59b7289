import type { ShiftWeek } from "@kanal/api";
import { createContext, useContext } from "react";
import type { IsoDate } from "../dates";
import type { ShiftTimes } from "./times";
import type { DayChange, ShiftPlace } from "./week";

/** What the dialog is about: a shift that is there, or a new one. */
export interface Edited {
  agent: string;
  date: IsoDate;
  /** Which of the day's; undefined for a new one. */
  index?: number;
  times: ShiftTimes;
}

export interface Shifts {
  week: ShiftWeek;
  /** Makes one shift otherwise, or takes it away; false where it would lie over another. */
  edit: (place: ShiftPlace, to: ShiftTimes | null, rests?: boolean) => boolean;
  /** Gives it to another day or person. */
  move: (place: ShiftPlace, agent: string, date: IsoDate, times?: ShiftTimes) => boolean;
  add: (agent: string, date: IsoDate, times: ShiftTimes) => boolean;
  apply: (changes: DayChange[], said: string) => void;
  open: (edited: Edited) => void;
  announce: (sentence: string) => void;
}

export const ShiftsContext = createContext<Shifts | null>(null);

export function useShifts(): Shifts {
  const shifts = useContext(ShiftsContext);
  if (!shifts) throw new Error("No week of shifts is open");
  return shifts;
}
