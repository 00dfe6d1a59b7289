import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signalNames } from "../signals";
import { Watch } from "./watch";

let hidden: boolean;
let noted: string[];
let watch: Watch;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  noted = [];
  watch = new Watch(
    (signal) => noted.push(signal),
    () => hidden,
  );
  watch.came(1, signalNames);
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

function look(away: boolean) {
  hidden = away;
  watch.looked();
}

test("Who gets no further at a step for a minute hesitates, once", () => {
  watch.facts({ step: "payment" });
  pass(59);
  expect(noted).toEqual([]);
  pass(1);
  expect(noted).toEqual(["hesitation"]);
  pass(600);
  expect(noted.filter((signal) => signal === "hesitation")).toHaveLength(1);
});

test("Who fills something in goes on, and so does who comes to the next step", () => {
  watch.facts({ step: "contact" });
  pass(50);
  watch.wentOn();
  pass(50);
  watch.facts({ step: "payment" });
  pass(50);
  expect(noted).toEqual([]);
});

test("Telling the same again is no progress", () => {
  watch.facts({ step: "payment" });
  pass(50);
  watch.facts({ step: "payment", topic: "Booking" });
  pass(10);
  expect(noted).toEqual(["hesitation"]);
});

test("Without a step nobody hesitates", () => {
  pass(600);
  expect(noted).toEqual([]);
});

test("A minute that ran out at the very moment when the page went out of sight is over when it is back", () => {
  watch.facts({ step: "payment" });
  pass(59);
  // The timer is due, and has not had its turn.
  vi.setSystemTime(Date.now() + 1_010);
  look(true);
  pass(5);
  expect(noted).toEqual([]);
  look(false);
  pass(1);
  expect(noted).toEqual(["hesitation"]);
});

test("A tab in the background waits for nobody", () => {
  watch.facts({ step: "payment" });
  pass(30);
  look(true);
  pass(3600);
  look(false);
  pass(29);
  expect(noted).toEqual([]);
  pass(1);
  expect(noted).toEqual(["hesitation"]);
});

test("Going to another tab and back is not leaving", () => {
  look(true);
  pass(5);
  look(false);
  expect(noted).toEqual([]);
  watch.leaving();
  expect(noted).toEqual(["leaving"]);
});

test("A basket with something in it goes idle, an empty one does not", () => {
  watch.facts({ basket: { value: 0, items: 0 } });
  pass(600);
  expect(noted).toEqual([]);
  watch.facts({ basket: { value: 12_980, items: 2 } });
  pass(100);
  watch.facts({ basket: { value: 19_470, items: 3 } });
  pass(119);
  expect(noted).toEqual([]);
  pass(1);
  expect(noted).toEqual(["idleBasket"]);
});

test("An error that is told is noted, and its going away is not", () => {
  watch.facts({ error: null });
  expect(noted).toEqual([]);
  watch.facts({ error: "card-declined" });
  watch.facts({ error: null });
  watch.refused();
  expect(noted).toEqual(["formError"]);
});

test("One search in vain is a typing error, two are a question", () => {
  watch.searched(1);
  expect(noted).toEqual([]);
  watch.searched(2);
  expect(noted).toEqual(["vainSearch"]);
});

test("The third time on the same page is noted as one comes", () => {
  watch.came(2, signalNames);
  expect(noted).toEqual([]);
  watch.came(3, signalNames);
  expect(noted).toEqual(["repeatedPage"]);
});

test("Reading for long is noted of those who read on, not of those who have left the room", () => {
  pass(300);
  expect(noted).toEqual([]);
  watch.scroll();
  expect(noted).toEqual(["longReading"]);
  watch.came(1, signalNames);
  watch.scroll();
  pass(120);
  expect(noted).toEqual(["longReading", "longReading"]);
});

test("What no rule asks for is not noted", () => {
  watch.came(5, ["leaving"]);
  watch.facts({ step: "payment", basket: { value: 100 }, error: "card-declined" });
  watch.scroll();
  pass(600);
  expect(noted).toEqual([]);
  watch.leaving();
  expect(noted).toEqual(["leaving"]);
});

test("Once it is stopped nothing is noted", () => {
  watch.facts({ step: "payment", basket: { value: 100 } });
  watch.stop();
  pass(600);
  watch.leaving();
  watch.refused();
  expect(noted).toEqual([]);
});
