import type { ListedFact, OwnFact as Own, Privacy } from "@kanal/api";
import type { Said } from "../definition/definition";

/** Something that can be known of a visitor, as the catalogue has it. */
export type Fact = ListedFact;
export type OwnFact = Said<Own, "kind" | "privacy">;
export type { Privacy };
