import { useWords } from "../../words/useWords";
import { share } from "../parts/figures";
import type { TimedSlot } from "../plan/timed";
import { Chart } from "./Chart";
import classes from "./Chart.module.css";
import { stepPath } from "./scale";

interface Props {
  label: string;
  slots: readonly TimedSlot[];
  target: number;
  picked: number;
  onPick: (index: number) => void;
}

/** How many of a hundred can be answered in time by those who are planned. */
export function LevelChart({ label, slots, target, picked, onPick }: Props) {
  const { language } = useWords();
  return (
    <Chart
      label={label}
      slots={slots}
      most={1}
      ticks={[0, 0.5, 1]}
      said={(value) => share(value, language)}
      height={90}
      picked={picked}
      onPick={onPick}
    >
      {({ x, y, slotWidth, hatch }) => (
        <>
          {slots.map(({ expected, start }, index) =>
            expected?.serviceLevel != null && expected.serviceLevel < target - 0.0005 ? (
              <rect
                key={start}
                fill={hatch}
                x={x(index)}
                width={slotWidth}
                y={y(target)}
                height={y(expected.serviceLevel) - y(target)}
              />
            ) : null,
          )}
          <line className={classes.target} x1={x(0)} x2={x(slots.length)} y1={y(target)} y2={y(target)} />
          <path
            className={classes.level}
            d={stepPath(
              slots.map(({ expected }) => (expected?.serviceLevel == null ? null : y(expected.serviceLevel))),
              x,
            )}
          />
        </>
      )}
    </Chart>
  );
}
