import type { Plan, PlanSlot } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { isShort, timed, visible } from "./timed";

const half = 1_800_000;
const day = (from: string, count: number, open: (index: number) => boolean): PlanSlot[] =>
  Array.from({ length: count }, (_, index) => ({
    start: new Date(Date.parse(from) + index * half).toISOString(),
    open: open(index),
    planned: 0,
  }));

const plan = (slots: PlanSlot[], at = slots[0]?.start ?? "") =>
  ({ timeZone: "Europe/Copenhagen", at, slots }) as Plan;

describe("a day of half hours", () => {
  const slots = timed(plan(day("2026-11-22T23:00:00Z", 48, (index) => index >= 18 && index < 34)));
  test("is told by the site's clock", () => {
    expect([slots[0]?.date, slots[0]?.minutes]).toEqual(["2026-11-23", 0]);
    expect(slots[47]?.minutes).toBe(1410);
  });
  test("shows the open hours and a little around", () =>
    expect(visible(slots).map(({ minutes }) => minutes / 60)).toEqual(
      Array.from({ length: 18 }, (_, index) => 8.5 + index / 2),
    ));
  test("shows who is planned outside of them", () => {
    const early = slots.map((slot) => (slot.minutes === 360 ? { ...slot, planned: 1 } : slot));
    expect(visible(early)[0]?.minutes).toBe(330);
  });
});

test("an hour that comes twice is there twice", () =>
  expect(
    timed(plan(day("2026-10-24T22:00:00Z", 50, () => true))).filter(({ minutes }) => minutes === 120),
  ).toHaveLength(2));

test("a closed day shows the hours of a day's work", () =>
  expect(visible(timed(plan(day("2026-11-22T23:00:00Z", 48, () => false))))).toHaveLength(20));

test("a quarter of a person is not missed", () => {
  const slot = { start: "", open: true, planned: 2 };
  expect([isShort({ ...slot, gap: -0.2 }), isShort({ ...slot, gap: -1 }), isShort(slot)]).toEqual([
    false,
    true,
    false,
  ]);
});
