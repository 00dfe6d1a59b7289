import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProblemError } from "../../server/api";
import { createOutbox, type Outgoing } from "./outbox";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser's storage, with a server behind a line that can break. */
function browser() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
  const server = { down: false, took: [] as string[] };
  const post = async ({ text }: Outgoing) => {
    if (server.down) throw new ProblemError(0);
    server.took.push(text);
  };
  const tab = (agent?: string) => {
    const outbox = createOutbox(post, store);
    outbox.writes(agent);
    return outbox;
  };
  return { server, tab };
}

const said = (text: string, agent = "mia") => ({
  agent,
  text,
  conversation: "c1",
  kind: "message" as const,
  files: [],
});
const texts = (outbox: { get(): Outgoing[] }) => outbox.get().map(({ text }) => text);

test("What is written while the words before it wait for the line comes after them", async () => {
  const { server, tab } = browser();
  const outbox = tab("mia");
  server.down = true;
  outbox.send(said("first"));
  await vi.advanceTimersByTimeAsync(100);
  server.down = false;
  outbox.send(said("second"));
  await vi.runAllTimersAsync();
  expect(server.took).toEqual(["first", "second"]);
});

test("What two tabs could not send is there again, from both, in the order in which it was written", async () => {
  const { server, tab } = browser();
  const [one, other] = [tab("mia"), tab("mia")];
  server.down = true;
  one.send(said("in one tab"));
  await vi.advanceTimersByTimeAsync(5);
  other.send(said("in the other"));
  await vi.advanceTimersByTimeAsync(5);
  expect(texts(tab("mia"))).toEqual(["in one tab", "in the other"]);
});

test("What has arrived is not there again in the next tab", async () => {
  const { tab } = browser();
  const outbox = tab("mia");
  outbox.send(said("hello"));
  await vi.runAllTimersAsync();
  expect(texts(tab("mia"))).toEqual([]);
});

test("Nobody's words go out in the name of who signs in after them, and all of them once they are back", async () => {
  const { server, tab } = browser();
  const outbox = tab("mia");
  server.down = true;
  outbox.send(said("from Mia"));
  await vi.advanceTimersByTimeAsync(100);
  outbox.writes(undefined);
  server.down = false;
  outbox.writes("jon");
  outbox.send(said("from Jon", "jon"));
  await vi.runAllTimersAsync();
  expect(server.took).toEqual(["from Jon"]);
  outbox.writes("mia");
  outbox.retryAll();
  await vi.runAllTimersAsync();
  expect(server.took).toEqual(["from Jon", "from Mia"]);
});

test("What the server will not have stays with its reason, and what is behind it goes on", async () => {
  const outbox = createOutbox(async ({ text }) => {
    if (text === "bad") throw new ProblemError(400, { detail: "Too long." });
  }, undefined);
  outbox.writes("mia");
  outbox.send(said("bad"));
  outbox.send(said("good"));
  await vi.runAllTimersAsync();
  expect(outbox.get().map(({ text, state, reason }) => [text, state, reason])).toEqual([
    ["bad", "failed", "Too long."],
    ["good", "sent", undefined],
  ]);
});
