import { describe, expect, test } from "vitest";
import { daysBetween, isDate, mondayOf, plusDays, todayIn } from "./dates";

describe("a day of the calendar", () => {
  test("goes over the end of a month and of February in a leap year", () => {
    expect(plusDays("2026-11-30", 1)).toBe("2026-12-01");
    expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(plusDays("2027-01-01", -1)).toBe("2026-12-31");
  });
  test("is not lost where the clock is set", () => expect(plusDays("2026-10-24", 2)).toBe("2026-10-26"));
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-29", "2026-11-23"],
    ["2026-11-30", "2026-11-30"],
  ])("%s is in the week from %s", (date, monday) => expect(mondayOf(date)).toBe(monday));
  test("counts to another", () => expect(daysBetween("2026-03-27", "2026-04-03")).toBe(7));
  test("is the site's, not the reader's", () => {
    const late = Date.parse("2026-11-23T23:30:00Z");
    expect(todayIn("Europe/Copenhagen", late)).toBe("2026-11-24");
    expect(todayIn("America/New_York", late)).toBe("2026-11-23");
  });
  test("is told from what somebody wrote in the address", () => {
    expect(isDate("2026-11-23")).toBe(true);
    expect(isDate("2026-13-40")).toBe(false);
    expect(isDate("soon")).toBe(false);
  });
});
