import { useElementSize } from "@mantine/hooks";
import { type ReactNode, useId } from "react";
import { useWords } from "../../words/useWords";
import { dateText } from "../dates";
import type { TimedSlot } from "../plan/timed";
import { clockOf } from "../shifts/times";
import classes from "./Chart.module.css";
import { runs, ticksTo, upTo } from "./scale";

export interface Frame {
  /** Left edge of a half hour; the one after the last is the right edge of the chart. */
  x: (index: number) => number;
  y: (value: number) => number;
  slotWidth: number;
  height: number;
  /** What is hatched: too few, and beyond. */
  hatch: string;
}

type ChartSlot = Pick<TimedSlot, "start" | "date" | "minutes" | "open" | "gone">;

interface Props {
  label: string;
  slots: readonly ChartSlot[];
  most: number;
  said: (value: number) => string;
  height?: number;
  ticks?: number[];
  picked?: number;
  onPick?: (index: number) => void;
  /** Where the bars of a day below begin; the chart is drawn as wide as they are. */
  left?: number;
  children: (frame: Frame) => ReactNode;
}

const bottom = 22;
const top = 8;

/** Half hours in a row, closed ones greyed, with the numbers beside. */
export function Chart({
  label,
  slots,
  most,
  said,
  height = 200,
  ticks,
  picked,
  onPick,
  left = 46,
  children,
}: Props) {
  const { language } = useWords();
  const { ref, width } = useElementSize();
  const id = useId();
  const values = ticks ?? ticksTo(most);
  const inner = Math.max(0, width - left);
  const each = inner / Math.max(1, slots.length);
  const scale = upTo(values.at(-1) ?? 1, height - top);
  const frame: Frame = {
    x: (index) => left + index * each,
    y: (value) => top + scale(value),
    slotWidth: each,
    height,
    hatch: `url(#${id})`,
  };
  const days = dayStarts(slots);
  const now = slots.findLastIndex(({ gone }) => gone > 0);
  const gone = now + (slots[now]?.gone ?? 0);
  return (
    <div ref={ref} className={classes.chart} style={{ height: height + bottom }}>
      {width > 0 && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the half hour is chosen with the keyboard in the row below
        <svg
          width={width}
          height={height + bottom}
          role="img"
          aria-label={label}
          onPointerMove={onPick && ((event) => pick(event))}
          onClick={onPick && ((event) => pick(event))}
        >
          <defs>
            <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className={classes.hatchGround} />
              <line x1="0" x2="0" y1="0" y2="6" className={classes.hatchLine} />
            </pattern>
          </defs>
          {runs(slots, ({ open }) => !open).map(({ from, to }) => (
            <rect
              key={from}
              className={classes.closed}
              x={frame.x(from)}
              width={(to - from) * each}
              y={top}
              height={height - top}
            />
          ))}
          {values.map((value) => (
            <g key={value}>
              <line className={classes.grid} x1={left} x2={width} y1={frame.y(value)} y2={frame.y(value)} />
              <text className={classes.number} x={left - 6} y={frame.y(value)} dy="0.32em" textAnchor="end">
                {said(value)}
              </text>
            </g>
          ))}
          {picked !== undefined && picked >= 0 && (
            <rect className={classes.picked} x={frame.x(picked)} width={each} y={top} height={height - top} />
          )}
          {children(frame)}
          {now >= 0 && gone < slots.length && (
            <line className={classes.now} x1={frame.x(gone)} x2={frame.x(gone)} y1={0} y2={height} />
          )}
          {days.length > 1 ? days.map(dayMark) : hourMarks()}
        </svg>
      )}
    </div>
  );

  function pick(event: React.MouseEvent<SVGSVGElement>) {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
    if (place >= 0 && each > 0) onPick?.(Math.min(slots.length - 1, Math.floor(place / each)));
  }

  function dayMark(from: number, at: number) {
    const date = slots[from]?.date ?? "";
    const room = ((days[at + 1] ?? slots.length) - from) * each;
    return (
      <g key={date}>
        {at > 0 && (
          <line className={classes.day} x1={frame.x(from)} x2={frame.x(from)} y1={0} y2={height + bottom} />
        )}
        <text className={classes.number} x={frame.x(from) + room / 2} y={height + 16} textAnchor="middle">
          {dateText(date, language, room < 76 ? { weekday: "short" } : { weekday: "short", day: "numeric" })}
        </text>
      </g>
    );
  }

  function hourMarks() {
    const every = [60, 120, 180, 240].find((step) => (step / 30) * each >= 46) ?? 360;
    return slots.map(({ minutes, start }, index) =>
      minutes % every === 0 ? (
        <text
          key={start}
          className={classes.number}
          x={frame.x(index)}
          y={height + 16}
          textAnchor={frame.x(index) > width - 18 ? "end" : "middle"}
        >
          {clockOf(minutes)}
        </text>
      ) : null,
    );
  }
}

const dayStarts = (slots: readonly ChartSlot[]) =>
  slots.flatMap(({ date }, index) => (index === 0 || slots[index - 1]?.date !== date ? [index] : []));
