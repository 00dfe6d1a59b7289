import { describe, expect, test } from "vitest";
import { isChanged, wordDiff } from "./words";

const said = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `+[${text}]` : `-[${text}]`))
    .join("");
const without = (kind: string, before: string, after: string) =>
  wordDiff(before, after)
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("a word diff", () => {
  test("of the same text says nothing", () =>
    expect(isChanged(wordDiff("Hej Søren", "Hej Søren"))).toBe(false));
  test("shows the word that was exchanged", () =>
    expect(said("Du får pengene igen på 14 dage.", "Du får pengene igen på 5 dage.")).toBe(
      "Du får pengene igen på -[14]+[5] dage.",
    ));
  test("shows what was put in and taken out", () => {
    expect(said("Dogs are welcome in cabins", "Dogs and cats are welcome")).toBe(
      "Dogs +[and cats ]are welcome-[ in cabins]",
    );
    expect(said("Ring til os.", "Ring eller skriv til os.")).toBe("Ring +[eller skriv ]til os.");
    expect(said("Ring gerne til os.", "Ring til os.")).toBe("Ring -[gerne ]til os.");
  });
  test("keeps letters of all four languages within their words", () =>
    expect(said("Zażółć gęślą jaźń", "Zażółć piękną jaźń")).toBe("Zażółć -[gęślą]+[piękną] jaźń"));
  test("of a new text shows all of it", () => expect(said("", "Ny side")).toBe("+[Ny side]"));

  test.each([
    ["  led by spaces", "led  by\nspaces "],
    ["a b c d e f", "x b c y e z f"],
    ["one\n\ntwo three", "one two\n\nthree"],
    ["- pas\n- billet", "1. billet\n2. pas\n3. visum"],
    ["a a a a b a", "a b a a a"],
    ["", ""],
  ])("can be read as either text: %j and %j", (before, after) => {
    expect(without("added", before, after)).toBe(before);
    expect(without("removed", before, after)).toBe(after);
  });

  test("of two long texts without a word in common is quick and shows both", () => {
    const long = (word: string) => Array.from({ length: 10_000 }, (_, at) => `${word}${at}`).join(" ");
    const started = performance.now();
    expect(without("added", long("a"), long("b"))).toBe(long("a"));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
