import type { InvitationText } from "@kanal/api";
import type { Value } from "../definition/definition";

/** A decision as the server writes it. Times are milliseconds since 1970. */
export interface Decision {
  arm: "treated" | "holdout" | "bot";
  rule?: string | null;
  entries: DecidedEntry[];
  withheld: Withheld[];
  invitation: InvitationDecision;
  targetSeconds?: number | null;
  value?: number;
}

export interface DecidedEntry {
  channel: string;
  recommended: boolean;
  reason: "freeNow" | "quickest" | "afterWait" | "later" | "laterAsNobodyNow" | "atOnce";
  by: "rule" | "replacement" | "calm" | "admission" | "alwaysOne" | "plain";
  insteadOf?: string | null;
  gain?: Gain | null;
  waitSeconds?: number | null;
  waitLowSeconds?: number | null;
  dueBy?: number | null;
  until?: number | null;
}

export interface Withheld {
  channel: string;
  for: string;
  gain?: Gain | null;
  waitSeconds?: number | null;
  limitSeconds?: number | null;
  back?: number | null;
}

export interface Gain {
  uplift: number;
  margin: number;
  solved: number;
  cost: number;
  price: number;
  waiting: number;
}

export interface InvitationDecision {
  standing: string;
  signal?: string | null;
  channel?: string | null;
  text?: string | null;
}

export interface TestTried {
  place: string;
  fact: string;
  value?: Value | null;
  holds: boolean;
}

export interface RuleTried {
  id: string;
  name: string;
  holds: boolean;
  decides: boolean;
  tests: TestTried[];
}

export interface ChannelState {
  channel: string;
  pace: "live" | "later" | "selfService";
  open?: boolean;
  staffed?: boolean;
  healthy?: boolean;
  waitSeconds?: number | null;
  price?: number;
}

export interface Tried {
  version?: number | null;
  decision: Decision;
  rules: RuleTried[];
  live: { channels: ChannelState[] };
  facts: Record<string, Value>;
  notUsed: string[];
  faults: { place: string; sentence: string }[];
  invitation?: InvitationText | null;
}

/** How a channel is to stand; what is left out is as it is now. */
export interface Override {
  channel: string;
  open?: boolean;
  staffed?: boolean;
  healthy?: boolean;
  waitSeconds?: number;
  price?: number;
}
