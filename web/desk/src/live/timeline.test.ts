import type { Entry } from "@kanal/api";
import { expect, test } from "vitest";
import { inOrder, withEntry } from "./timeline";

const entry = (id: string, sequence: number, more: Partial<Entry> = {}): Entry =>
  ({ id, kind: "message", sequence, text: id, files: [], at: "2026-11-20T10:00:00Z", ...more }) as Entry;

const ids = (pages: { data: Entry[] }[]) => pages.map((page) => page.data.map((each) => each.id));

test("a new message goes to the end of the newest page", () => {
  const pages = [{ data: [entry("c", 3)] }, { data: [entry("a", 1), entry("b", 2)] }];
  expect(ids(withEntry(pages, entry("d", 4)))).toEqual([
    ["c", "d"],
    ["a", "b"],
  ]);
});

test("the same message twice is one message", () => {
  const pages = [{ data: [entry("a", 1)] }];
  expect(ids(withEntry(withEntry(pages, entry("b", 2)), entry("b", 2)))).toEqual([["a", "b"]]);
});

test("our own echo is replaced by what the server made of it", () => {
  const pages = [{ data: [entry("echo", 2, { clientId: "x" })] }];
  expect(ids(withEntry(pages, entry("real", 2, { clientId: "x" })))).toEqual([["real"]]);
});

test("a note stands after the message whose sequence it carries", () => {
  const pages = [{ data: [entry("a", 1), entry("b", 2)] }];
  const noted = withEntry(pages, entry("0note", 1, { kind: "note" }));
  expect(ids(noted)).toEqual([["a", "0note", "b"]]);
});

test("a message that arrives late finds its place", () => {
  const pages = [{ data: [entry("a", 1), entry("c", 3)] }];
  expect(ids(withEntry(pages, entry("b", 2)))).toEqual([["a", "b", "c"]]);
});

test("overlapping pages read as one, oldest first", () => {
  const pages = [{ data: [entry("b", 2), entry("c", 3)] }, { data: [entry("a", 1), entry("b", 2)] }];
  expect(inOrder(pages).map((each) => each.id)).toEqual(["a", "b", "c"]);
});
