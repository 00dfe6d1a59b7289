import type { RunFigure } from "@kanal/api";
import { scaleOf } from "../experiments/scale";
import classes from "./Simulate.module.css";
import type { Verdict } from "./verdict";

const width = 96;

/** The interval against nought, drawn small; the words beside it say the same. */
export function IntervalMark({ figure, verdict }: { figure: RunFigure; verdict: Verdict }) {
  const { low, high, value } = figure.between;
  if (low == null || high == null) return null;
  const x = scaleOf(low, high, width);
  return (
    <svg className={classes.mark} data-verdict={verdict} width={width} height="16" aria-hidden>
      <line className={classes.axis} x1="0" x2={width} y1="8" y2="8" />
      <line className={classes.nought} x1={x(0)} x2={x(0)} y1="1" y2="15" />
      <rect x={x(low)} width={Math.max(2, x(high) - x(low))} y="5" height="6" rx="2" />
      <line className={classes.middle} x1={x(value)} x2={x(value)} y1="3" y2="13" />
    </svg>
  );
}
