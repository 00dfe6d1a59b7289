import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Memory } from "../../memory/memory";
import type { Outgoing } from "../../memory/remembered";
import { call } from "../call";
import { Problem } from "../problem";
import { Outbox } from "./outbox";
import { afterFailure } from "./retry";

const item = (clientId: string): Outgoing => ({
  clientId,
  text: clientId,
  files: [],
  at: "2026-03-06T18:00:00Z",
});
const ids = (memory: Memory) => memory.now.outbox.map(({ clientId }) => clientId);

function outboxWith(post: (item: Outgoing, outbox: () => Outbox) => Promise<void>) {
  const memory = new Memory("kanal:test", undefined, () => undefined);
  const lines: boolean[] = [];
  const outbox: Outbox = new Outbox(
    memory,
    (it) => post(it, () => outbox),
    (lost) => lines.push(lost),
    () => 1,
  );
  return { memory, outbox, lines };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("Messages leave in order and are gone once accepted", async () => {
  const posted: string[] = [];
  const { memory, outbox } = outboxWith(async ({ clientId }, it) => {
    posted.push(clientId);
    it().discard(clientId);
  });
  outbox.add(item("a"));
  outbox.add(item("b"));
  await vi.runAllTimersAsync();
  expect(posted).toEqual(["a", "b"]);
  expect(ids(memory)).toEqual([]);
});

test("A line that breaks in the middle of the answer is a broken line: the message is sent again, and nothing is stuck behind it", async () => {
  const posted: string[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    posted.push(String(body));
    const half = new ReadableStream({ start: (answer) => answer.error(new TypeError("network error")) });
    return posted.length === 1 ? new Response(half) : Response.json({});
  });
  const { memory, outbox } = outboxWith(async ({ clientId }, it) => {
    await call("https://kanal.example/messages", { body: clientId });
    it().discard(clientId);
  });
  outbox.add(item("a"));
  outbox.add(item("b"));
  await vi.runAllTimersAsync();
  expect(posted).toEqual(['"a"', '"a"', '"b"']);
  expect(ids(memory)).toEqual([]);
});

test("A broken line keeps the message, says so, and tries again with the same clientId", async () => {
  const posted: string[] = [];
  const { memory, outbox, lines } = outboxWith(async ({ clientId }, it) => {
    posted.push(clientId);
    if (posted.length < 3) throw new Problem(0);
    it().discard(clientId);
  });
  outbox.add(item("a"));
  await vi.advanceTimersByTimeAsync(10);
  expect(ids(memory)).toEqual(["a"]);
  expect(lines.at(-1)).toBe(true);
  await vi.runAllTimersAsync();
  expect(posted).toEqual(["a", "a", "a"]);
  expect(lines.at(-1)).toBe(false);
  expect(ids(memory)).toEqual([]);
});

test("A refused message waits for the visitor and does not hold up the next", async () => {
  const { memory, outbox } = outboxWith(async ({ clientId }, it) => {
    if (clientId === "long") throw new Problem(400);
    it().discard(clientId);
  });
  outbox.add(item("long"));
  outbox.add(item("next"));
  await vi.runAllTimersAsync();
  expect(memory.now.outbox).toMatchObject([{ clientId: "long", refused: "problem.refused" }]);
});

test.each([
  [new Problem(0), 0, { againInMs: 1000 }],
  [new Problem(503), 2, { againInMs: 4000 }],
  [new Problem(503), 20, { againInMs: 30_000 }],
  [new Problem(503, 2), 0, { againInMs: 3000 }],
  [new Problem(429, 60), 0, { againInMs: 90_000 }],
  [new Problem(413), 0, { refused: "problem.tooLarge" }],
  [new Problem(403), 0, { refused: "problem.origin" }],
  [new Problem(404), 0, { refused: "problem.gone" }],
])("After %s, attempt %i: %o", (problem, attempt, verdict) => {
  expect(afterFailure(problem, attempt, 1)).toEqual(verdict);
});
