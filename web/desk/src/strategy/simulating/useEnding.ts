import type { StrategyRun } from "@kanal/api";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../words/useWords";
import { ended } from "./endings";
import { runName } from "./names";

/** For those who don't see the bar: a sentence when one is over. */
export function useEnding(runs: readonly StrategyRun[] | undefined) {
  const { t, language } = useWords();
  const before = useRef<readonly StrategyRun[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!runs) return;
    const [run] = ended(before.current, runs);
    const known = before.current;
    before.current = runs;
    // The same sentence twice would be heard once.
    if (runs.some(({ id, state }) => state === "running" && !known.some((each) => each.id === id)))
      setSaid("");
    if (run && run.state !== "running")
      setSaid(
        t(`strategy.run.over.${run.state}`, { name: runName(run, t, language), why: run.reason ?? "" }),
      );
  }, [runs, t, language]);
  return said;
}
