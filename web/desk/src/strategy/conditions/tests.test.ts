import { describe, expect, test } from "vitest";
import { someFacts } from "../facts/catalogue.test-facts";
import { withFact, withOperator } from "./tests";

const fact = (key: string) => someFacts.get(key);

describe("another choice keeps what fits", () => {
  test("one text becomes a list of it and back", () => {
    const one = { fact: "step", operator: "is", value: "payment" };
    const many = withOperator(one, "isOneOf", fact("step"));
    expect(many.value).toEqual(["payment"]);
    expect(withOperator(many, "contains", fact("step")).value).toBe("payment");
  });
  test("a question whether something is known has no value", () =>
    expect(withOperator({ fact: "step", operator: "is", value: "x" }, "isKnown", fact("step"))).toEqual({
      fact: "step",
      operator: "isKnown",
    }));
  test("one number becomes a pair", () =>
    expect(
      withOperator({ fact: "basket.value", operator: "above", value: 5 }, "between", fact("basket.value"))
        .value,
    ).toEqual([5, 5]));
  test("a fact of another kind begins with what is likely", () =>
    expect(
      withFact({ fact: "basket.value", operator: "above", value: 5 }, fact("open"), fact("basket.value")),
    ).toEqual({ fact: "open", operator: "is", value: true }));
  test("a fact of the same kind keeps operator and value", () =>
    expect(
      withFact({ fact: "step", operator: "contains", value: "pay" }, fact("page"), fact("step")),
    ).toEqual({ fact: "page", operator: "contains", value: "pay" }));
  test("choices of another fact are not taken along", () =>
    expect(
      withFact({ fact: "step", operator: "is", value: "payment" }, fact("device"), fact("step")),
    ).toEqual({ fact: "device", operator: "is", value: "desktop" }));
});
