import type { PlanningLine, Site } from "@kanal/api";
import { createContext, useContext } from "react";
import type { IsoDate } from "./dates";
import type { LineAt } from "./planningQueries";

/** What every page of the room is about. */
export interface Planned {
  site: Site;
  line: PlanningLine;
  at: LineAt;
  today: IsoDate;
}

export const PlanningContext = createContext<Planned | null>(null);

export function usePlanned(): Planned {
  const planned = useContext(PlanningContext);
  if (!planned) throw new Error("No site and line are open");
  return planned;
}
