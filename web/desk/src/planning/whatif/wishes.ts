import type { Plan } from "@kanal/api";

/** Where the sliders stand. */
export interface Wishes {
  people: number;
  targetSeconds: number;
  targetShare: number;
  atOnce: number;
  shrinkage: number;
  /** Of what is forecast, 1 as it is. */
  contacts: number;
}

export const wishesOf = (plan: Plan): Wishes => ({
  people: 0,
  targetSeconds: plan.target.seconds,
  targetShare: plan.target.share,
  atOnce: plan.atOnce,
  shrinkage: plan.shrinkage,
  contacts: 1,
});

/** Only what is otherwise than now. */
export function changeOf(wishes: Wishes, usual: Wishes): Partial<Wishes> {
  const names = Object.keys(usual) as (keyof Wishes)[];
  return Object.fromEntries(
    names.filter((name) => Math.abs(wishes[name] - usual[name]) > 1e-9).map((name) => [name, wishes[name]]),
  );
}

const live = [10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900];
const letters = [1, 2, 4, 8, 12, 16, 24, 48, 72].map((hours) => hours * 3600);

/** Targets as people set them, with the one that is set now among them. */
export const targetsFor = (isLetters: boolean, now: number) =>
  [...new Set([...(isLetters ? letters : live), now])].toSorted((one, other) => one - other);
