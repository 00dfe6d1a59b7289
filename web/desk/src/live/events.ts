import type { Agent, ConversationSummary, Entry, Facts, Offer, QueueCounts } from "@kanal/api";

/** What arrives on GET /api/v1/events, by event name. */
export interface LiveEvents {
  hello: { node: string };
  reset: unknown;
  conversation: ConversationSummary;
  message: { conversation: string; entry: Entry };
  line: { conversation: string; entry: Entry };
  typing: { conversation: string; from: "visitor" | "agent"; typing: boolean };
  read: { conversation: string; by: "visitor" | "agent"; sequence: number };
  offer: Offer;
  offerEnded: { id: string; conversation: string; how: "accepted" | "declined" | "missed" | "withdrawn" };
  presence: Agent;
  visitor: { conversation: string; online: boolean; facts?: Facts | null };
  queue: QueueCounts;
  settings: { what: string };
}

export type LiveEvent = {
  [Name in keyof LiveEvents]: { name: Name; data: LiveEvents[Name] };
}[keyof LiveEvents];
