import { expect, test } from "vitest";
import { hoursAWeek, officeHours } from "../parts/week";
import { chatsAnHour } from "./carries";

test.each([
  [1, 1],
  [3, 6],
  [6, 23],
])("%i chats at once carry about %i an hour", (places, chats) =>
  expect(Math.abs(chatsAnHour(places) - chats)).toBeLessThanOrEqual(2),
);

test("twice the places carry more than twice the chats", () =>
  expect(chatsAnHour(6)).toBeGreaterThan(2 * chatsAnHour(3)));

test("office hours are forty a week, and a night shift counts past midnight", () => {
  expect(hoursAWeek(officeHours())).toBe(40);
  expect(hoursAWeek({ ...officeHours(), friday: [{ from: "22:00", to: "02:00" }] })).toBe(36);
});
