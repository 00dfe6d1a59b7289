import type { Condition, Definition } from "./definition";

const step = /^\.?(all|any)\[(\d+)\]|^\.?(not)/;

/** The condition at a place such as "rules[3].when.all[1]" or "groups.last step"; undefined where there is none. */
export function conditionAt(definition: Definition, place: string): Condition | undefined {
  const rule = /^rules\[(\d+)\]\.when/.exec(place);
  if (rule) return within(definition.rules[Number(rule[1])]?.when, place.slice(rule[0].length));
  const name = Object.keys(definition.groups ?? {})
    .toSorted((a, b) => b.length - a.length)
    .find((each) => place.startsWith(`groups.${each}`));
  return name === undefined
    ? undefined
    : within(definition.groups?.[name], place.slice("groups.".length + name.length));
}

function within(condition: Condition | null | undefined, rest: string): Condition | undefined {
  if (!condition || rest === "") return condition ?? undefined;
  const match = step.exec(rest);
  if (!match) return undefined;
  const [found, box, at] = match;
  const part = box ? condition[box as "all" | "any"]?.[Number(at)] : condition.not;
  return within(part, rest.slice(found.length));
}
