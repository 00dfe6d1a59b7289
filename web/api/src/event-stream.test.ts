import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { eventParser, readEventStream, type StreamEvent, waitBeforeRetry } from "./event-stream";

const parseAll = (...chunks: string[]) => {
  const events: StreamEvent[] = [];
  const parse = eventParser((event) => events.push(event));
  for (const chunk of chunks) parse(chunk);
  return events;
};

/** A response whose body says the chunks and then ends, or stays silent. */
const stream = (chunks: string[], end = true) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        if (end) controller.close();
      },
    }),
  );

describe("the parser", () => {
  test("reads type, id and joined data lines", () => {
    expect(parseAll("event: message\nid: 7\ndata: a\ndata: b\n\n")).toEqual([
      { type: "message", id: "7", data: "a\nb" },
    ]);
  });

  test("a chunk may end anywhere, even between CR and LF", () => {
    expect(parseAll("ev", "ent: x\r", "\nda", "ta:1\r\n\r", "\n")).toEqual([
      { type: "x", id: null, data: "1" },
    ]);
  });

  test("comments and events without data are passed over", () => {
    expect(parseAll(": ping\n\nevent: empty\n\ndata: 1\n\n")).toEqual([
      { type: "message", id: null, data: "1" },
    ]);
  });
});

test("the wait doubles up to the longest and is spread by chance", () => {
  expect(waitBeforeRetry(0, 500, 15_000, 1)).toBe(500);
  expect(waitBeforeRetry(3, 500, 15_000, 0)).toBe(2000);
  expect(waitBeforeRetry(30, 500, 15_000, 1)).toBe(15_000);
});

describe("the reader", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("comes back after a break and resumes at the last id, with fresh headers", async () => {
    const stopped = new AbortController();
    const asked: Record<string, string>[] = [];
    let token = 0;
    const fakeFetch = vi.fn(async (_: unknown, init?: RequestInit) => {
      asked.push(init?.headers as Record<string, string>);
      return asked.length === 1
        ? stream(["id: 5\ndata: first\n\n"])
        : stream([`id: 6\ndata: again\n\n`], false);
    });
    const seen: string[] = [];
    void readEventStream("/events", {
      signal: stopped.signal,
      headers: () => ({ Authorization: `Bearer ${++token}` }),
      onEvent: (event) => seen.push(event.data),
      fetch: fakeFetch as typeof fetch,
      random: () => 0,
    });
    await vi.advanceTimersByTimeAsync(1000);
    stopped.abort();
    expect(seen).toEqual(["first", "again"]);
    expect(asked[0]?.["Last-Event-ID"]).toBeUndefined();
    expect(asked[1]?.["Last-Event-ID"]).toBe("5");
    expect(asked[1]?.Authorization).toBe("Bearer 2");
  });

  test("silence is a dead line", async () => {
    const stopped = new AbortController();
    const fakeFetch = vi.fn(async (_: unknown, init?: RequestInit) => {
      const body = new ReadableStream({
        start: (controller) =>
          init?.signal?.addEventListener("abort", () => controller.error(new Error("aborted"))),
      });
      return new Response(body);
    });
    const states: string[] = [];
    void readEventStream("/events", {
      signal: stopped.signal,
      onEvent: () => undefined,
      onState: (state) => states.push(state),
      silenceMs: 10_000,
      fetch: fakeFetch as typeof fetch,
      random: () => 0,
    });
    await vi.advanceTimersByTimeAsync(10_001);
    expect(states).toEqual(["connecting", "open", "waiting"]);
    await vi.advanceTimersByTimeAsync(300);
    expect(fakeFetch).toHaveBeenCalledTimes(2);
    stopped.abort();
  });

  test("a refusal ends it", async () => {
    const refused: number[] = [];
    await readEventStream("/events", {
      signal: new AbortController().signal,
      onEvent: () => undefined,
      onRefused: (status) => refused.push(status),
      fetch: (async () => new Response(null, { status: 401 })) as typeof fetch,
    });
    expect(refused).toEqual([401]);
  });

  test("a busy server is asked again, no sooner than it wishes", async () => {
    const stopped = new AbortController();
    const fakeFetch = vi.fn(async () => new Response(null, { status: 503, headers: { "Retry-After": "3" } }));
    void readEventStream("/events", {
      signal: stopped.signal,
      onEvent: () => undefined,
      fetch: fakeFetch as typeof fetch,
      random: () => 0,
    });
    await vi.advanceTimersByTimeAsync(2900);
    expect(fakeFetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(fakeFetch).toHaveBeenCalledTimes(2);
    stopped.abort();
  });
});
