import type { Entry } from "@kanal/api";
import { expect, test } from "vitest";
import { lastRatings } from "./ratings";

const rated = (id: string) => ({ id, kind: "event", event: { type: "rated" } }) as Entry;
const said = (id: string) => ({ id, kind: "message" }) as Entry;

test("of ratings that follow each other the last one stands, and one of another time with it", () => {
  const entries = [said("a"), rated("b"), rated("c"), said("d"), rated("e")];
  expect(lastRatings(entries).map(({ id }) => id)).toEqual(["a", "c", "d", "e"]);
});
