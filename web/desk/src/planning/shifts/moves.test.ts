import { describe, expect, test } from "vitest";
import {
  breakEndMoved,
  breakMoved,
  endMoved,
  moved,
  overlapping,
  snapped,
  startMoved,
  withNewBreak,
  withoutBreak,
} from "./moves";
import { clockOf, shiftOf, timesOf, workedMinutes } from "./times";

const day = timesOf({ from: "08:00", to: "16:00", breaks: [{ from: "12:00", to: "12:30" }] });
const said = (shift: Parameters<typeof shiftOf>[0] | null) => {
  if (!shift) return null;
  const { from, to, breaks } = shiftOf(shift);
  return [`${from}-${to}`, ...(breaks ?? []).map((pause) => `${pause.from}-${pause.to}`)].join(" ");
};

describe("times", () => {
  test("that end after midnight do so on the next day, breaks with them", () => {
    const night = timesOf({ from: "22:00", to: "06:00", breaks: [{ from: "01:00", to: "01:30" }] });
    expect(night).toEqual({ from: 1320, to: 1800, breaks: [{ from: 1500, to: 1530 }] });
    expect(said(night)).toBe("22:00-06:00 01:00-01:30");
  });
  test("know midnight at the end of a day", () => {
    expect(timesOf({ from: "16:00", to: "24:00" }).to).toBe(1440);
    expect(timesOf({ from: "16:00", to: "00:00" }).to).toBe(1440);
    expect(clockOf(1440)).toBe("24:00");
    expect(clockOf(1455)).toBe("00:15");
  });
  test("at work leave the breaks out", () => expect(workedMinutes(day)).toBe(450));
});

describe("a shift", () => {
  test("moves with its breaks", () => expect(said(moved(day, 45))).toBe("08:45-16:45 12:45-13:15"));
  test("never begins on another day", () => {
    expect(said(moved(day, -900))).toBe("00:00-08:00 04:00-04:30");
    expect(moved(day, 5000).from).toBe(1425);
  });
  test("that begins later loses the break it passes", () => {
    expect(said(startMoved(day, 15))).toBe("08:15-16:00 12:00-12:30");
    expect(said(startMoved(day, 255))).toBe("12:15-16:00 12:15-12:30");
    expect(said(startMoved(day, 300))).toBe("13:00-16:00");
  });
  test("is never shorter than half an hour nor longer than a day", () => {
    expect(said(startMoved(day, 5000))).toBe("15:30-16:00");
    expect(said(endMoved(day, -5000))).toBe("08:00-08:30");
    expect(endMoved(day, 5000).to).toBe(day.from + 1440);
  });
  test("may end after midnight", () => expect(said(endMoved(day, 540))).toBe("08:00-01:00 12:00-12:30"));
});

describe("a break", () => {
  test("stays in its shift", () => {
    expect(said(breakMoved(day, 0, 30))).toBe("08:00-16:00 12:30-13:00");
    expect(said(breakMoved(day, 0, 5000))).toBe("08:00-16:00 15:30-16:00");
  });
  test("keeps clear of the next", () => {
    const two = withNewBreak(breakMoved(day, 0, -120));
    expect(said(two)).toBe("08:00-16:00 10:00-10:30 11:45-12:15");
    expect(said(breakMoved(two ?? day, 0, 5000))).toBe("08:00-16:00 11:15-11:45 11:45-12:15");
    expect(said(breakEndMoved(two ?? day, 0, 5000))).toBe("08:00-16:00 10:00-11:45 11:45-12:15");
  });
  test("is at least a quarter of an hour", () =>
    expect(said(breakEndMoved(day, 0, -60))).toBe("08:00-16:00 12:00-12:15"));
  test("is taken out", () => expect(said(withoutBreak(day, 0))).toBe("08:00-16:00"));
  test("has no room in half an hour", () =>
    expect(withNewBreak(timesOf({ from: "08:00", to: "08:30" }))).toBeNull());
});

test("places are on the quarter", () => expect([snapped(487), snapped(488)]).toEqual([480, 495]));

test("two shifts of a day that overlap are told", () => {
  const others = [day, timesOf({ from: "18:00", to: "20:00" })];
  expect(overlapping(others, { from: 950, to: 1000 }, 1)).toBe(0);
  expect(overlapping(others, { from: 960, to: 1000 }, 1)).toBe(-1);
});
