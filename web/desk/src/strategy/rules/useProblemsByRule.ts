import { useMemo } from "react";
import type { Placed } from "../definition/problems";
import { useStrategy } from "../draft/StrategyContext";

/** What is wrong with each rule; the same list until the next save. */
export function useProblemsByRule(): Map<string, Placed[]> {
  const { problems } = useStrategy().draft;
  return useMemo(() => {
    const byRule = new Map<string, Placed[]>();
    for (const problem of problems)
      if (problem.rule !== undefined)
        byRule.set(problem.rule, [...(byRule.get(problem.rule) ?? []), problem]);
    return byRule;
  }, [problems]);
}
