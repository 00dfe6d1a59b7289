import { describe, expect, test } from "vitest";
import { dateFormat, localeOf } from "./locale";
import { dayInWords, inWords, whenInWords } from "./relative";

const now = new Date(2026, 10, 20, 14, 0).getTime();
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("a length of time", () => {
  test.each([
    [0, "0 sec"],
    [59, "59 sec"],
    [60, "1 min"],
    [150, "2 min"],
    [7_300, "2 hr"],
    [200_000, "2 days"],
  ])("%i seconds is %s", (seconds, words) => expect(plain(inWords(seconds, "en"))).toBe(words));

  test("is never negative, even when clocks disagree", () => expect(plain(inWords(-5, "en"))).toBe("0 sec"));
  test("speaks the reader's language", () => expect(plain(inWords(432_000, "pl"))).toBe("5 dni"));
});

describe("a moment", () => {
  test("today is a time", () =>
    expect(whenInWords(new Date(2026, 10, 20, 9, 5).toISOString(), now, "da")).toBe("09.05"));
  test("this week has its weekday", () =>
    expect(whenInWords(new Date(2026, 10, 17, 9, 5).toISOString(), now, "en")).toContain("Tue"));
  test("a day has 24 hours, whatever the reader's region", () => {
    expect(whenInWords(new Date(2026, 10, 20, 13, 5).toISOString(), now, "en")).toBe("13:05");
    const form = { dateStyle: "full", timeStyle: "medium" } as const;
    const seen = dateFormat("en", form, ["en-US"]).format(new Date(2026, 10, 20, 13, 5));
    expect(seen).toMatch(/^Friday, November 20, 2026.* 13:05:00$/);
  });
  test("the reader's region writes it, where it speaks the language", () => {
    expect(localeOf("en", ["da-DK", "en-US"])).toBe("en-US");
    expect(localeOf("en", ["da-DK", "en"])).toBe("en-GB");
    expect(localeOf("pl", ["en-US"])).toBe("pl");
  });
  test("another year says so", () =>
    expect(whenInWords(new Date(2025, 2, 1).toISOString(), now, "en")).toContain("2025"));
  test("yesterday is a word", () =>
    expect(dayInWords(new Date(2026, 10, 19, 23, 59).toISOString(), now, "da")).toBe("i går"));
});
