import type { RunFigure, StrategyRun, StrategyRunResult } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { translator } from "../../words/words";
import { ended } from "./endings";
import { halfHoursOf } from "./halfHour";
import { headlinesOf } from "./headlines";
import { differenceText, intervalText, valueText } from "./inFigures";
import { contactsOf } from "./recorded";
import { csvOf } from "./takeOut";
import { telling, verdictOf } from "./verdict";

const figure = (key: string, value: number, low: number, high: number): RunFigure => ({
  key,
  one: { value: 1, low: 1, high: 1 },
  other: { value: 1 + value, low: 1, high: 1 },
  between: { value, low, high },
  clear: low > 0 || high < 0,
});
const nought = { value: 0, low: 0, high: 0 };
const alone = { value: 1, low: null, high: null };
const idle = { contactsOne: 0, contactsOther: 0, occupancyOne: null, occupancyOther: null };
const t = translator("en");

describe("the verdict on a difference", () => {
  test("is better where more is good, and worse where more is bad", () => {
    expect(verdictOf(figure("service_level", 0.1, 0.05, 0.15))).toBe("better");
    expect(verdictOf(figure("p_abandon", 0.1, 0.05, 0.15))).toBe("worse");
    expect(verdictOf(figure("mean_wait_s", -9, -12, -6))).toBe("better");
  });
  test("is no evidence where the interval holds nought, however large the difference", () =>
    expect(verdictOf(figure("orders", 40, -1, 81))).toBe("noEvidence"));
  test("judges nothing where more may be wanted or not", () =>
    expect(verdictOf(figure("contacts", 40, 20, 60))).toBe("more"));
  test("is the same where every run had the same", () =>
    expect(verdictOf(figure("visitors", 0, 0, 0))).toBe("same"));
  test("what is nought with both is not told", () => {
    const cost = { ...figure("cost", 0, 0, 0), one: nought, other: nought };
    expect(telling([cost, figure("orders", 1, 0, 2)])).toHaveLength(1);
  });
});

describe("figures as people say them", () => {
  test("shares differ by points, waits by seconds, the rest by numbers", () => {
    expect(valueText("service_level", 0.812, "en")).toBe("81.2%");
    expect(differenceText("service_level", 0.041, t, "en")).toBe("+4.1 points");
    expect(differenceText("mean_wait_s", -12, t, "en")).toBe("-12 sec");
    expect(differenceText("orders", 3.25, t, "en")).toBe("+3.25");
  });
  test("an interval names its unit once, as far as shares go", () =>
    expect(intervalText(figure("p_abandon", 0, -0.02, 0.041), t, "en")).toBe("-2 to +4.1 points"));
  test("an interval that one run can't give is not said", () =>
    expect(intervalText({ ...figure("orders", 1, 0, 2), between: alone }, t, "en")).toBeUndefined());
});

const result: StrategyRunResult = {
  visitors: 1,
  direct: 0,
  agents: 1,
  house: [figure("net_value", 40, 20, 60), figure("orders", 1, -1, 3)],
  channels: [{ channel: "chat", figures: [figure("service_level", -0.1, -0.2, -0.05)] }],
  slots: [
    { ...idle, time: "07:30" },
    { ...idle, time: "08:00", contactsOne: 2, contactsOther: 3, occupancyOne: 0.5 },
    { ...idle, time: "08:30" },
  ],
  notes: [],
};

test("the summary counts what is better and worse, and names the channel", () =>
  expect(headlinesOf(result)).toMatchObject({
    better: [{ key: "net_value" }],
    worse: [{ key: "service_level", channel: "chat" }],
    of: 3,
  }));

test("half hours begin and end where anything is, and what is not known is not nought", () => {
  expect(halfHoursOf(result.slots, "contacts")).toEqual([{ time: "08:00", one: 2, other: 3 }]);
  expect(halfHoursOf(result.slots, "occupancy")).toEqual([{ time: "08:00", one: 0.5, other: null }]);
  expect(halfHoursOf([], "contacts")).toEqual([]);
});

test("the table has a row for every figure, and no cell that a spreadsheet would work out", () => {
  const lines = csvOf(result, "=live", 'Draft, "new"').trimEnd().split("\r\n");
  expect(lines[0]).toBe("scenario,from,part,measure,value,low,high");
  expect(lines).toHaveLength(1 + 9 + 12);
  expect(lines[1]).toBe("'=live,,house,net_value,1,1,1");
  expect(lines[2]).toBe('"Draft, ""new""",,house,net_value,41,1,1');
  expect(lines).toContain("difference,,chat,service_level,-0.1,-0.2,-0.05");
});

test("contacts are those that came of a menu and those that came straight", () =>
  expect(
    contactsOf({
      from: "2026-11-15",
      days: 7,
      visits: 90,
      channels: [
        { channel: "chat", asked: 7, direct: 0 },
        { channel: "email", asked: 2, direct: 4 },
      ],
    }),
  ).toEqual([
    { channel: "chat", contacts: 7 },
    { channel: "email", contacts: 6 },
  ]));

test("the end of one is noticed once, and not of one that was over before", () => {
  const run = (id: string, state: StrategyRun["state"]) => ({ id, state }) as StrategyRun;
  const now = [run("a", "done"), run("b", "done"), run("c", "running")];
  expect(ended([run("a", "running"), run("b", "done")], now)).toEqual([now[0]]);
  expect(ended(now, now)).toEqual([]);
});
