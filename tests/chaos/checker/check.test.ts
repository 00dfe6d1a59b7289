import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "./check.ts";
import type { AgentLine, Evidence, Line, Listed, Log, VisitorLine } from "./records.ts";

// A small run in which everything went well; each test spoils one thing, and the checker must see just that.

type Told = VisitorLine | AgentLine;

function log(name: string, ...lines: (Told & { t: number })[]): Log {
  return { name, lines: lines as Line[] };
}

function good(): Evidence & { visitor: Log; anna: Log; bent: Log; one: Listed } {
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

function add(to: Log, ...lines: (Told & { t: number })[]): void {
  to.lines = [...to.lines, ...(lines as Line[])].sort((first, second) => first.t - second.t);
}

function drop(from: Log, which: (line: Line) => boolean): void {
  from.lines = from.lines.filter((line) => !which(line));
}

function broken(evidence: Evidence): string[] {
  return check(evidence).flatMap((verdict) => verdict.violations);
}

function finds(name: string, pattern: RegExp, spoil: (run: ReturnType<typeof good>) => void): void {
  test(name, () => {
    const run = good();
    spoil(run);
    assert.match(broken(run).join("\n"), pattern);
  });
}

test("A run in which all went well breaks no promise", () => assert.deepEqual(broken(good()), []));

test("A run in which nothing happened proves nothing", () => {
  const nothing = check({ logs: [], listed: [], listedFrom: 0, listedTo: 0 });
  assert.ok(nothing.every((verdict) => verdict.violations.length === 1));
});

finds(
  "An acknowledged message that is gone is seen",
  /"thanks" was acknowledged as c\/3 and is gone/,
  ({ one }) => {
    one.messages.pop();
    one.lastSequence = 2;
  },
);

finds(
  "An acknowledged message that stands elsewhere is seen",
  /acknowledged as c\/7 and stands at c\/3/,
  ({ visitor }) => add(visitor, { t: 61, k: "written", conversation: "c", text: "thanks", sequence: 7 }),
);

finds("A message that was kept twice is seen", /"thanks" is kept twice/, ({ one }) => {
  one.messages.push({ sequence: 4, text: "thanks", clientId: "v-2" });
  one.lastSequence = 4;
});

finds("A start that began two conversations is seen", /v-1 began c and d/, ({ one, listed }) =>
  listed.push({
    ...one,
    id: "d",
    lastSequence: 1,
    messages: [{ sequence: 1, text: "hallo", clientId: "v-1" }],
  }),
);

finds("A conversation that was acknowledged and is in no list is seen", /is in no list/, (run) => {
  run.listed.pop();
});

finds("A hole in a conversation is seen", /has 3 where 2 should stand/, ({ one }) =>
  one.messages.splice(1, 1),
);

finds("A conversation that counts wrongly is seen", /says 4 messages and has 3/, ({ one }) => {
  one.lastSequence = 4;
});

finds("A visitor who got a message twice is seen", /visitor in c got 3 after 3/, ({ visitor }) =>
  add(visitor, { t: 58, k: "got", conversation: "c", sequence: 3, text: "thanks" }),
);

finds(
  "A visitor who got messages in the wrong order is seen",
  /visitor in c got 3 after 1/,
  ({ visitor }) => {
    drop(visitor, (line) => line.k === "got" && line.sequence === 2);
    add(visitor, { t: 56, k: "got", conversation: "c", sequence: 2, text: "good day" });
  },
);

finds(
  "A visitor who got other words than are kept is seen",
  /got c\/2 as "bad day", and it is "good day"/,
  ({ visitor }) => {
    drop(visitor, (line) => line.k === "got" && line.sequence === 2);
    add(visitor, { t: 40, k: "got", conversation: "c", sequence: 2, text: "bad day" });
  },
);

finds("A visitor who never got the last message is seen", /visitor never got c\/3/, ({ visitor }) =>
  drop(visitor, (line) => line.k === "got" && line.sequence === 3),
);

finds("A desk that got a message twice is seen", /bent in c got 2 twice/, ({ bent }) =>
  add(bent, { t: 37, k: "got", conversation: "c", sequence: 2, text: "good day" }),
);

finds("A desk that comes back and goes on is told nothing twice", /bent in c got 2 twice/, ({ bent }) =>
  add(
    bent,
    { t: 37, k: "resumed", life: "1" },
    { t: 38, k: "got", conversation: "c", sequence: 2, text: "good day" },
  ),
);

test("A desk that begins anew may be told again", () => {
  const run = good();
  add(
    run.bent,
    { t: 38, k: "desk", life: "2" },
    { t: 39, k: "got", conversation: "c", sequence: 2, text: "good day" },
  );
  assert.deepEqual(broken(run), []);
});

finds("A desk with a hole is seen", /anna in c was told 3 and never 2/, ({ anna }) =>
  drop(anna, (line) => line.k === "got" && line.sequence === 2),
);

test("A desk puts what two nodes accepted in its place", () => {
  const run = good();
  drop(run.bent, (line) => line.k === "got" && line.sequence === 2);
  add(run.bent, { t: 58, k: "got", conversation: "c", sequence: 2, text: "good day" });
  assert.deepEqual(broken(run), []);
});

finds(
  "A hole that was there long before a desk began anew is seen",
  /bent in c was told 3 and never 2/,
  ({ bent }) => {
    drop(bent, (line) => line.k === "got" && line.sequence === 2);
    add(bent, { t: 50_057, k: "desk", life: "2" });
  },
);

finds("A desk that was not told the last message is seen", /bent was not told c\/3/, ({ bent }) =>
  drop(bent, (line) => line.k === "got" && line.sequence === 3),
);

finds(
  "A desk that began anew, and did not fetch what it follows, is seen",
  /anna never got c\/1 "hello", c\/2/,
  ({ anna }) => {
    drop(anna, (line) => line.k === "got" && line.sequence < 3);
    add(anna, { t: 45, k: "desk", life: "2" });
  },
);

test("A desk that begins after a message was told may be told of the one before it", () => {
  const run = good();
  // Two and three were told in the other order, and bent's desk began in between, after three.
  drop(run.bent, (line) => line.k === "got" && line.sequence > 1);
  add(run.bent, { t: 58, k: "desk", life: "2" });
  add(run.bent, { t: 59, k: "got", conversation: "c", sequence: 1, text: "hello" });
  add(run.bent, { t: 62, k: "got", conversation: "c", sequence: 3, text: "thanks" });
  assert.deepEqual(broken(run), []);
});

finds("A file that is gone is seen", /the file f of c is gone/, ({ one }) => {
  one.files = [{ id: "f", content: null }];
});

finds("Half a file is seen", /the file f of c is not what was sent/, ({ one }) => {
  one.files = [{ id: "f", content: "tha" }];
});

finds("A file that no message names is seen", /no message in c names the file f/, ({ one }) => {
  one.files = [];
});

finds("Two agents who were told that it is theirs are seen", /c was anna's .* and bent's/, ({ bent }) =>
  add(bent, {
    t: 40,
    k: "answered",
    offer: "p",
    conversation: "c",
    answer: "accept",
    key: "b-1",
    good: true,
  }),
);

finds(
  "An agent who has it while another is told that it is theirs is seen",
  /bent was told at 50 that it is bent/,
  ({ bent }) => add(bent, { t: 50, k: "saw", conversation: "c", from: 45, owner: "bent", state: "assigned" }),
);

finds("An owner who was forgotten is seen", /bent was told at 50 that it is nobody's/, ({ bent }) =>
  add(bent, { t: 50, k: "saw", conversation: "c", from: 45, owner: null, state: "queued" }),
);

finds(
  "A hand-over that was acknowledged and did not happen is seen",
  /the listing was told at 101 that it is anna's/,
  ({ one }) => {
    one.owner = "anna";
  },
);

test("Who asked to let go may or may not have it", () => {
  const run = good();
  add(run.bent, { t: 75, k: "saw", conversation: "c", from: 72, owner: "bent", state: "assigned" });
  add(run.anna, { t: 76, k: "saw", conversation: "c", from: 71, owner: "anna", state: "assigned" });
  assert.deepEqual(broken(run), []);
});

test("Who lets go before the answer to the accept has come does not have it afterwards", () => {
  const run = good();
  drop(run.anna, (line) => line.k === "release");
  add(run.anna, { t: 24, k: "release", conversation: "c", key: "a-2", to: "bent" });
  drop(run.bent, (line) => line.k === "saw");
  add(run.bent, { t: 50, k: "saw", conversation: "c", from: 45, owner: "bent", state: "assigned" });
  assert.deepEqual(broken(run), []);
});

test("Who has it again while they hand it over from before may or may not have it", () => {
  const run = good();
  drop(run.anna, (line) => line.k === "release");
  add(run.anna, { t: 12, k: "release", conversation: "c", key: "a-2", to: "bent" });
  drop(run.bent, (line) => line.k === "saw");
  add(run.bent, { t: 50, k: "saw", conversation: "c", from: 45, owner: "bent", state: "assigned" });
  assert.deepEqual(broken(run), []);
});

finds(
  "Who was refused to hand it over still has it",
  /c was anna's .* told at 50 that it is bent's/,
  ({ anna, bent }) => {
    add(anna, { t: 12, k: "release", conversation: "c", key: "a-3", to: "bent" });
    add(anna, { t: 30, k: "released", conversation: "c", key: "a-3", good: false, to: "bent" });
    add(bent, { t: 50, k: "saw", conversation: "c", from: 45, owner: "bent", state: "assigned" });
  },
);

test("Who was handed it while the giver also handed it back may or may not have it", () => {
  const run = good();
  add(run.anna, { t: 75, k: "release", conversation: "c", key: "a-3" });
  drop(run.bent, (line) => line.k === "saw");
  run.one.owner = "anna";
  assert.deepEqual(broken(run), []);
});

finds(
  "A hand-back that happened after a hand-over of the same moment is seen",
  /c was bent's .handed over by anna, 82 to Infinity., and the listing was told at 101 that it is nobody's/,
  ({ anna, bent, one }) => {
    add(anna, { t: 71, k: "release", conversation: "c", key: "a-3" });
    add(anna, { t: 82, k: "released", conversation: "c", key: "a-3", good: true });
    drop(bent, (line) => line.k === "saw");
    one.owner = null;
  },
);

finds("One that was handed to two at once is seen", /c was bent's .* and carl's/, ({ anna, logs, one }) => {
  add(anna, { t: 71, k: "release", conversation: "c", key: "a-3", to: "carl" });
  add(anna, { t: 82, k: "released", conversation: "c", key: "a-3", good: true, to: "carl" });
  const carl = log("carl", { t: 1, k: "agent", agent: "carl" });
  add(carl, { t: 95, k: "saw", conversation: "c", from: 93, owner: one.owner, state: "assigned" });
  logs.push(carl);
});

test("A customer who writes after it was closed takes it from its last owner", () => {
  const run = good();
  drop(run.anna, (line) => line.k === "release" || line.k === "released");
  drop(run.anna, (line) => line.k === "answer" || line.k === "answered");
  drop(run.bent, (line) => line.k === "saw");
  add(run.bent, { t: 50, k: "saw", conversation: "c", from: 45, owner: "bent", state: "closed" });
  run.one.owner = "anna";
  assert.doesNotMatch(broken(run).join("\n"), /bent's/);
});

test("What the product took from an absent agent proves nothing about the time before", () => {
  const run = good();
  run.one.requeues = 1;
  add(run.anna, { t: 46, k: "requeued", conversation: "c" });
  add(run.bent, { t: 50, k: "saw", conversation: "c", from: 45, owner: null, state: "queued" });
  assert.deepEqual(broken(run), []);
});

finds("An assigned conversation without an owner is seen", /c is assigned, and nobody's/, ({ one }) => {
  one.owner = null;
});

finds("Somebody who still waits is seen", /c still waits in queue q/, ({ one }) => {
  one.state = "queued";
  one.owner = null;
});

finds("An offer that was answered twice is seen", /o was answered 2 times: accept, decline/, ({ anna }) =>
  add(anna, {
    t: 27,
    k: "answered",
    offer: "o",
    conversation: "c",
    answer: "decline",
    key: "a-9",
    good: true,
  }),
);

test("An answer that was told again under its key counts once", () => {
  const run = good();
  add(run.anna, {
    t: 27,
    k: "answered",
    offer: "o",
    conversation: "c",
    answer: "accept",
    key: "a-1",
    good: true,
  });
  assert.deepEqual(broken(run), []);
});

finds("An offer that ended in two ways is seen", /o ended in 2 ways: accepted, missed/, ({ anna }) =>
  add(anna, { t: 27, k: "offerEnded", offer: "o", conversation: "c", how: "missed" }),
);

finds(
  "An offer that was accepted and is kept as missed is seen",
  /o was accepted, and is kept as missed/,
  ({ one }) => {
    one.offers = [{ id: "o", agent: "anna", state: "missed" }];
  },
);

finds("An offer that rang at two agents is seen", /o was anna's for c, and bent's for c/, ({ bent }) =>
  add(bent, { t: 20, k: "offered", offer: "o", conversation: "c" }),
);
