import type { Plan } from "@kanal/api";
import { useWords } from "../../words/useWords";
import { Figure } from "../parts/Figure";
import classes from "../parts/Figure.module.css";
import { hours, length, number, share, unknown } from "../parts/figures";

/** The day or week in a handful of numbers. */
export function TotalsRow({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const { totals, target } = plan;
  // Without a forecast nobody knows how many are needed: that none is missing would be a promise.
  const known = plan.forecast.ready;
  const begun = totals.offered != null || (plan.slots[0]?.start ?? plan.at) < plan.at;
  const inTime = { share: share(target.share, language), time: length(target.seconds, language) };
  const missing = totals.scheduledHours - totals.plannedHours;
  const below = totals.serviceLevel != null && totals.serviceLevel < target.share - 0.0005;
  return (
    <dl className={classes.row}>
      <Figure name={t("planning.total.expected")} value={number(totals.forecast, language, 0)}>
        {begun
          ? t("planning.total.came", {
              count: totals.offered ?? 0,
              number: number(totals.offered ?? 0, language, 0),
            })
          : t("planning.total.notBegun")}
      </Figure>
      <Figure
        name={t("planning.total.level")}
        value={share(totals.serviceLevel, language)}
        state={totals.serviceLevel == null ? undefined : below ? "bad" : "good"}
      >
        {t("planning.total.target", inTime)}
        {totals.actualServiceLevel != null &&
          ` · ${t("planning.total.soFar", { share: share(totals.actualServiceLevel, language) })}`}
      </Figure>
      {!plan.letters && (
        <Figure name={t("planning.total.leaving")} value={share(totals.abandonment, language, 1)}>
          {plan.patienceSeconds == null
            ? ""
            : t("planning.total.patience", { time: length(plan.patienceSeconds, language) })}
        </Figure>
      )}
      <Figure name={t("planning.total.hours")} value={hours(totals.plannedHours, language)}>
        {known && t("planning.total.needed", { hours: hours(totals.scheduledHours, language) })}
        {known && missing > 0.25 && ` · ${t("planning.total.missing", { hours: hours(missing, language) })}`}
      </Figure>
      <Figure
        name={t("planning.total.short")}
        value={known ? number(totals.shortSlots, language, 0) : unknown}
        state={known ? (totals.shortSlots > 0 ? "bad" : "good") : undefined}
      >
        {known && t(totals.shortSlots > 0 ? "planning.total.short.some" : "planning.total.short.none")}
      </Figure>
    </dl>
  );
}
