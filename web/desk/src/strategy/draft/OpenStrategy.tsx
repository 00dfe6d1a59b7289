import type { Site } from "@kanal/api";
import { type ReactNode, useMemo } from "react";
import { useMe } from "../../shell/useSession";
import type { Fact } from "../facts/fact";
import { FactsContext } from "../sentences/FactsContext";
import type { Strategy } from "../types";
import { StrategyContext } from "./StrategyContext";
import { useDraft } from "./useDraft";

interface Props {
  site: Site;
  strategy: Strategy;
  facts: Fact[];
  children: ReactNode;
}

/** One draft for all pages of the room. */
export function OpenStrategy({ site, strategy, facts, children }: Props) {
  const draft = useDraft(site.id, strategy);
  const mayEdit = useMe().role !== "agent";
  const byKey = useMemo(() => new Map(facts.map((fact) => [fact.key, fact])), [facts]);
  return (
    <FactsContext value={byKey}>
      <StrategyContext value={{ site, strategy, draft, facts: byKey, mayEdit }}>{children}</StrategyContext>
    </FactsContext>
  );
}
