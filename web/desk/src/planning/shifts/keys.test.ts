import { describe, expect, test } from "vitest";
import { pressedOnBreak, pressedOnShift } from "./keys";
import { shiftOf, timesOf } from "./times";

const shift = timesOf({ from: "08:00", to: "16:00", breaks: [{ from: "12:00", to: "12:30" }] });
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const times = (deed: ReturnType<typeof pressedOnShift>) => (deed?.kind === "shift" ? shiftOf(deed.to) : deed);

describe("on a shift", () => {
  test("an arrow moves it by a quarter of an hour", () =>
    expect(times(pressedOnShift(shift, { ...plain, key: "ArrowRight" }))).toMatchObject({
      from: "08:15",
      to: "16:15",
    }));
  test("with Shift it moves the end", () =>
    expect(times(pressedOnShift(shift, { ...plain, key: "ArrowLeft", shiftKey: true }))).toMatchObject({
      from: "08:00",
      to: "15:45",
    }));
  test("with Ctrl it goes to another day or person", () => {
    expect(pressedOnShift(shift, { ...plain, key: "ArrowRight", ctrlKey: true })).toEqual({
      kind: "place",
      people: 0,
      days: 1,
    });
    expect(pressedOnShift(shift, { ...plain, key: "ArrowUp", metaKey: true })).toMatchObject({ people: -1 });
  });
  test("Delete takes it away and B gives it a break", () => {
    expect(pressedOnShift(shift, { ...plain, key: "Delete" })).toEqual({ kind: "remove" });
    expect(times(pressedOnShift(shift, { ...plain, key: "b" }))).toMatchObject({ breaks: [{}, {}] });
  });
  test("other keys are left to the page", () => {
    expect(pressedOnShift(shift, { ...plain, key: "Tab" })).toBeUndefined();
    expect(pressedOnShift(shift, { ...plain, key: "b", ctrlKey: true })).toBeUndefined();
    expect(pressedOnShift(shift, { ...plain, key: "ArrowLeft", altKey: true })).toBeUndefined();
  });
});

describe("on a break", () => {
  test("an arrow moves it, and with Shift its end", () => {
    expect(times(pressedOnBreak(shift, 0, { ...plain, key: "ArrowLeft" }))).toMatchObject({
      breaks: [{ from: "11:45", to: "12:15" }],
    });
    expect(times(pressedOnBreak(shift, 0, { ...plain, key: "ArrowRight", shiftKey: true }))).toMatchObject({
      breaks: [{ from: "12:00", to: "12:45" }],
    });
  });
  test("Delete takes it away", () =>
    expect(times(pressedOnBreak(shift, 0, { ...plain, key: "Backspace" }))).toMatchObject({ breaks: [] }));
});
