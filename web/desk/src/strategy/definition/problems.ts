import type { StrategyProblem } from "@kanal/api";
import type { Definition, Said } from "./definition";

export type Problem = Said<StrategyProblem, "stops">;

/** Rules move while somebody writes, so a problem goes with the rule that it was found in. */
export interface Placed {
  problem: Problem;
  /** The id of the rule; undefined for what is not of a rule. */
  rule?: string;
  /** Within the rule, such as "when.all[1].value"; else the whole place. */
  path: string;
}

const ofRule = /^rules\[(\d+)\]\.?/;

/** @param checked What the problems were found in. */
export function placed(problems: Problem[], checked: Definition): Placed[] {
  return problems.map((problem) => {
    const match = ofRule.exec(problem.place);
    const rule = match && checked.rules[Number(match[1])];
    return rule
      ? { problem, rule: rule.id, path: problem.place.slice(match[0].length) }
      : { problem, path: problem.place };
  });
}

/** Whether a path is at a place or within it. */
export const within = (path: string, place: string) =>
  path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);

export const ofPlace = (all: Placed[], place: string) => all.filter(({ path }) => within(path, place));

/** Those of a condition that none of its parts will show. */
export function ownOf(all: Placed[], place: string, parts: string[]): Placed[] {
  return ofPlace(all, place).filter(({ path }) => !parts.some((part) => within(path, part)));
}
