import type { Condition, Value } from "../definition/definition";
import type { Fact } from "../facts/fact";

export const needsNoValue = (operator: string) => operator === "isKnown" || operator === "isUnknown";

const ofSeveral = new Set(["isOneOf", "isNoneOf", "hasAnyOf", "hasAllOf", "hasNoneOf"]);

export type Shape = "none" | "one" | "list" | "pair";

/** What a value looks like that goes with an operator. */
export function shapeOf(operator: string): Shape {
  if (needsNoValue(operator)) return "none";
  if (operator === "between") return "pair";
  return ofSeveral.has(operator) ? "list" : "one";
}

/** Another fact: the operator stays where it can, and the value where it is of the same kind. */
export function withFact(condition: Condition, fact: Fact | undefined, before: Fact | undefined): Condition {
  if (!fact) return condition;
  const kept =
    condition.operator && fact.operators.includes(condition.operator) ? condition.operator : undefined;
  const operator = kept ?? fact.operators[0] ?? "is";
  const fits =
    kept && before?.kind === fact.kind && before.unit === fact.unit && !fact.choices && !before.choices;
  return {
    fact: fact.key,
    operator,
    ...(needsNoValue(operator) ? {} : { value: fits ? condition.value : blankValue(fact, operator) }),
  };
}

/** Another operator: one text becomes a list of it, and a list its first. */
export function withOperator(condition: Condition, operator: string, fact: Fact | undefined): Condition {
  const shape = shapeOf(operator);
  const { value } = condition;
  const base = { fact: condition.fact, operator };
  if (shape === "none") return base;
  const [first] = Array.isArray(value) ? value : [value];
  if (value == null || first == null) return { ...base, value: fact ? blankValue(fact, operator) : "" };
  if (shape === "list")
    return { ...base, value: Array.isArray(value) ? value : first === "" ? [] : [first as string] };
  if (shape === "pair")
    return {
      ...base,
      value: [first as string, (Array.isArray(value) ? value[1] : undefined) ?? (first as string)],
    };
  return { ...base, value: first };
}

/** What stands there before somebody says it: what is likely, or nothing. */
export function blankValue(fact: Fact, operator: string): Value {
  const shape = shapeOf(operator);
  if (fact.kind === "flag") return true;
  const one = fact.unit === "timeOfDay" ? "09:00" : fact.kind === "number" ? 0 : (fact.choices?.[0] ?? "");
  if (shape === "pair") return fact.unit === "timeOfDay" ? ["09:00", "17:00"] : [0, 100];
  if (shape === "list") return one === "" ? [] : [one];
  return one;
}
