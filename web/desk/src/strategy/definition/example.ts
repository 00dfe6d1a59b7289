import type { Fact } from "../facts/fact";
import { formOf, partsOf } from "./conditions";
import type { Condition, Definition, Value } from "./definition";

export type FactSet = Record<string, Value>;

/** Facts of somebody for whom a condition holds, as far as one can say without trying: of several ways the first. */
export function exampleOf(
  condition: Condition | null | undefined,
  groups: Definition["groups"],
  facts: Map<string, Fact>,
  depth = 0,
): FactSet {
  if (!condition || depth > 12) return {};
  const within = (part: Condition | null | undefined) => exampleOf(part, groups, facts, depth + 1);
  switch (formOf(condition)) {
    case "all":
      return Object.assign({}, ...partsOf(condition).map(within));
    case "any":
      return within(partsOf(condition)[0]);
    case "group":
      return within(groups?.[condition.group ?? ""]);
    case "test":
      return ofTest(condition, facts);
    case "not":
      return {};
  }
}

function ofTest({ fact: key, operator, value }: Condition, facts: Map<string, Fact>): FactSet {
  const fact = facts.get(key ?? "");
  if (!fact) return {};
  const told = fitting(fact, operator ?? "", value ?? undefined);
  return told === undefined ? {} : { [fact.key]: told };
}

function fitting(fact: Fact, operator: string, value: Value | undefined): Value | undefined {
  const [first, second] = Array.isArray(value) ? value : [value];
  const isTime = fact.unit === "timeOfDay";
  switch (operator) {
    case "is":
    case "atLeast":
    case "atMost":
      return isTime ? minutesOf(first) : value;
    case "above":
      return typeof first === "number" ? first + 1 : isTime ? minutesOf(first) : undefined;
    case "below":
      return typeof first === "number" ? Math.max(fact.least ?? 0, first - 1) : undefined;
    case "between":
      return isTime
        ? minutesOf(first)
        : typeof first === "number" && typeof second === "number"
          ? (first + second) / 2
          : undefined;
    case "isOneOf":
    case "startsWith":
    case "contains":
      return first;
    case "like":
      return typeof first === "string" ? first.replaceAll("*", "") : undefined;
    case "has":
      return first === undefined ? undefined : [String(first)];
    case "hasAnyOf":
      return first === undefined ? undefined : [String(first)];
    case "hasAllOf":
      return Array.isArray(value) ? value : undefined;
    case "isKnown":
      return anything(fact);
    case "isNot":
      return fact.kind === "flag" ? !value : undefined;
    default:
      return undefined;
  }
}

function anything(fact: Fact): Value {
  const [choice = "x"] = fact.choices ?? [];
  if (fact.kind === "flag") return true;
  if (fact.kind === "number") return Math.max(1, fact.least ?? 0);
  return fact.kind === "texts" ? [choice] : choice;
}

/** "09:30" as minutes since midnight, which is how the fact is told. */
function minutesOf(time: unknown): number | undefined {
  if (typeof time !== "string") return undefined;
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
