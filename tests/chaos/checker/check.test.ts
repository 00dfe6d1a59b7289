import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "./check.ts";
import { add, broken, drop, finds, good } from "./doctored.ts";

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
