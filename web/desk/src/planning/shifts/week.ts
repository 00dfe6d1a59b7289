import type { Shift, ShiftDay, ShiftWeek } from "@kanal/api";
import type { IsoDate } from "../dates";
import { plusDays } from "../dates";
import { dayMinutes, type ShiftTimes, shiftOf, timesOf, workedMinutes } from "./times";

/** One person's day as it is to be. */
export interface DayChange {
  agent: string;
  date: IsoDate;
  shifts: Shift[];
}

/** Where a shift is: whose, on which day, which of them. */
export interface ShiftPlace {
  agent: string;
  date: IsoDate;
  index: number;
}

const none = (date: IsoDate): ShiftDay => ({ date, version: 0, shifts: [] });

export const dayOf = (week: ShiftWeek, agent: string, date: IsoDate): ShiftDay =>
  week.agents.find((each) => each.agent === agent)?.days.find((day) => day.date === date) ?? none(date);

export const timesOn = (week: ShiftWeek, agent: string, date: IsoDate): ShiftTimes[] =>
  dayOf(week, agent, date).shifts.map(timesOf);

export function withDay(week: ShiftWeek, agent: string, day: ShiftDay): ShiftWeek {
  return {
    ...week,
    agents: week.agents.map((each) =>
      each.agent === agent
        ? { ...each, days: [...each.days.filter(({ date }) => date !== day.date), day] }
        : each,
    ),
  };
}

export const withShifts = (week: ShiftWeek, { agent, date, shifts }: DayChange) =>
  withDay(week, agent, { ...dayOf(week, agent, date), shifts });

const inOrder = (shifts: ShiftTimes[]) => shifts.toSorted((one, other) => one.from - other.from).map(shiftOf);

/** The day with one of its shifts otherwise, or without it. */
export function changed(
  week: ShiftWeek,
  { agent, date, index }: ShiftPlace,
  to: ShiftTimes | null,
): DayChange {
  const shifts = timesOn(week, agent, date);
  return {
    agent,
    date,
    shifts: inOrder(to ? shifts.with(index, to) : shifts.filter((_, at) => at !== index)),
  };
}

export const added = (week: ShiftWeek, agent: string, date: IsoDate, shift: ShiftTimes): DayChange => ({
  agent,
  date,
  shifts: inOrder([...timesOn(week, agent, date), shift]),
});

/** What runs into a day from the one before it, as it lies on that day. */
export const fromYesterday = (week: ShiftWeek, agent: string, date: IsoDate) =>
  timesOn(week, agent, plusDays(date, -1))
    .filter(({ to }) => to > dayMinutes)
    .map(({ from, to }) => ({ from: Math.max(0, from - dayMinutes), to: to - dayMinutes }));

export const minutesOn = (week: ShiftWeek, agent: string, dates: readonly IsoDate[]) =>
  dates.flatMap((date) => timesOn(week, agent, date)).reduce((sum, shift) => sum + workedMinutes(shift), 0);
