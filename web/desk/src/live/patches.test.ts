import type { ConversationSummary, Entry, Wallboard } from "@kanal/api";
import { InfiniteQueryObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { conversationsQuery, wallboardQuery } from "../server/queries";
import type { ListPage } from "./lists";
import { applyEvent } from "./patches";

const level = { offered: 0, answered: 0, within: 0, abandoned: 0 };
const board = (waiting: number, complete = true): Wallboard => ({
  complete,
  at: "2026-11-22T10:00:00Z",
  queues: [
    {
      id: "1",
      name: "Booking",
      waiting,
      near: 0,
      overdue: 0,
      inHand: 0,
      callbacksDue: 0,
      callbacksPlanned: 0,
      outcomes: 0,
      available: 1,
      signedIn: 1,
      help: [],
      goal: 80,
      today: level,
      halfHour: level,
    },
  ],
});

test("A board that was asked for before somebody came does not hide them", async () => {
  const cache = new QueryClient();
  const answers: ((board: Wallboard) => void)[] = [];
  const queryFn = vi.fn(() => new Promise<Wallboard>((answer) => answers.push(answer)));
  const seen = new QueryObserver(cache, { ...wallboardQuery, queryFn });
  const stop = seen.subscribe(() => undefined);

  applyEvent(cache, { name: "wallboard", data: board(0) }, "me");
  applyEvent(cache, { name: "wallboard", data: board(1, false) }, "me");
  answers[0]?.(board(0));
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  answers[1]?.(board(1));

  await vi.waitFor(() => expect(seen.getCurrentResult().data?.queues?.[0]?.waiting).toBe(1));
  stop();
});

const chat = {
  id: "c1",
  state: "assigned",
  agent: { id: "me" },
  unread: 0,
  lastSequence: 1,
} as ConversationSummary;
const words = {
  kind: "message",
  from: "visitor",
  sequence: 2,
  text: "Hello?",
  files: [] as unknown,
  at: "2026-11-22T10:00:00Z",
} as Entry;

test("A list that was asked for before somebody spoke has their words all the same, without asking twice", async () => {
  const cache = new QueryClient();
  const answers: ((page: ListPage) => void)[] = [];
  const queryFn = vi.fn(() => new Promise<ListPage>((answer) => answers.push(answer)));
  const seen = new InfiniteQueryObserver(cache, {
    ...conversationsQuery({ list: "mine" }),
    queryFn,
  } as never);
  const stop = seen.subscribe(() => undefined);
  const shown = () => (seen.getCurrentResult().data as { pages: ListPage[] } | undefined)?.pages[0]?.data[0];

  applyEvent(cache, { name: "message", data: { conversation: "c1", entry: words } } as never, "me");
  answers[0]?.({ data: [chat] });

  await vi.waitFor(() => expect(shown()?.lastMessage?.text).toBe("Hello?"));
  expect(shown()?.unread).toBe(1);
  expect(queryFn).toHaveBeenCalledTimes(1);
  stop();
});
