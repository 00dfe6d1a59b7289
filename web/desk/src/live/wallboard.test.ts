import type { Wallboard } from "@kanal/api";
import { expect, test } from "vitest";
import { withChange } from "./wallboard";

const level = { offered: 0, answered: 0, within: 0, abandoned: 0 };
const queue = (id: string, name: string, waiting = 0) => ({
  id,
  name,
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
});
const minute = (at: string, arrived: number) => ({ at, arrived, answered: 0, ended: 0 });
const whole: Wallboard = {
  complete: true,
  at: "2026-11-22T10:00:00Z",
  queues: [queue("1", "Booking"), queue("2", "Salg")],
  agents: [],
  minutes: [minute("2026-11-22T09:59:00Z", 1), minute("2026-11-22T10:00:00Z", 2)],
  alerts: [],
};

test("a change replaces what it names and leaves the rest", () => {
  const after = withChange(whole, {
    complete: false,
    at: "2026-11-22T10:00:01Z",
    queues: [queue("2", "Salg", 3)],
  });
  expect(after?.queues?.map((each) => each.waiting)).toEqual([0, 3]);
  expect(after?.minutes).toEqual(whole.minutes);
});

test("a queue that is new stands in its place by name", () => {
  const after = withChange(whole, { complete: false, at: whole.at, queues: [queue("3", "Rejser")] });
  expect(after?.queues?.map((each) => each.name)).toEqual(["Booking", "Rejser", "Salg"]);
});

test("a whole board replaces everything", () => {
  expect(withChange(whole, { ...whole, queues: [] })?.queues).toEqual([]);
});

test("a change before anything whole is no board", () => {
  expect(withChange(undefined, { complete: false, at: whole.at })).toBeUndefined();
});

test("a minute that goes on is counted once", () => {
  const after = withChange(whole, {
    complete: false,
    at: whole.at,
    minutes: [minute("2026-11-22T10:00:00Z", 5), minute("2026-11-22T10:01:00Z", 1)],
  });
  expect(after?.minutes?.map((each) => each.arrived)).toEqual([1, 5, 1]);
});

test("alerts that are over are gone", () => {
  const warned = { ...whole, alerts: [{ kind: "targetNear" as const, count: 1 }] };
  expect(withChange(warned, { complete: false, at: whole.at, alerts: [] })?.alerts).toEqual([]);
});
