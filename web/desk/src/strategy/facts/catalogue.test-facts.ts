import type { Fact } from "./fact";

const fact = (key: string, kind: Fact["kind"], more: Partial<Fact> = {}): Fact => ({
  key,
  kind,
  source: "page",
  privacy: "none",
  unit: null,
  least: null,
  most: null,
  longest: 200,
  choices: null,
  operators:
    kind === "number"
      ? ["is", "isNot", "atLeast", "atMost", "above", "below", "between", "isKnown", "isUnknown"]
      : kind === "flag"
        ? ["is", "isNot", "isKnown", "isUnknown"]
        : kind === "texts"
          ? ["has", "hasAnyOf", "hasAllOf", "hasNoneOf", "isKnown", "isUnknown"]
          : ["is", "isNot", "isOneOf", "isNoneOf", "startsWith", "contains", "like", "isKnown", "isUnknown"],
  own: false,
  ...more,
});

/** A few facts of each kind, for the tests of this room. */
export const someFacts = new Map(
  [
    fact("step", "text"),
    fact("page", "text"),
    fact("device", "text", { choices: ["desktop", "phone", "tablet"] }),
    fact("basket.value", "number", { unit: "money", least: 0 }),
    fact("visit.seconds", "number", { unit: "seconds", least: 0 }),
    fact("time", "number", { unit: "timeOfDay", least: 0 }),
    fact("open", "flag"),
    fact("signals", "texts", { choices: ["hesitation", "formError"] }),
    fact("own.vip", "flag", { own: true }),
  ].map((each) => [each.key, each]),
);
