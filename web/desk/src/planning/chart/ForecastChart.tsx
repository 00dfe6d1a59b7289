import { useWords } from "../../words/useWords";
import { number } from "../parts/figures";
import type { TimedSlot } from "../plan/timed";
import { Chart } from "./Chart";
import classes from "./Chart.module.css";
import { bandPath, linePath } from "./scale";

interface Props {
  label: string;
  slots: readonly TimedSlot[];
  picked: number;
  onPick: (index: number) => void;
}

/** What is expected with its range, and what came. */
export function ForecastChart({ label, slots, picked, onPick }: Props) {
  const { language } = useWords();
  const most = Math.max(
    1,
    ...slots.map(({ forecast, actual }) => Math.max(forecast?.high ?? 0, actual?.offered ?? 0)),
  );
  return (
    <Chart
      label={label}
      slots={slots}
      most={most}
      said={(value) => number(value, language)}
      picked={picked}
      onPick={onPick}
    >
      {({ x, y, slotWidth }) => {
        const middle = (index: number) => x(index) + slotWidth / 2;
        const gap = Math.min(3, slotWidth * 0.2);
        return (
          <>
            {slots.map(({ actual, start }, index) =>
              actual && actual.offered > 0 ? (
                <rect
                  key={start}
                  className={classes.actual}
                  x={x(index) + gap}
                  width={Math.max(1, slotWidth - 2 * gap)}
                  y={y(actual.offered)}
                  height={y(0) - y(actual.offered)}
                />
              ) : null,
            )}
            <path
              className={classes.range}
              d={bandPath(
                slots.map(({ forecast }, index) =>
                  forecast ? { x: middle(index), low: y(forecast.low), high: y(forecast.high) } : null,
                ),
              )}
            />
            <path
              className={classes.before}
              d={linePath(
                slots.map(({ forecast }, index) =>
                  forecast?.before != null ? { x: middle(index), y: y(forecast.before) } : null,
                ),
              )}
            />
            <path
              className={classes.forecast}
              d={linePath(
                slots.map(({ forecast }, index) =>
                  forecast ? { x: middle(index), y: y(forecast.mean) } : null,
                ),
              )}
            />
          </>
        );
      }}
    </Chart>
  );
}
