import { expect, test } from "vitest";
import { chooseLanguage, localeOf } from "./choose";
import { fill, plural } from "./fill";
import { clocksDiffer, dayName, exactTime, isSoon, opening } from "./times";

const friday = new Date("2026-03-06T18:00:00Z");
const monday = new Date("2026-03-09T08:00:00Z");
const copenhagen = "Europe/Copenhagen";

test("The first wish that the site speaks wins, whatever its region", () => {
  expect(chooseLanguage([undefined, "sv", "pl-PL", "da"], ["da", "pl"])).toBe("pl");
  expect(chooseLanguage(["fr"], ["da", "pl"])).toBe("da");
});

test("A telephone number is one of the reader's region, where it speaks the language", () => {
  expect(localeOf("en", ["da-DK", "en-GB"])).toBe("en-GB");
  expect(localeOf("pl", ["da-DK", "en-GB"])).toBe("pl");
});

test("Opening today is a time alone", () => {
  const at = new Date("2026-03-06T19:30:00Z");
  expect(opening(at, friday, "en-GB", copenhagen)).toEqual({ time: "20:30", day: undefined });
});

test("Opening on Monday is said in the reader's language", () => {
  expect(opening(monday, friday, "da", copenhagen)).toMatchObject({
    day: "mandag",
    time: "09.00",
  });
});

test("A reader under another clock sees their own time, and is told so", () => {
  expect(clocksDiffer(monday, copenhagen, "America/New_York")).toBe(true);
  const seen = opening(monday, friday, "en-GB", "America/New_York");
  expect(seen).toEqual({ time: "04:00", day: "Monday" });
});

test("A clock that shows the same is no other clock", () => {
  expect(clocksDiffer(monday, copenhagen, "Europe/Berlin")).toBe(false);
});

test("Times are written as the server's words beside them are: 24 hours, the day before the month", () => {
  const evening = new Date("2026-03-16T19:30:00Z");
  for (const english of ["en", "en-US", "en-GB"]) {
    expect(opening(evening, friday, english, copenhagen)).toEqual({ time: "20:30", day: "16 March" });
    expect(opening(friday, friday, english, "Europe/London").time).toBe("18:00");
    expect(dayName(evening, english)).toMatch(/^Monday,? 16 March$/);
    expect(exactTime(evening, english)).toMatch(/16 March 2026.*\b\d\d:30$/);
  }
});

test("Opening after a week or more is a date", () => {
  const at = new Date("2026-03-16T08:00:00Z");
  expect(opening(at, friday, "en-GB", copenhagen).day).toBe("16 March");
});

test("An end that is a day or more away is not said as a time of day", () => {
  expect(isSoon(new Date("2026-03-07T17:59:00Z"), friday)).toBe(true);
  expect(isSoon(new Date("2026-03-07T18:00:00Z"), friday)).toBe(false);
});

test("The day turns at the reader's midnight", () => {
  const late = new Date("2026-03-06T22:30:00Z");
  const early = new Date("2026-03-06T23:30:00Z");
  expect(opening(early, late, "en-GB", copenhagen).day).toBe("Saturday");
  expect(opening(early, late, "en-GB", "Europe/London").day).toBeUndefined();
});

test("Polish counts in its own way", () => {
  const forms = { one: "{n} znak", few: "{n} znaki", many: "{n} znaków", other: "{n} znaku" };
  expect([1, 3, 5, 22].map((n) => plural("pl", forms, n))).toEqual([
    "1 znak",
    "3 znaki",
    "5 znaków",
    "22 znaki",
  ]);
});

test("What is not known stays as it stands", () => {
  expect(fill("{name}: {x}", { name: "Anna" })).toBe("Anna: {x}");
});
