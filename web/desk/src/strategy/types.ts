import type {
  SiteStrategy,
  StarterStrategy,
  StrategyDraft,
  StrategySettings,
  StrategyVersion,
  WholeVersion as Whole,
} from "@kanal/api";
import type { Definition, Said } from "./definition/definition";
import type { Problem } from "./definition/problems";
import type { OwnFact } from "./facts/fact";

export type Version = Said<StrategyVersion, "changes">;
export type WholeVersion = Omit<Whole, "definition" | "problems"> & {
  definition: Definition;
  problems: Problem[];
};
export type Draft = Omit<StrategyDraft, "definition" | "problems"> & {
  definition: Definition;
  problems: Problem[];
};
export type Strategy = Omit<SiteStrategy, "live" | "draft"> & { live: WholeVersion; draft: Draft | null };
export type Starter = Omit<StarterStrategy, "definition"> & { definition: Definition };
export type Settings = Omit<Required<StrategySettings>, "ownFacts"> & { ownFacts: OwnFact[] };
