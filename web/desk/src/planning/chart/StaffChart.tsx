import { useWords } from "../../words/useWords";
import { number } from "../parts/figures";
import { isShort, type TimedSlot } from "../plan/timed";
import { Chart } from "./Chart";
import classes from "./Chart.module.css";
import { stepPath } from "./scale";

interface Props {
  label: string;
  slots: readonly TimedSlot[];
  picked?: number;
  onPick?: (index: number) => void;
  height?: number;
  left?: number;
}

/** Who is planned as bars, who must be planned as steps; what is missing between them is hatched. */
export function StaffChart({ label, slots, picked, onPick, height = 180, left }: Props) {
  const { language } = useWords();
  const most = Math.max(1, ...slots.map(({ scheduled, planned }) => Math.max(scheduled ?? 0, planned)));
  return (
    <Chart
      label={label}
      slots={slots}
      most={most}
      said={(value) => (Number.isInteger(value) ? number(value, language) : "")}
      height={height}
      left={left}
      picked={picked}
      onPick={onPick}
    >
      {({ x, y, slotWidth, hatch }) => (
        <>
          {slots.map((slot, index) => {
            const { planned, scheduled, start } = slot;
            return (
              <g key={start}>
                {planned > 0 && (
                  <rect
                    className={classes.planned}
                    x={x(index)}
                    width={slotWidth}
                    y={y(planned)}
                    height={y(0) - y(planned)}
                  />
                )}
                {isShort(slot) && scheduled != null && (
                  <rect
                    fill={hatch}
                    x={x(index)}
                    width={slotWidth}
                    y={y(scheduled)}
                    height={y(planned) - y(scheduled)}
                  />
                )}
              </g>
            );
          })}
          <path
            className={classes.required}
            d={stepPath(
              slots.map(({ required }) => (required == null ? null : y(required))),
              x,
            )}
          />
          <path
            className={classes.scheduled}
            d={stepPath(
              slots.map(({ scheduled }) => (scheduled == null ? null : y(scheduled))),
              x,
            )}
          />
        </>
      )}
    </Chart>
  );
}
