import assert from "node:assert/strict";
import { test } from "node:test";
import { add, broken, drop, finds, good, log } from "./doctored.ts";

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
