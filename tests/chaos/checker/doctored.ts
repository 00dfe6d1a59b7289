import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "./check.ts";
import type { AgentLine, Evidence, Line, Listed, Log, VisitorLine } from "./records.ts";

// A small run in which everything went well; each test spoils one thing, and the checker must see just that.

type Told = VisitorLine | AgentLine;

export function log(name: string, ...lines: (Told & { t: number })[]): Log {
  return { name, lines: lines as Line[] };
}

export function good(): Evidence & { visitor: Log; anna: Log; bent: Log; one: Listed } {
  const visitor = log(
    "visitor",
    { t: 10, k: "start", clientId: "v-1", text: "hello" },
    { t: 20, k: "started", clientId: "v-1", text: "hello", conversation: "c", sequence: 1 },
    { t: 21, k: "opened", conversation: "c", after: 0 },
    { t: 22, k: "got", conversation: "c", sequence: 1, text: "hello" },
    { t: 40, k: "got", conversation: "c", sequence: 2, text: "good day" },
    { t: 50, k: "write", conversation: "c", text: "thanks" },
    { t: 55, k: "got", conversation: "c", sequence: 3, text: "thanks" },
    { t: 60, k: "written", conversation: "c", text: "thanks", sequence: 3, file: "f" },
    { t: 110, k: "reading", conversation: "c" },
  );
  const anna = log(
    "anna",
    { t: 1, k: "agent", agent: "anna" },
    { t: 2, k: "desk", life: "1" },
    { t: 15, k: "got", conversation: "c", sequence: 1, text: "hello" },
    { t: 16, k: "offered", offer: "o", conversation: "c" },
    { t: 17, k: "answer", offer: "o", conversation: "c", answer: "accept", key: "a-1" },
    { t: 25, k: "answered", offer: "o", conversation: "c", answer: "accept", key: "a-1", good: true },
    { t: 26, k: "offerEnded", offer: "o", conversation: "c", how: "accepted" },
    { t: 30, k: "write", conversation: "c", text: "good day" },
    { t: 35, k: "written", conversation: "c", text: "good day", sequence: 2 },
    { t: 36, k: "got", conversation: "c", sequence: 2, text: "good day" },
    { t: 57, k: "got", conversation: "c", sequence: 3, text: "thanks" },
    { t: 70, k: "release", conversation: "c", key: "a-2", to: "bent" },
    { t: 80, k: "released", conversation: "c", key: "a-2", good: true, to: "bent" },
    { t: 109, k: "follows", conversation: "c" },
    { t: 110, k: "reading", conversation: "all" },
  );
  const bent = log(
    "bent",
    { t: 1, k: "agent", agent: "bent" },
    { t: 2, k: "desk", life: "1" },
    { t: 15, k: "got", conversation: "c", sequence: 1, text: "hello" },
    { t: 36, k: "got", conversation: "c", sequence: 2, text: "good day" },
    { t: 57, k: "got", conversation: "c", sequence: 3, text: "thanks" },
    { t: 90, k: "saw", conversation: "c", from: 85, owner: "bent", state: "assigned" },
    { t: 110, k: "reading", conversation: "all" },
  );
  const one: Listed = {
    id: "c",
    state: "assigned",
    owner: "bent",
    queue: "q",
    lastSequence: 3,
    files: [{ id: "f", content: "thanks" }],
    messages: [
      { sequence: 1, text: "hello", clientId: "v-1" },
      { sequence: 2, text: "good day", clientId: null },
      { sequence: 3, text: "thanks", clientId: "v-2" },
    ],
    requeues: 0,
    offers: [{ id: "o", agent: "anna", state: "accepted" }],
  };
  return {
    logs: [visitor, anna, bent],
    listedFrom: 100,
    listedTo: 101,
    listed: [one],
    visitor,
    anna,
    bent,
    one,
  };
}

export function add(to: Log, ...lines: (Told & { t: number })[]): void {
  to.lines = [...to.lines, ...(lines as Line[])].sort((first, second) => first.t - second.t);
}

export function drop(from: Log, which: (line: Line) => boolean): void {
  from.lines = from.lines.filter((line) => !which(line));
}

export function broken(evidence: Evidence): string[] {
  return check(evidence).flatMap((verdict) => verdict.violations);
}

export function finds(name: string, pattern: RegExp, spoil: (run: ReturnType<typeof good>) => void): void {
  test(name, () => {
    const run = good();
    spoil(run);
    assert.match(broken(run).join("\n"), pattern);
  });
}
