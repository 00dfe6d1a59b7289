import type { ConversationSummary, Entry } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { belongs, mostInNeed, newest, shown, sorted, withMessage, withSummary } from "./lists";

const summary = (id: string, more: Partial<ConversationSummary> = {}) =>
  ({ id, state: "assigned", openedAt: "2026-11-20T10:00:00Z", ...more }) as ConversationSummary;
const me = { id: "me", name: "Mette" };

describe("where a conversation stands", () => {
  test.each([
    ["mine while I have it", summary("a", { agent: me }), { list: "mine" }, true],
    ["not mine when closed", summary("a", { agent: me, state: "closed" }), { list: "mine" }, false],
    [
      "not mine when another has it",
      summary("a", { agent: { id: "x", name: "X" } }),
      { list: "mine" },
      false,
    ],
    ["queued", summary("a", { state: "queued" }), { list: "queue" }, true],
    ["all that is open", summary("a"), { list: "all" }, true],
    ["closed only when asked for", summary("a", { state: "closed" }), { list: "all", closed: true }, true],
    ["a search is the server's business", summary("a"), { list: "all", q: "kano" }, undefined],
  ] as const)("%s", (_, conversation, filter, expected) =>
    expect(belongs(conversation, filter, "me")).toBe(expected),
  );
});

test("a conversation is replaced, added or taken out", () => {
  const pages = [{ data: [summary("a")] }, { data: [summary("b")] }];
  const ids = (changed: typeof pages) => changed.map((page) => page.data.map((each) => each.id));
  expect(withSummary(pages, summary("b", { unread: 2 }), true)[1]?.data[0]?.unread).toBe(2);
  expect(ids(withSummary(pages, summary("c"), true))).toEqual([["c", "a"], ["b"]]);
  expect(ids(withSummary(pages, summary("a"), false))).toEqual([[], ["b"]]);
  expect(ids(withSummary(pages, summary("x"), false))).toEqual([["a"], ["b"]]);
});

test("whoever has waited longest is most in need; nobody is when nobody waits", () => {
  const waiting = [
    summary("a"),
    summary("b", { waitingSince: "2026-11-20T10:05:00Z" }),
    summary("c", { waitingSince: "2026-11-20T10:02:00Z" }),
  ];
  expect(sorted(waiting, { list: "mine" }).map((each) => each.id)).toEqual(["c", "b", "a"]);
  expect(mostInNeed(waiting)).toBe("c");
  expect(mostInNeed([summary("a")])).toBeUndefined();
});

describe("the queue", () => {
  const queue = { list: "queue" } as const;
  const since = (id: string, minute: number) =>
    summary(id, { state: "queued", waitingSince: `2026-11-20T10:0${minute}:00Z` });
  const ids = (rows: { id: string }[]) => rows.map((each) => each.id);
  const [a, b, c] = [since("a", 1), since("b", 2), since("c", 3)];

  test("has the longest wait first, and last whoever has our word", () =>
    expect(ids(sorted([summary("x"), c, summary("w"), a], queue))).toEqual(["a", "c", "w", "x"]));

  test("shows nobody twice who moved to a later page", () =>
    expect(ids(shown([{ data: [a, b], next: "more", last: b }, { data: [b, c] }], queue))).toEqual([
      "a",
      "b",
      "c",
    ]));

  test("keeps back who came since and stands behind a page that is not read yet", () => {
    const pages = [{ data: [since("new", 9), a, b], next: "more", last: b }];
    expect(ids(shown(pages, queue))).toEqual(["a", "b"]);
    expect(ids(shown([...pages, { data: [c], last: c }], queue))).toEqual(["a", "b", "c", "new"]);
  });

  test("shows who came back to a place before the end of what is read, though all around them left", () =>
    expect(ids(shown([{ data: [b], next: "more", last: c }], queue))).toEqual(["b"]));
});

describe("a message changes the row", () => {
  const known = summary("a", { lastSequence: 3, unread: 0 });
  const message = (sequence: number, from: "visitor" | "agent") =>
    ({
      kind: "message",
      sequence,
      from,
      text: "Hej",
      files: [],
      at: "2026-11-20T10:09:00Z",
    }) as unknown as Entry;

  test("the visitor's waits for us and is unread", () => {
    const row = withMessage(known, message(4, "visitor"));
    expect(row.waitingSince).toBe("2026-11-20T10:09:00Z");
    expect(row.unread).toBe(1);
    expect(row.lastMessage?.text).toBe("Hej");
  });

  test("a second one does not begin the wait anew", () => {
    const row = withMessage(withMessage(known, message(4, "visitor")), {
      ...message(5, "visitor"),
      at: "2026-11-20T10:20:00Z",
    });
    expect(row.waitingSince).toBe("2026-11-20T10:09:00Z");
  });

  test("ours ends the wait", () => {
    const row = withMessage(withMessage(known, message(4, "visitor")), message(5, "agent"));
    expect(row.waitingSince).toBeNull();
  });

  test("one that the row knows already changes nothing", () =>
    expect(withMessage(known, message(3, "visitor"))).toBe(known));
});

test("what a message leaves unread and waiting is as the server has it, where it says so", () => {
  const known = summary("a", { lastSequence: 3, unread: 2, waitingSince: "2026-11-20T10:00:00Z" });
  const words = { kind: "message", sequence: 4, text: "", files: [], at: "2026-11-20T10:09:00Z" };
  const from = (author: string) => ({ ...words, from: author }) as unknown as Entry;
  expect(withMessage(known, from("agent")).unread).toBe(0);
  const told = withMessage(known, from("system"), {
    state: "assigned",
    lastSequence: 4,
    unread: 3,
    waitingSince: "2026-11-20T10:00:00Z",
  });
  expect(told).toMatchObject({ unread: 3, waitingSince: "2026-11-20T10:00:00Z" });
});

test("what was read before the last words does not take them back", () => {
  const last = { from: "visitor" as const, text: "Hej?", at: "2026-11-20T10:09:00Z", sequence: 4 };
  const known = summary("a", { lastSequence: 4, unread: 1, waitingSince: last.at, lastMessage: last });
  const told = newest(known, summary("a", { lastSequence: 3, unread: 0, agent: me }));
  expect(told).toMatchObject({ lastMessage: last, lastSequence: 4, unread: 1, agent: me });
  expect(newest(known, summary("a", { lastSequence: 5, unread: 2 }))).toMatchObject({ unread: 2 });
});

test("what was read meanwhile does not become unread again", () => {
  const known = summary("a", { lastSequence: 4, unread: 0 });
  expect(newest(known, summary("a", { lastSequence: 4, unread: 2 })).unread).toBe(0);
});
