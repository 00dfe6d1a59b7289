import { describe, expect, test } from "vitest";
import { type Language, translator } from "../../words/words";
import type { Condition, Rule } from "../definition/definition";
import { someFacts } from "../facts/catalogue.test-facts";
import { conditionSentence } from "./conditionSentence";
import { whatSentence, whoSentence } from "./ruleSentence";

const speech = (language: Language) => ({ t: translator(language), language, facts: someFacts });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const said = (condition: Condition, language: Language = "en") =>
  plain(conditionSentence(condition, speech(language)));

const large: Condition = { fact: "basket.value", operator: "above", value: 5000 };
const payment: Condition = { fact: "step", operator: "is", value: "payment" };

describe("a condition", () => {
  test.each<[Condition, string]>([
    [large, "basket over 5,000"],
    [{ all: [{ group: "last step" }, large] }, "last step and basket over 5,000"],
    [
      { any: [{ all: [payment, large] }, { group: "vip" }] },
      "(step is “payment” and basket over 5,000) or vip",
    ],
    [{ not: { group: "vip" } }, "not (vip)"],
    [{ fact: "device", operator: "isOneOf", value: ["phone", "tablet"] }, "device is phone or tablet"],
    [{ fact: "visit.seconds", operator: "atLeast", value: 90 }, "time on the site at least 90 sec"],
    [{ fact: "time", operator: "between", value: ["09:00", "17:00"] }, "time of day between 09:00 and 17:00"],
    [{ fact: "open", operator: "is", value: false }, "we are closed"],
    [{ fact: "open", operator: "isNot", value: true }, "we are closed"],
    [{ fact: "own.vip", operator: "is", value: true }, "vip"],
    [{ fact: "page", operator: "isUnknown" }, "page is not known"],
    [{ fact: "gone", operator: "is", value: "x" }, "gone is “x”"],
    [{ fact: "step", operator: "is", value: "" }, "step is …"],
    [{ all: [] }, "everybody"],
  ])("%j", (condition, sentence) => expect(said(condition)).toBe(sentence));

  test("speaks the reader's language", () => {
    expect(said({ all: [payment, large] }, "da")).toBe("trin er »payment« og kurv over 5.000");
    expect(said({ all: [payment, large] }, "pl")).toBe("krok: „payment” i koszyk powyżej 5000");
  });
});

describe("a rule", () => {
  const rule: Rule = {
    id: "last-step-large",
    name: "",
    when: { all: [{ group: "last step" }, large] },
    offer: ["chat", "help"],
    otherwise: ["callback", "email"],
    waitLimitSeconds: 20,
    targetSeconds: 20,
    value: 5,
    invite: { on: ["formError", "hesitation"], text: "checkout" },
  };
  test("says for whom", () =>
    expect(plain(whoSentence(rule, false, speech("en")))).toBe("Last step and basket over 5,000"));
  test("says what they get", () =>
    expect(plain(whatSentence(rule, speech("en")))).toBe(
      "chat first, then help centre; answer within 20 sec; if it takes longer than 20 sec, callback or email; urgency 5; invites on: error in a form or long without progress",
    ));
  test("the last one is for everybody else", () =>
    expect(whoSentence({ id: "x", name: "", offer: ["sms"] }, true, speech("da"))).toBe("Alle andre"));
  test("another than the first can be recommended", () =>
    expect(
      whatSentence({ id: "x", name: "", offer: ["chat", "email"], recommend: "email" }, speech("en")),
    ).toBe("email first, then chat"));
});
