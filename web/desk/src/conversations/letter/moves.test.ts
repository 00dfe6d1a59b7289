import type { ConversationEvent, Entry } from "@kanal/api";
import { expect, test } from "vitest";
import { isOpenMove, isOpenProposal } from "./moves";

const event = (event: Partial<ConversationEvent>) => ({ kind: "event", event }) as unknown as Entry;
const message = (sequence: number, move?: string) =>
  ({ kind: "message", sequence, moved: move ? { move, conversation: "c2" } : null }) as unknown as Entry;

test("a move is taken back once", () => {
  const split = event({ type: "splitOff", move: "v1", conversation: "c2" });
  expect(isOpenMove(split, [split])).toBe(true);
  expect(isOpenMove(split, [split, event({ type: "moveUndone", move: "v2" })])).toBe(true);
  expect(isOpenMove(split, [split, event({ type: "moveUndone", move: "v1" })])).toBe(false);
});

test("a split is proposed until it is done, and again when it is taken back", () => {
  const proposal = event({ type: "splitProposed", subject: "Faktura", sequence: 3 });
  expect(isOpenProposal(proposal, [message(3), proposal])).toBe(true);
  expect(isOpenProposal(proposal, [message(3, "v1"), proposal])).toBe(false);
});
