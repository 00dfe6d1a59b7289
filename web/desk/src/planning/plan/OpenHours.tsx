import type { Plan } from "@kanal/api";
import { Fragment } from "react";
import { useWords } from "../../words/useWords";
import { runs } from "../chart/scale";
import { longDate } from "../dates";
import { clockOf } from "../shifts/times";
import classes from "./Assumptions.module.css";
import { timed } from "./timed";

/** When the line is open on these days, by half hours. */
export function OpenHours({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const slots = timed(plan);
  return (
    <dl className={classes.hours}>
      {plan.daily.map(({ date, special }) => {
        const its = slots.filter((slot) => slot.date === date);
        const open = runs(its, (slot) => slot.open).map(
          ({ from, to }) =>
            `${clockOf(its[from]?.minutes ?? 0)}–${clockOf((its[to - 1]?.minutes ?? 0) + 30)}`,
        );
        return (
          <Fragment key={date}>
            <dt>{longDate(date, language)}</dt>
            <dd>
              {open.length === 0 ? t("planning.closed") : open.join(", ")}
              {special && ` · ${special}`}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
