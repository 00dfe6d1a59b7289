import { expect, test } from "vitest";
import { asClock, moodOf, neediest, percent, totalOf } from "./numbers";

const level = (offered: number, within: number) => ({ offered, answered: within, within, abandoned: 0 });
const queue = (name: string, more: object = {}) => ({
  id: name,
  name,
  waiting: 0,
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
  today: level(0, 0),
  halfHour: level(0, 0),
  ...more,
});

test.each([
  [0, "0:00"],
  [7.9, "0:07"],
  [750, "12:30"],
  [3900, "1:05:00"],
  [-3, "0:00"],
])("%d seconds are shown as %s", (seconds, said) => expect(asClock(seconds)).toBe(said));

test("nobody to answer is no service level, and 99.9 % is not 100 %", () => {
  expect(percent(level(0, 0))).toBeNull();
  expect(percent(level(1000, 999))).toBe(99);
});

test("a service level is good at its goal, a warning just below, and bad far below", () => {
  expect(moodOf(level(100, 80), 80)).toBe("good");
  expect(moodOf(level(100, 79), 80)).toBe("warn");
  expect(moodOf(level(100, 60), 80)).toBe("bad");
  expect(moodOf(level(0, 0), 80)).toBe("none");
});

test("all queues together are counted over all their customers, not as a mean of shares", () => {
  const total = totalOf([queue("a", { today: level(1, 0) }), queue("b", { today: level(99, 99) })]);
  expect(percent(total.today)).toBe(99);
});

test("queues in trouble come first, the others by name", () => {
  const order = neediest([
    queue("a"),
    queue("b", { near: 1 }),
    queue("c"),
    queue("d", { waiting: 2, available: 0 }),
    queue("e", { overdue: 1 }),
  ]);
  expect(order.map((each) => each.name)).toEqual(["e", "d", "b", "a", "c"]);
});
