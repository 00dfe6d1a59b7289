import type {
  ConditionDefinition,
  EconomyDefinition,
  HoldoutDefinition,
  InvitationLimits,
  InviteDefinition,
  RuleDefinition,
  StrategyDefinition,
} from "@kanal/api";

/** With what the server always says, and takes left out as well. */
export type Said<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

export type Definition = Omit<Said<StrategyDefinition, "name">, "groups" | "holdout" | "rules"> & {
  groups?: Record<string, Condition>;
  rules: Rule[];
  holdout?: Holdout | null;
};

export type Rule = Omit<Said<RuleDefinition, "id" | "name" | "offer">, "when" | "invite"> & {
  when?: Condition | null;
  invite?: Invite | null;
};

/** Exactly one of all, any, not, group, or a fact with its operator and value. */
export interface Condition extends Omit<ConditionDefinition, "all" | "any" | "not" | "value"> {
  all?: Condition[] | null;
  any?: Condition[] | null;
  not?: Condition | null;
  value?: Value | null;
}

export type Value = string | number | boolean | (string | number)[];

export type Invite = Said<InviteDefinition, "on" | "text">;
export type Holdout = Said<HoldoutDefinition, "salt">;
export type Economy = EconomyDefinition;
export type { InvitationLimits };

export const usual = {
  afterSeconds: 120,
  afterSecondsReturning: 60,
  coolDownHours: 24,
};
