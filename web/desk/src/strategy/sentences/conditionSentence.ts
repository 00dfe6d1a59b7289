import { formOf, partsOf } from "../definition/conditions";
import type { Condition } from "../definition/definition";
import { listed, type Speech, word } from "./speech";
import { factName, valueInWords } from "./values";

/** A condition as one reads it: "last step and basket value above 5,000". */
export function conditionSentence(condition: Condition | null | undefined, speech: Speech): string {
  if (!condition) return speech.t("strategy.everybody");
  switch (formOf(condition)) {
    case "all":
      return joined(condition, "conjunction", speech);
    case "any":
      return joined(condition, "disjunction", speech);
    case "not":
      return speech.t("strategy.not", { what: conditionSentence(condition.not, speech) });
    case "group":
      return condition.group || speech.t("strategy.unfinished");
    case "test":
      return testSentence(condition, speech);
  }
}

function joined(condition: Condition, type: Intl.ListFormatType, speech: Speech): string {
  const parts = partsOf(condition);
  if (parts.length === 0) return speech.t("strategy.everybody");
  const said = parts.map((part) => {
    const mixed = parts.length > 1 && partsOf(part).length > 1 && formOf(part) !== formOf(condition);
    const words = conditionSentence(part, speech);
    return mixed ? `(${words})` : words;
  });
  return listed(said, speech.language, type);
}

const comparesTwo = new Set(["isOneOf", "isNoneOf", "hasAnyOf", "hasNoneOf"]);

/** One test: "basket value above 5,000", "we are closed". */
export function testSentence({ fact: key, operator, value }: Condition, speech: Speech): string {
  const { t, facts } = speech;
  if (!key || !operator) return t("strategy.unfinished");
  const fact = facts.get(key);
  const name = factName(key, speech);
  if (operator === "isKnown" || operator === "isUnknown")
    return t(`strategy.test.${operator}`, { fact: name });
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0))
    return t("strategy.unfinished.test", {
      fact: name,
      operator: word(t, `strategy.operator.${operator}`, operator),
    });
  if (typeof value === "boolean")
    return flagSentence(key, operator === "isNot" ? !value : value, name, speech);
  if (operator === "between" && Array.isArray(value))
    return t("strategy.test.between", {
      fact: name,
      low: valueInWords(fact, value[0] ?? "", speech),
      high: valueInWords(fact, value[1] ?? "", speech),
    });
  const said = valueInWords(fact, value, speech, comparesTwo.has(operator) ? "disjunction" : "conjunction");
  return word(t, `strategy.test.${operator}`, "") === ""
    ? `${name} ${operator} ${said}`
    : t(`strategy.test.${operator}` as "strategy.test.is", { fact: name, value: said });
}

function flagSentence(key: string, value: boolean, name: string, { t }: Speech): string {
  return word(
    t,
    `fact.${key}.${value}`,
    t(value ? "strategy.test.flag" : "strategy.test.flag.not", { fact: name }),
  );
}
