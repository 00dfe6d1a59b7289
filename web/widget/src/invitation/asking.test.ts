import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Asking } from "./asking";

let asked: number[];
let useless: boolean;
let asking: Asking;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  asked = [];
  useless = false;
  asking = new Asking(
    async () => void asked.push(Date.now() / 1000),
    () => useless,
  );
});
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

test("Asks as soon as a signal is noted, and then less and less often", () => {
  asking.noted();
  pass(3600);
  expect(asked).toEqual([0, 30, 90, 210, 450]);
});

test("Several signals within a moment are one question", () => {
  asking.noted();
  pass(1);
  asking.noted();
  asking.noted();
  pass(10);
  expect(asked).toEqual([0, 5]);
});

test("Nobody is asked for while a card could not be shown, or once one was", () => {
  useless = true;
  asking.noted();
  pass(29);
  useless = false;
  pass(1);
  asking.stop();
  pass(3600);
  expect(asked).toEqual([30]);
});
