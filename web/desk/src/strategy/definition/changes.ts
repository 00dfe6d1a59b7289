import type { Definition, Rule } from "./definition";

export interface Changes {
  added: Rule[];
  changed: { before: Rule; after: Rule }[];
  removed: Rule[];
  /** The rules that both have stand in another order. */
  moved: boolean;
  /** Other parts of the strategy that differ. */
  parts: Part[];
}

export const parts = ["name", "groups", "economy", "holdout", "plain", "invitations"] as const;
export type Part = (typeof parts)[number];

/** From one version to another: rules by their ids. */
export function changesOf(before: Definition, after: Definition): Changes {
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const is = new Map(after.rules.map((rule) => [rule.id, rule]));
  const order = (rules: Rule[], other: Map<string, Rule>) =>
    rules.map(({ id }) => id).filter((id) => other.has(id));
  return {
    added: after.rules.filter(({ id }) => !was.has(id)),
    changed: after.rules.flatMap((rule) => {
      const old = was.get(rule.id);
      return old && !same(old, rule) ? [{ before: old, after: rule }] : [];
    }),
    removed: before.rules.filter(({ id }) => !is.has(id)),
    moved: !same(order(before.rules, is), order(after.rules, was)),
    parts: parts.filter((part) => !same(before[part], after[part])),
  };
}

export const countOf = ({ added, changed, removed, moved, parts: others }: Changes) =>
  added.length + changed.length + removed.length + (moved ? 1 : 0) + others.length;

/** The same to whoever reads it: left out, null, false, an empty list and an empty object are nothing, and names have no order. */
export const same = (a: unknown, b: unknown) => JSON.stringify(bare(a)) === JSON.stringify(bare(b));

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(bare);
  if (typeof value !== "object" || value === null)
    return value === null || value === false ? undefined : value;
  const members = Object.entries(value)
    .map(([name, its]) => [name, bare(its)] as const)
    .filter(([, its]) => its !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
