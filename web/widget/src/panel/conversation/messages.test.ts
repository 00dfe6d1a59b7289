import { expect, test } from "vitest";
import type { Message } from "../../contract";
import { applyEvent, newTalk } from "./apply";
import { completeUpTo, inSightUpTo, merge, unread } from "./messages";

const message = (sequence: number, more: Partial<Message> = {}): Message => ({
  sequence,
  from: "agent",
  text: `no ${sequence}`,
  files: [],
  at: "2026-03-06T18:00:00Z",
  channel: "chat",
  ...more,
});
const sequences = (messages: Message[]) => messages.map(({ sequence }) => sequence);

test("Messages stand in the order of their sequence, each once, however they arrive", () => {
  const merged = merge([message(1), message(4)], [message(3), message(2), message(4, { text: "truth" })]);
  expect(sequences(merged)).toEqual([1, 2, 3, 4]);
  expect(merged[3]?.text).toBe("truth");
});

test("Our own answer may run ahead; the stream is resumed before the gap", () => {
  expect(completeUpTo([message(1), message(2), message(4)])).toBe(2);
  expect(completeUpTo([])).toBe(0);
});

test("Only the agent's messages after what was seen are new", () => {
  expect(
    unread([message(1), message(2, { from: "visitor" }), message(3), message(4, { from: "system" })], 1),
  ).toBe(1);
});

test("A message from the agent ends their typing", () => {
  const typing = applyEvent(newTalk, { type: "typing", data: { from: "agent", name: "Anna", typing: true } });
  expect(typing.typing).toBe(true);
  expect(applyEvent(typing, { type: "message", data: message(1, { from: "visitor" }) }).typing).toBe(true);
  expect(applyEvent(typing, { type: "message", data: message(1) }).typing).toBe(false);
});

test("Read marks never go back", () => {
  const read = (sequence: number) => ({ type: "read" as const, data: { by: "agent", sequence } });
  expect(applyEvent(applyEvent(newTalk, read(5)), read(3)).readByAgent).toBe(5);
});

test("From the queue to an agent to the end and back", () => {
  const queued = applyEvent(newTalk, {
    type: "queue",
    data: {
      position: 2,
      waitSeconds: null,
      waitLowSeconds: null,
      waitText: "5–15 min",
      closedForToday: false,
      late: false,
    },
  });
  expect(queued).toMatchObject({ state: "queued", position: 2, wait: { waitText: "5–15 min", late: false } });
  const assigned = applyEvent(queued, { type: "assigned", data: { agent: { name: "Anna" } } });
  expect(assigned).toMatchObject({ state: "assigned", agent: "Anna" });
  const closed = applyEvent(assigned, { type: "closed", data: { by: "agent" } });
  expect(closed).toMatchObject({ state: "closed", closedBy: "agent" });
  expect(applyEvent(closed, { type: "reopened", data: {} })).toMatchObject({ state: "queued" });
});

test("An event of a later version changes nothing", () => {
  expect(applyEvent(newTalk, { type: "show", data: {} } as never)).toBe(newTalk);
});

test("Behind an article nothing is seen but the card that it came with", () => {
  const card = message(2, { card: { shown: { id: "guide" } } as never });
  const messages = [message(1), card, message(3)];
  expect(inSightUpTo(messages, 0)).toBe(3);
  expect(inSightUpTo(messages, 1, { shown: "guide" })).toBe(2);
  expect(inSightUpTo(messages, 0, { shown: "guide" })).toBe(0);
  expect(inSightUpTo(messages, 1, {})).toBe(0);
});
