import type { Answer, FoundArticle } from "@kanal/api";
import { expect, test } from "vitest";
import { suggestionsFor } from "./suggestions";

const answer = (shortcut: string, language: string, text: string): Answer =>
  ({ id: `${shortcut}-${language}`, shortcut, title: shortcut, language, text }) as Answer;
const answers = [
  answer("refund", "en", "You get your money back"),
  answer("retur", "da", "Du får pengene tilbage"),
  answer("baggage", "da", "Din bagage"),
];
const keys = (text: string) =>
  suggestionsFor(text, answers, "da", (filled) => filled).map((suggestion) => suggestion.key);

test("a slash at the start offers answers, the customer's language first", () =>
  expect(keys("/re")).toEqual(["retur-da da", "refund-en en"]));
test("every word must be found somewhere", () => expect(keys("/pengene tilbage")).toEqual(["retur-da da"]));
test("what the server found comes behind what is at hand, and once", () => {
  const found = [
    { id: "article", language: "da", title: "Returret", text: "Inden 14 dage." },
    answer("retur", "da", "Du får pengene tilbage"),
  ] as FoundArticle[];
  const offered = suggestionsFor("/retur", answers, "da", String, found);
  expect(offered.map(({ key }) => key)).toEqual(["retur-da da", "article da"]);
  expect(offered[1]).toMatchObject({ title: "Returret", result: "Inden 14 dage." });
});
test("a slash later is only a slash", () => expect(keys("kl. 9/10")).toEqual([]));
test("a colon and a letter offer emoji, a colon after a word does not", () => {
  expect(keys("Tak :smi")).toEqual(["smile"]);
  expect(keys("Her er:s")).toEqual([]);
});
test("choosing an emoji keeps the text before it", () =>
  expect(suggestionsFor("Tak :smi", answers, "da", String)[0]?.result).toBe("Tak 😊 "));
