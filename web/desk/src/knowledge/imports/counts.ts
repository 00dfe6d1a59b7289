import type { Import, ImportCounts, ImportOutcome } from "@kanal/api";
import type { Shown } from "./importQueries";

/** In the order in which they are looked at: what could not be taken first. */
export const outcomes: ImportOutcome[] = ["refused", "new", "changed", "same", "undone", "kept"];

/** What there is to look at, with how many of each. */
export function shownOf(counts: ImportCounts): { shown: Shown; count: number }[] {
  const each = outcomes.map((shown) => ({ shown: shown as Shown, count: counts[shown] }));
  const all = each.reduce((sum, { count }) => sum + count, 0);
  return [
    { shown: "all" as Shown, count: all },
    ...each.filter(({ count }) => count > 0),
    ...(counts.noted > 0 ? [{ shown: "noted" as Shown, count: counts.noted }] : []),
  ];
}

/** How many would be written. */
export const toWrite = ({ counts }: Import) => counts.new + counts.changed;

/** From 0 to 100; what is not known yet is nothing. */
export const percent = ({ done, total }: Pick<Import, "done" | "total">) =>
  total === 0 ? 0 : Math.min(100, Math.round((100 * done) / total));
