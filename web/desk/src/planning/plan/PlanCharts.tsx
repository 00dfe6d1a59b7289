import type { Plan } from "@kanal/api";
import { Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { useWords } from "../../words/useWords";
import { ForecastChart } from "../chart/ForecastChart";
import { Legend } from "../chart/Legend";
import { LevelChart } from "../chart/LevelChart";
import { StaffChart } from "../chart/StaffChart";
import { StaffLegend } from "../chart/StaffLegend";
import classes from "../PlanningRoom.module.css";
import { number, share } from "../parts/figures";
import { ShortList } from "./ShortList";
import { SlotReadout } from "./SlotReadout";
import { timed, visible } from "./timed";

/** Three pictures over the same hours, and the half hour that is looked at in words. */
export function PlanCharts({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const slots = useMemo(() => visible(timed(plan)), [plan]);
  const now = slots.findLastIndex(({ gone }) => gone > 0);
  const first =
    now >= 0 && now < slots.length - 1
      ? now
      : Math.max(
          0,
          slots.findIndex(({ open }) => open),
        );
  const [chosen, pick] = useState<number>();
  const picked = Math.min(chosen ?? first, slots.length - 1);
  const { totals } = plan;
  const hasBefore = slots.some(({ forecast }) => forecast?.before != null);
  return (
    <>
      <SlotReadout plan={plan} slots={slots} picked={picked} onPick={pick} />
      <figure className={`${classes.card} ${classes.figure}`}>
        <Title order={2} size="h4" component="figcaption">
          {t("planning.chart.contacts")}
        </Title>
        <Legend
          marks={[
            { mark: "forecast", text: t("planning.legend.forecast") },
            { mark: "range", text: t("planning.legend.range") },
            ...(hasBefore ? [{ mark: "before" as const, text: t("planning.legend.before") }] : []),
            { mark: "actual", text: t("planning.legend.actual") },
          ]}
        />
        <ForecastChart
          label={t("planning.chart.contacts.means", {
            expected: number(totals.forecast, language, 0),
            came: number(totals.offered, language, 0),
          })}
          slots={slots}
          picked={picked}
          onPick={pick}
        />
      </figure>
      <figure className={`${classes.card} ${classes.figure}`}>
        <Title order={2} size="h4" component="figcaption">
          {t("planning.chart.people")}
        </Title>
        <StaffLegend />
        <StaffChart
          label={t("planning.chart.people.means", { count: totals.shortSlots })}
          slots={slots}
          picked={picked}
          onPick={pick}
        />
        <ShortList slots={slots} />
      </figure>
      <figure className={`${classes.card} ${classes.figure}`}>
        <Title order={2} size="h4" component="figcaption">
          {t("planning.chart.level")}
        </Title>
        <Legend
          marks={[
            { mark: "level", text: t("planning.legend.level") },
            { mark: "target", text: t("planning.legend.target") },
          ]}
        />
        <LevelChart
          label={t("planning.chart.level.means", {
            share: share(totals.serviceLevel, language),
            target: share(plan.target.share, language),
          })}
          slots={slots}
          target={plan.target.share}
          picked={picked}
          onPick={pick}
        />
      </figure>
    </>
  );
}
