import type { DecisionToday, ExplainedDecision } from "@kanal/api";
import type { Value } from "../definition/definition";
import type { Decision, RuleTried } from "../trying/tried";

/** A decision as it was kept, with what today's version would make of it. */
export type KeptDecision = Omit<ExplainedDecision, "record" | "rules" | "today"> & {
  record: { facts: Record<string, Value>; decision: Decision };
  rules: RuleTried[];
  today: Today;
};

export type Today = Omit<DecisionToday, "decision"> & { decision: Decision };
