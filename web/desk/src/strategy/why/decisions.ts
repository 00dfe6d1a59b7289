import type { Value } from "../definition/definition";
import type { Decision, RuleTried, TestTried } from "../trying/tried";

/** A decision as it was kept, with what today's version would make of it. */
export interface KeptDecision {
  record: {
    version: number;
    at: number;
    facts: Record<string, Value>;
    decision: Decision;
  };
  version: number;
  versionName?: string | null;
  rule?: { id: string; name: string } | null;
  rules: (RuleTried & { tests: TestTried[] })[];
  replayed?: Decision | null;
}

export interface BriefDecision {
  site: string;
  id: string;
  at: string;
  page?: string | null;
  rule?: string | null;
  version: number;
  arm: Decision["arm"];
  entries: string[];
  recommended?: string | null;
  invitation: string;
  conversation?: string | null;
}
