import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { VisitorConversation } from "../../contract";
import { applyEvent, applyRead, newTalk } from "./apply";
import { TheirTyping } from "./their-typing";

const read = (more: Partial<VisitorConversation>) =>
  ({ state: "queued", lastSequence: 1, readByAgent: 0, readByVisitor: 0, ...more }) as VisitorConversation;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("An agent who came while it was asked how things stand is still there after the answer", () => {
  const asked = { ...newTalk, state: "queued" as const, position: 1 };
  const now = applyEvent(asked, { type: "assigned", data: { agent: { name: "Mette" } } });
  const talk = applyRead(now, read({ state: "queued", position: 1, readByAgent: 1 }), asked);
  expect(talk).toMatchObject({ state: "assigned", agent: "Mette", readByAgent: 1 });
});

test("What nothing was heard of is as the answer has it", () => {
  const asked = { ...newTalk, state: "assigned" as const, agent: "Mette" };
  expect(applyRead(asked, read({ position: 2, rating: 4 }), asked)).toMatchObject({
    state: "queued",
    agent: undefined,
    position: 2,
    rating: 4,
  });
});

test("Who was typing and says nothing more is forgotten", () => {
  const over = vi.fn();
  const typing = new TheirTyping(over);
  typing.heard(true);
  vi.advanceTimersByTime(9_000);
  typing.heard(true);
  vi.advanceTimersByTime(9_000);
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(over).toHaveBeenCalledTimes(1);
  typing.heard(true);
  typing.heard(false);
  vi.advanceTimersByTime(60_000);
  expect(over).toHaveBeenCalledTimes(1);
});
