import type { Condition, Definition, Rule } from "./definition";

/** A name as an id: small letters, digits and hyphens, and one that nobody has yet. */
export function freeId(name: string, taken: string[]): string {
  const plain = name
    .replace(/[øØ]/g, "o")
    .replace(/[æÆ]/g, "ae")
    .replace(/[łŁ]/g, "l")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const base = plain.slice(0, 50).replace(/-$/, "") || "rule";
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

const ids = (definition: Definition) => definition.rules.map(({ id }) => id);

/** A rule goes before the last one, which is for everybody. */
export function withRule(
  definition: Definition,
  rule: Omit<Rule, "id">,
): { definition: Definition; id: string } {
  const id = freeId(rule.name, ids(definition));
  const at = Math.max(0, definition.rules.length - 1);
  return { definition: { ...definition, rules: definition.rules.toSpliced(at, 0, { ...rule, id }) }, id };
}

/** A copy stands right after its original; the copy of the last rule before it, as the last is for everybody. */
export function withCopy(
  definition: Definition,
  id: string,
  name: string,
): { definition: Definition; id: string } {
  const at = definition.rules.findIndex((rule) => rule.id === id);
  const original = definition.rules[at];
  if (!original) return { definition, id };
  const copy = { ...structuredClone(original), id: freeId(name, ids(definition)), name };
  const place = at === definition.rules.length - 1 ? at : at + 1;
  return { definition: { ...definition, rules: definition.rules.toSpliced(place, 0, copy) }, id: copy.id };
}

export const withoutRule = (definition: Definition, id: string): Definition => ({
  ...definition,
  rules: definition.rules.filter((rule) => rule.id !== id),
});

/** Back where it was, or before the last where there are fewer now. */
export function withRuleBack(definition: Definition, rule: Rule, at: number): Definition {
  if (ids(definition).includes(rule.id)) return definition;
  const place = Math.max(0, Math.min(at, definition.rules.length - 1));
  return { ...definition, rules: definition.rules.toSpliced(place, 0, rule) };
}

export const changedRule = (definition: Definition, id: string, changes: Partial<Rule>): Definition => ({
  ...definition,
  rules: definition.rules.map((rule) => (rule.id === id ? { ...rule, ...changes } : rule)),
});

/** The last rule keeps its place. */
export function moved(definition: Definition, id: string, to: number): Definition {
  const from = definition.rules.findIndex((rule) => rule.id === id);
  const last = definition.rules.length - 1;
  const rule = definition.rules[from];
  if (!rule || from === last || to < 0 || to >= last || from === to) return definition;
  return { ...definition, rules: definition.rules.toSpliced(from, 1).toSpliced(to, 0, rule) };
}

const renamed = (condition: Condition, from: string, to: string): Condition => {
  if (condition.group === from) return { group: to };
  if (condition.not) return { not: renamed(condition.not, from, to) };
  if (condition.all) return { all: condition.all.map((part) => renamed(part, from, to)) };
  if (condition.any) return { any: condition.any.map((part) => renamed(part, from, to)) };
  return condition;
};

/** A group under another name, wherever it is used. */
export function withGroupRenamed(definition: Definition, from: string, to: string): Definition {
  const groups = Object.entries(definition.groups ?? {}).map(([name, its]) => [
    name === from ? to : name,
    its && renamed(its, from, to),
  ]);
  return {
    ...definition,
    groups: Object.fromEntries(groups),
    rules: definition.rules.map((rule) =>
      rule.when ? { ...rule, when: renamed(rule.when, from, to) } : rule,
    ),
  };
}
