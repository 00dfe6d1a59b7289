import type { StrategyRunRequest } from "@kanal/api";
import { daysBetween, type IsoDate, isDate, plusDays } from "../../planning/dates";

/** Where a strategy stands in a choice: the number of a version, or what is being written. */
export const draftChoice = "draft";

export interface Wished {
  from: IsoDate;
  days: number | string;
  runs: number | string;
  one: string;
  other: string;
}

export const limits = { days: { min: 1, max: 14 }, runs: { min: 2, max: 50 }, past: 60 } as const;

/** The last seven whole days; what is live against the draft, or else against the version before. */
export function usual(today: IsoDate, live: number, versions: readonly number[], draft: boolean): Wished {
  const earlier = versions.find((number) => number !== live);
  const other = draft ? draftChoice : String(earlier ?? (live === 0 ? 0 : live - 1));
  return { from: plusDays(today, -7), days: 7, runs: 10, one: String(live), other };
}

/** How many days there are from one on, today among them: on later ones nobody has come yet. */
export const mostDays = (from: IsoDate, today: IsoDate) =>
  isDate(from) && from <= today ? Math.min(limits.days.max, daysBetween(from, today) + 1) : limits.days.max;

export type Fault = "from" | "days" | "runs" | "other";

/** What can't be begun as it is. */
export function faultsOf({ from, days, runs, one, other }: Wished, today: IsoDate): Fault[] {
  const outside = (value: number | string, { min, max }: { min: number; max: number }) =>
    typeof value !== "number" || !Number.isInteger(value) || value < min || value > max;
  const faults: [Fault, boolean][] = [
    ["from", !isDate(from) || from > today || from < plusDays(today, -limits.past)],
    ["days", outside(days, { ...limits.days, max: mostDays(from, today) })],
    ["runs", outside(runs, limits.runs)],
    ["other", one === other],
  ];
  return faults.filter(([, is]) => is).map(([fault]) => fault);
}

export const requestOf = ({ from, days, runs, one, other }: Wished): StrategyRunRequest => ({
  from,
  days: Number(days),
  runs: Number(runs),
  one: Number(one),
  other: other === draftChoice ? undefined : Number(other),
});
