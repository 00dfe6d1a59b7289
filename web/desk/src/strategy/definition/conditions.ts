import type { Condition } from "./definition";

export type Form = "all" | "any" | "not" | "group" | "test";

export function formOf(condition: Condition): Form {
  if (condition.all) return "all";
  if (condition.any) return "any";
  if (condition.not) return "not";
  return condition.group == null ? "test" : "group";
}

/** What a box holds; a test or a named group holds nothing. */
export function partsOf(condition: Condition): Condition[] {
  return condition.all ?? condition.any ?? (condition.not ? [condition.not] : []);
}

export const isBox = (condition: Condition) => ["all", "any", "not"].includes(formOf(condition));

/** The same parts, held together otherwise. Turned into "not", several parts stay together within. */
export function turned(condition: Condition, form: "all" | "any" | "not"): Condition {
  const not = condition.not;
  const parts = not && isBox(not) && formOf(not) !== "not" ? partsOf(not) : partsOf(condition);
  const [only] = parts;
  if (form !== "not") return { [form]: parts };
  return {
    not: parts.length === 1 && only ? only : { [formOf(condition) === "any" ? "any" : "all"]: parts },
  };
}

/** With other parts; a "not" that lost its part is gone. */
export function withParts(condition: Condition, parts: Condition[]): Condition | undefined {
  if (condition.all) return { all: parts };
  if (condition.any) return { any: parts };
  return parts[0] && { not: parts[0] };
}

/** One more beside what is there: a single test becomes a list of two. */
export function added(condition: Condition | null | undefined, more: Condition): Condition {
  if (!condition) return more;
  if (condition.all) return { all: [...condition.all, more] };
  return { all: [condition, more] };
}

/** What is said twice over is said once: a box of one is its part, an empty one nothing. */
export function tidy(condition: Condition | undefined): Condition | undefined {
  if (!condition || !isBox(condition)) return condition;
  const parts = partsOf(condition).flatMap((part) => tidy(part) ?? []);
  const [only] = parts;
  if (!only) return undefined;
  if (condition.not) return only.not ? tidy(only.not) : { not: only };
  return parts.length === 1 ? only : withParts(condition, parts);
}

/** Where each part stands, in the words of the server: "rules[3].when.all[1]". */
export function placeOfPart(place: string, condition: Condition, at: number): string {
  const form = formOf(condition);
  return form === "not" ? `${place}.not` : `${place}.${form}[${at}]`;
}

/** Every test and named group within. */
export function leaves(condition: Condition | null | undefined): Condition[] {
  if (!condition) return [];
  return isBox(condition) ? partsOf(condition).flatMap(leaves) : [condition];
}
