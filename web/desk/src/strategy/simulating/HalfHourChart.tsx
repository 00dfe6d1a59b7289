import { Chart } from "../../planning/chart/Chart";
import chart from "../../planning/chart/Chart.module.css";
import { Legend } from "../../planning/chart/Legend";
import { stepPath } from "../../planning/chart/scale";
import { number, share } from "../../planning/parts/figures";
import { useWords } from "../../words/useWords";
import { type HalfHour, placed, type SlotMeasure } from "./halfHour";

export interface Props {
  measure: SlotMeasure;
  halfHours: readonly HalfHour[];
  one: string;
  other: string;
}

/** Two lines over a day: dashed what it is compared with, thick what is tried. */
export function HalfHourChart({ measure, halfHours, one, other }: Props) {
  const { t, language } = useWords();
  const most = Math.max(...halfHours.map((its) => Math.max(its.one ?? 0, its.other ?? 0)), 0.1);
  return (
    <>
      <Legend
        marks={[
          { mark: "required", text: one },
          { mark: "forecast", text: other },
        ]}
      />
      <Chart
        label={t("strategy.run.chart", { measure: t(`strategy.run.key.${measure}`), one, other })}
        slots={placed(halfHours)}
        most={most}
        {...(measure === "occupancy" && { ticks: [0, 0.5, 1] })}
        said={(value) => (measure === "occupancy" ? share(value, language) : number(value, language))}
        height={160}
      >
        {({ x, y }) => {
          const line = (of: "one" | "other") =>
            stepPath(
              halfHours.map((its) => (its[of] === null ? null : y(its[of]))),
              x,
            );
          return (
            <>
              <path className={chart.forecast} d={line("other")} />
              <path className={chart.required} d={line("one")} />
            </>
          );
        }}
      </Chart>
    </>
  );
}
