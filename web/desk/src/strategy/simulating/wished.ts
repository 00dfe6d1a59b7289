import type { StrategyRun, StrategyRunRequest } from "@kanal/api";
import { daysBetween, type IsoDate, isDate, plusDays } from "../../planning/dates";

/** Where a strategy stands in a choice: the number of a version, or what is being written. */
export const draftChoice = "draft";

/** Those who came, once more, or as many as are expected. */
export type Traffic = StrategyRun["traffic"];

export interface Wished {
  traffic: Traffic;
  from: IsoDate;
  days: number | string;
  runs: number | string;
  one: string;
  other: string;
}

export const limits = { days: { min: 1, max: 14 }, runs: { min: 2, max: 50 }, past: 29, ahead: 60 } as const;

/** Where days can begin: whoever came is remembered for so long, and a forecast reaches so far. */
export const bounds = (traffic: Traffic, today: IsoDate) =>
  traffic === "recorded"
    ? { first: plusDays(today, -limits.past), last: today }
    : { first: plusDays(today, 1), last: plusDays(today, limits.ahead) };

/** The last seven whole days, or the next. */
export const usualDays = (traffic: Traffic, today: IsoDate) => ({
  from: plusDays(today, traffic === "recorded" ? -7 : 1),
  days: 7,
});

/** What is proposed: what is live against the draft, or else against the version before. */
export function usual(
  today: IsoDate,
  live: number,
  versions: readonly number[],
  draft: boolean,
  traffic: Traffic = "recorded",
): Wished {
  const earlier = versions.find((number) => number !== live);
  const other = draft ? draftChoice : String(earlier ?? (live === 0 ? 0 : live - 1));
  return {
    traffic,
    ...usualDays(traffic, today),
    runs: 10,
    one: String(live),
    other,
  };
}

/** How many days there are from one on. Of those recorded today is the last: on later ones nobody has come yet. */
export const mostDays = (traffic: Traffic, from: IsoDate, today: IsoDate) =>
  traffic === "recorded" && isDate(from) && from <= today
    ? Math.min(limits.days.max, daysBetween(from, today) + 1)
    : limits.days.max;

export type Fault = "from" | "days" | "runs" | "other";

/** What can't be begun as it is. */
export function faultsOf({ traffic, from, days, runs, one, other }: Wished, today: IsoDate): Fault[] {
  const outside = (value: number | string, { min, max }: { min: number; max: number }) =>
    typeof value !== "number" || !Number.isInteger(value) || value < min || value > max;
  const { first, last } = bounds(traffic, today);
  const faults: [Fault, boolean][] = [
    ["from", !isDate(from) || from > last || from < first],
    ["days", outside(days, { ...limits.days, max: mostDays(traffic, from, today) })],
    ["runs", outside(runs, limits.runs)],
    ["other", one === other],
  ];
  return faults.filter(([, is]) => is).map(([fault]) => fault);
}

export const requestOf = ({ traffic, from, days, runs, one, other }: Wished): StrategyRunRequest => ({
  traffic,
  from,
  days: Number(days),
  runs: Number(runs),
  one: Number(one),
  other: other === draftChoice ? undefined : Number(other),
});
