import { describe, expect, test } from "vitest";
import { translator } from "../../words/words";
import { stepsSentence } from "./stepsSentence";

const name = (skill: string) => ({ "language:da": "Danish", visa: "Visa" })[skill] ?? skill;
const sentence = (steps: Parameters<typeof stepsSentence>[0]) =>
  stepsSentence(steps, name, translator("en"), "en").replace(/[\u00a0\u202f]/g, " ");
const danish = (level: number, seconds?: number) => ({ needs: [{ skill: "language:da", level }], seconds });

describe("skill steps read as a sentence", () => {
  test("step by step", () =>
    expect(sentence([danish(4, 30), danish(3, 60), { needs: [] }])).toBe(
      "Danish 4 for 30 sec, then Danish 3 for 1 min, then anyone",
    ));
  test("several skills at once", () =>
    expect(sentence([{ needs: [...danish(4).needs, { skill: "visa", level: 2 }] }])).toBe(
      "Danish 4 and Visa 2",
    ));
  test("no steps", () => expect(sentence([])).toBe("anyone"));
});
