import type { StrategyRun } from "@kanal/api";

/** Those that were under way when looked at last, and are over now. */
export const ended = (before: readonly StrategyRun[], now: readonly StrategyRun[]) =>
  now.filter(
    ({ id, state }) => state !== "running" && before.some((run) => run.id === id && run.state === "running"),
  );
