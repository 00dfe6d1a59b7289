import { expect, test } from "vitest";
import { translator } from "../../words/words";
import { passedSentence } from "./passedSentence";

const agent = { id: "1", name: "Mette" };

test("a missing language is said by its name, with what was there and what was needed", () => {
  const passed = { agent, for: "skillMissing" as const, has: 2, needed: 4, skill: "language:da" };
  expect(passedSentence(passed, translator("en"), "en")).toBe("Danish 2, needed 4");
  expect(passedSentence(passed, translator("da"), "da")).toBe("dansk 2, krævet 4");
});

test("a reason without numbers is a plain word", () => {
  expect(passedSentence({ agent, for: "onACall", has: 0, needed: 0 }, translator("en"), "en")).toBe(
    "on a call",
  );
});
