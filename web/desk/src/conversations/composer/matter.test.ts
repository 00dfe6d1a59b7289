import type { Entry } from "@kanal/api";
import { expect, test } from "vitest";
import { matterOf } from "./matter";

const said = (text: string, from = "visitor", more = {}) =>
  ({ kind: "message", from, text, ...more }) as Entry;

test("the customer's last three messages, the newest first", () => {
  const entries = [said("a"), said("b"), said("Hej!", "agent"), said("c"), said("d")];
  expect(matterOf(entries)).toBe("d c b");
});

test("a form that came back and a long letter do not drown the question", () => {
  expect(
    matterOf([said("Hvor er min kuffert?"), said("Anmeldelse\nNavn: Ada", "visitor", { card: {} })]),
  ).toBe("Hvor er min kuffert?");
  expect(matterOf([said("x".repeat(9000))])).toHaveLength(300);
});
