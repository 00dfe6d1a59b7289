import type { ShiftWeek } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { moved } from "./moves";
import { timesOf } from "./times";
import { added, changed, dayOf, fromYesterday, minutesOn, timesOn, withDay, withShifts } from "./week";

const week: ShiftWeek = {
  site: "s",
  timeZone: "Europe/Copenhagen",
  from: "2026-11-23",
  days: 7,
  agents: [
    {
      agent: "mette",
      name: "Mette Holm",
      hours: 15.5,
      days: [
        {
          date: "2026-11-23",
          version: 3,
          shifts: [
            { from: "08:00", to: "12:00" },
            { from: "13:00", to: "17:00", breaks: [{ from: "15:00", to: "15:30" }] },
          ],
        },
        { date: "2026-11-24", version: 1, shifts: [{ from: "22:00", to: "06:00" }] },
      ],
    },
    { agent: "ania", name: "Ania Nowak", hours: 0, days: [] },
  ],
};

describe("a week of shifts", () => {
  test("has days on which nothing was ever set", () =>
    expect(dayOf(week, "ania", "2026-11-23")).toEqual({ date: "2026-11-23", version: 0, shifts: [] }));

  test("changes one day of one person and keeps what it was read as", () => {
    const first = timesOn(week, "mette", "2026-11-23")[0];
    if (!first) throw new Error("no shift");
    const change = changed(week, { agent: "mette", date: "2026-11-23", index: 0 }, moved(first, -60));
    const after = withShifts(week, change);
    expect(dayOf(after, "mette", "2026-11-23")).toMatchObject({
      version: 3,
      shifts: [{ from: "07:00", to: "11:00" }, { from: "13:00" }],
    });
    expect(dayOf(after, "mette", "2026-11-24")).toEqual(dayOf(week, "mette", "2026-11-24"));
  });

  test("takes a shift out, and the last one leaves a day off", () => {
    const change = changed(week, { agent: "mette", date: "2026-11-24", index: 0 }, null);
    expect(change.shifts).toEqual([]);
  });

  test("puts a new shift in its place in the day", () =>
    expect(
      added(week, "mette", "2026-11-23", timesOf({ from: "06:00", to: "07:00" })).shifts.map(
        ({ from }) => from,
      ),
    ).toEqual(["06:00", "08:00", "13:00"]));

  test("takes what the server has", () => {
    const day = { date: "2026-11-23", version: 4, shifts: [] };
    expect(dayOf(withDay(week, "mette", day), "mette", "2026-11-23")).toEqual(day);
  });

  test("knows who is still there from the evening before", () =>
    expect(fromYesterday(week, "mette", "2026-11-25")).toEqual([{ from: 0, to: 360 }]));

  test("counts hours without breaks", () =>
    expect(minutesOn(week, "mette", ["2026-11-23", "2026-11-24"])).toBe(450 + 480));
});
