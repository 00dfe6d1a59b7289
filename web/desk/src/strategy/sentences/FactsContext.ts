import { createContext } from "react";
import type { Fact } from "../facts/fact";

/** The catalogue by key, for whoever says something of facts. */
export const FactsContext = createContext<Map<string, Fact>>(new Map());
