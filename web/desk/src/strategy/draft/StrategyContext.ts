import type { Site } from "@kanal/api";
import { createContext, useContext } from "react";
import type { Fact } from "../facts/fact";
import type { Strategy } from "../types";
import type { DraftInHand } from "./useDraft";

export interface StrategyInHand {
  site: Site;
  strategy: Strategy;
  draft: DraftInHand;
  /** By key, in the order of the catalogue. */
  facts: Map<string, Fact>;
  /** Agents read; who answers for the strategy writes. */
  mayEdit: boolean;
}

export const StrategyContext = createContext<StrategyInHand | null>(null);

/** The strategy that the room is open at. */
export function useStrategy(): StrategyInHand {
  const strategy = useContext(StrategyContext);
  if (!strategy) throw new Error("No strategy is open here.");
  return strategy;
}
