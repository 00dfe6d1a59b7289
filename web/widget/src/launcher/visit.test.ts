import { beforeEach, expect, test } from "vitest";
import { Visit } from "./visit";

const minute = 60_000;
let now: number;
let items: Map<string, string>;
const storage = () =>
  ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }) as Storage;

beforeEach(() => {
  now = 1_800_000_000_000;
  items = new Map();
});

function visit(allowed: boolean, page: string) {
  const visit = new Visit("kanal-visit:shop", () => now);
  visit.came(page);
  visit.keepIn(storage(), allowed);
  return visit;
}

test("Without consent nothing is kept, and the next page knows nothing of this one", () => {
  const one = visit(false, "/trips");
  one.visitor = "v";
  one.memory = "m";
  one.searched(false, "Lofoten");
  expect(items.size).toBe(0);
  const two = visit(false, "/trips");
  expect(two.facts).toMatchObject({ pages: 1, pageVisits: 1, vainSearches: 0, returning: false });
  expect([two.visitor, two.memory]).toEqual([undefined, undefined]);
});

test("With consent pages, times and searches are counted through the visit", () => {
  visit(true, "/trips").visitor = "v";
  now += minute;
  const two = visit(true, "/booking");
  two.stands("payment");
  two.searched(false);
  now += minute;
  const three = visit(true, "/trips");
  three.stands("payment");
  three.searched(false, "hund i bus");
  now += 5_000;
  expect(three.facts).toEqual({
    seconds: 125,
    pageSeconds: 5,
    stepSeconds: 65,
    pages: 3,
    pageVisits: 2,
    vainSearches: 2,
    search: "hund i bus",
    returning: false,
  });
  expect(three.visitor).toBe("v");
});

test("Half an hour later it is another visit of the same visitor, who comes back", () => {
  const one = visit(true, "/trips");
  one.visitor = "v";
  one.memory = "said no";
  now += 31 * minute;
  const two = visit(true, "/trips");
  expect(two.facts).toMatchObject({ pages: 1, pageVisits: 1, returning: true });
  expect([two.visitor, two.memory]).toEqual(["v", "said no"]);
});

test("An answer given in one tab is known in the other", () => {
  const [one, two] = [visit(true, "/trips"), visit(true, "/trips")];
  one.memory = "said no";
  expect(two.memory).toBe("said no");
});

test("Who agrees later has this page counted once", () => {
  const later = visit(false, "/trips");
  later.keepIn(storage(), true);
  expect(later.facts).toMatchObject({ pages: 1, pageVisits: 1 });
  expect(items.size).toBe(1);
});

test("Who takes it back leaves nothing", () => {
  const one = visit(true, "/trips");
  one.visitor = "v";
  one.keepIn(storage(), false);
  expect(items.size).toBe(0);
  expect(one.visitor).toBeUndefined();
  one.came("/booking");
  expect(items.size).toBe(0);
});

test("What can't be read is as if it had never been, and a full storage stops nothing", () => {
  items.set("kanal-visit:shop", "{torn");
  expect(visit(true, "/trips").facts.pages).toBe(1);
  items.clear();
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error("full");
    },
  } as Storage;
  const one = new Visit("kanal-visit:shop", () => now);
  one.keepIn(full, true);
  one.came("/booking");
  expect(one.facts.pages).toBe(1);
});

test("However many pages are looked at, what is kept stays small", () => {
  const one = visit(true, "/front");
  for (let i = 0; i < 500; i++) one.came(`/${i}${"x".repeat(300)}`);
  expect([...items.values()].join("").length).toBeLessThan(16_000);
  expect(one.facts.pages).toBe(501);
});
