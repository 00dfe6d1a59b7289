import { acknowledgedIsKept, filesAreWhole, startsOnce, withoutHoles } from "./messages.ts";
import { answeredOnce } from "./offers.ts";
import { nobodyForgotten, oneOwner } from "./ownership.ts";
import { desksHaveAll, desksReadAll, visitorsHaveAll, visitorsReadInOrder } from "./readers.ts";
import type { Evidence, Verdict } from "./records.ts";

export const promises = [
  acknowledgedIsKept,
  filesAreWhole,
  startsOnce,
  withoutHoles,
  visitorsReadInOrder,
  visitorsHaveAll,
  desksReadAll,
  desksHaveAll,
  oneOwner,
  nobodyForgotten,
  answeredOnce,
];

/** A promise that nothing was held to counts as broken: a load that did nothing proves nothing. */
export function check(evidence: Evidence): Verdict[] {
  return promises.map((promise) => {
    const verdict = promise(evidence);
    return verdict.looked > 0
      ? verdict
      : { ...verdict, violations: [...verdict.violations, "There was nothing to hold it to."] };
  });
}
