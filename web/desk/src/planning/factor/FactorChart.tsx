import type { FactorDay } from "@kanal/api";
import { useElementSize } from "@mantine/hooks";
import { useWords } from "../../words/useWords";
import classes from "../chart/Chart.module.css";
import { Legend } from "../chart/Legend";
import { linePath, ticksTo, upTo } from "../chart/scale";
import { dateText } from "../dates";
import { share } from "../parts/figures";

const height = 220;
const left = 44;
const bottom = 24;

/** Each day's share of customers who left: what the formula says, with the factor and without, and what was. */
export function FactorChart({ days }: { days: FactorDay[] }) {
  const { t, language } = useWords();
  const { ref, width } = useElementSize();
  const most = Math.max(
    0.01,
    ...days.map((day) =>
      Math.max(day.predictedAbandonment ?? 0, day.predictedWithFactor ?? 0, day.actualAbandonment ?? 0),
    ),
  );
  const ticks = ticksTo(most);
  const y = upTo(ticks.at(-1) ?? 1, height - 8);
  const each = Math.max(0, width - left) / Math.max(1, days.length);
  const x = (index: number) => left + (index + 0.5) * each;
  const line = (of: (day: FactorDay) => number | null | undefined) =>
    linePath(
      days.map((day, index) => {
        const value = of(day);
        return value == null ? null : { x: x(index), y: 8 + y(value) };
      }),
    );
  const every = Math.max(1, Math.ceil(58 / Math.max(1, each)));
  return (
    <>
      <Legend
        marks={[
          { mark: "seen", text: t("planning.factor.actual") },
          { mark: "before", text: t("planning.factor.theory") },
          { mark: "forecast", text: t("planning.factor.with") },
        ]}
      />
      <div ref={ref} className={classes.chart} style={{ height: height + bottom }}>
        {width > 0 && (
          <svg
            width={width}
            height={height + bottom}
            role="img"
            aria-label={t("planning.factor.chart.means")}
          >
            {ticks.map((tick) => (
              <g key={tick}>
                <line className={classes.grid} x1={left} x2={width} y1={8 + y(tick)} y2={8 + y(tick)} />
                <text className={classes.number} x={left - 6} y={8 + y(tick)} dy="0.32em" textAnchor="end">
                  {share(tick, language, tick < 0.1 && tick > 0 ? 1 : 0)}
                </text>
              </g>
            ))}
            <path className={classes.before} d={line((day) => day.predictedAbandonment)} />
            <path className={classes.forecast} d={line((day) => day.predictedWithFactor)} />
            {days.map(({ date, actualAbandonment }, index) => (
              <g key={date}>
                {actualAbandonment != null && (
                  <circle className={classes.seen} cx={x(index)} cy={8 + y(actualAbandonment)} r={4} />
                )}
                {index % every === 0 && (
                  <text className={classes.number} x={x(index)} y={height + 18} textAnchor="middle">
                    {dateText(date, language, { day: "numeric", month: "short" })}
                  </text>
                )}
              </g>
            ))}
          </svg>
        )}
      </div>
    </>
  );
}
