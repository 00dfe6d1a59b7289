import type { RunFigure } from "@kanal/api";

export type Verdict = "better" | "worse" | "more" | "less" | "same" | "noEvidence";

// Of the others more is neither good nor bad in itself: contacts may be wanted or spared, agents may rest or wait.
const good = new Set([
  "service_level",
  "deflected",
  "deflection",
  "orders",
  "order_value",
  "solved_value",
  "net_value",
]);
const bad = new Set([
  "abandoned",
  "p_abandon",
  "waiting",
  "closed",
  "unhelped",
  "mean_wait_s",
  "asa_s",
  "mean_queue",
  "left_in_service",
  "cost",
]);

/** What may be said of a difference: nothing, where chance may have made it. */
export function verdictOf({ key, between, clear }: RunFigure): Verdict {
  if (between.value === 0 && !between.low && !between.high) return "same";
  if (!clear) return "noEvidence";
  const more = between.value > 0;
  if (good.has(key)) return more ? "better" : "worse";
  if (bad.has(key)) return more ? "worse" : "better";
  return more ? "more" : "less";
}

/** Figures that say something: what is nought with both was never in play. */
export const telling = (figures: readonly RunFigure[]) =>
  figures.filter(({ one, other }) => one.value !== 0 || other.value !== 0);
