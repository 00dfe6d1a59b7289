import { Text } from "@mantine/core";
import classes from "./IntervalPicture.module.css";
import { scaleOf } from "./scale";

interface Props {
  title: string;
  /** Low and high end; without them there is nothing to draw. */
  interval: number[] | undefined;
  /** What is nearest to the truth, where that may be said. */
  middle?: number;
  said: (value: number) => string;
}

const width = 600;

/** An interval on a line with zero marked: what lies on one side of zero is an effect. */
export function IntervalPicture({ title, interval, middle, said }: Props) {
  const [low, high] = interval ?? [];
  if (low === undefined || high === undefined) return null;
  const x = scaleOf(low, high, width);
  const side = low > 0 ? "above" : high < 0 ? "below" : "both";
  return (
    <figure className={classes.figure}>
      <Text component="figcaption" size="sm" fw={600}>
        {title}: {middle !== undefined && `${said(middle)} `}
        <Text span c="dimmed" inherit fw={400}>
          ({said(low)} – {said(high)})
        </Text>
      </Text>
      <svg
        viewBox={`0 0 ${width} 44`}
        className={classes.picture}
        role="img"
        aria-label={`${title}: ${said(low)} – ${said(high)}`}
        preserveAspectRatio="none"
      >
        <line className={classes.axis} x1="0" x2={width} y1="22" y2="22" />
        <line className={classes.zero} x1={x(0)} x2={x(0)} y1="4" y2="40" />
        <rect
          className={classes.bar}
          data-side={side}
          x={x(low)}
          width={Math.max(2, x(high) - x(low))}
          y="14"
          height="16"
          rx="4"
        />
        {middle !== undefined && (
          <line className={classes.middle} x1={x(middle)} x2={x(middle)} y1="10" y2="34" />
        )}
      </svg>
      <div className={classes.zeroLabel} style={{ left: `${(x(0) / width) * 100}%` }} aria-hidden>
        0
      </div>
    </figure>
  );
}
