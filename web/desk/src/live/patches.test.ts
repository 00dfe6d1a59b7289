import type { Conversation, ConversationSummary, Entry, Wallboard } from "@kanal/api";
import { InfiniteQueryObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { conversationQuery, conversationsQuery, wallboardQuery } from "../server/queries";
import type { ListPage } from "./lists";
import { applyEvent, patchConversation } from "./patches";

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

test("Whoever leaves the page is not there in the lists either", () => {
  const cache = new QueryClient();
  const { queryKey } = conversationsQuery({ list: "mine" });
  cache.setQueryData(queryKey, {
    pages: [{ data: [{ ...chat, visitorOnline: true }] }],
    pageParams: [],
  } as never);
  applyEvent(cache, { name: "visitor", data: { conversation: "c1", online: false } } as never, "me");
  const [page] = (cache.getQueryData(queryKey) as { pages: ListPage[] } | undefined)?.pages ?? [];
  expect(page?.data[0]?.visitorOnline).toBe(false);
});

test("An answer that is older than what was heard meanwhile takes nothing back", () => {
  const cache = new QueryClient();
  const { queryKey } = conversationQuery("c1");
  const known = {
    ...chat,
    customer: { id: "p1" },
    readByAgent: 0,
    readByVisitor: 0,
  } as unknown as Conversation;
  cache.setQueryData(queryKey, known);
  applyEvent(cache, { name: "message", data: { conversation: "c1", entry: words } } as never, "me");
  applyEvent(cache, { name: "read", data: { conversation: "c1", by: "agent", sequence: 2 } }, "me");
  patchConversation(cache, known, "me");
  expect(cache.getQueryData(queryKey)).toMatchObject({ lastSequence: 2, readByAgent: 2 });
});

test("Who came to a customer's conversation asks anew for the customer, and for what no event carries", () => {
  const cache = new QueryClient();
  const person = ["customer", "p1"];
  cache.setQueryData(["conversation", "c1"], { ...chat, customer: { id: "p1" } });
  cache.setQueryData(person, {});
  const entry = { ...words, kind: "event", from: undefined, event: { type: "rated", score: 5 } };
  applyEvent(cache, { name: "line", data: { conversation: "c1", entry } } as never, "me");
  expect(cache.getQueryState(person)?.isInvalidated).toBe(true);
  expect(cache.getQueryState(["conversation", "c1"])?.isInvalidated).toBe(true);
});

test.each([
  ["a setting that changed", { name: "settings", data: { what: "teams" } }],
  ["all that was missed", { name: "reset", data: { node: "n", at: "2026-11-22T10:00:00Z" } }],
] as const)("What is asked for the first time is asked once more after %s", async (_, event) => {
  const cache = new QueryClient();
  const answers: ((teams: string) => void)[] = [];
  const queryFn = vi.fn(() => new Promise<string>((answer) => answers.push(answer)));
  const seen = new QueryObserver(cache, { queryKey: ["teams"], queryFn });
  const stop = seen.subscribe(() => undefined);

  applyEvent(cache, event, "me");
  answers[0]?.("before");
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  answers[1]?.("after");

  await vi.waitFor(() => expect(seen.getCurrentResult().data).toBe("after"));
  stop();
});
