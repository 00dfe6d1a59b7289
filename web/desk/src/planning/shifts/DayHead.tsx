import classes from "./DayView.module.css";
import { clockOf, type Stretch } from "./times";
import { useNarrow } from "./useNameWidth";

export function DayHead({ hours, left }: { hours: Stretch; left: number }) {
  const length = hours.to - hours.from;
  const every = (length > 900 ? 180 : 120) * (useNarrow() ? 2 : 1);
  const marks: number[] = [];
  for (let at = Math.ceil(hours.from / every) * every; at < hours.to; at += every) marks.push(at);
  return (
    <div className={classes.head} style={{ marginLeft: left }} aria-hidden>
      {marks.map((at) => (
        <span key={at} style={{ left: `${((at - hours.from) / length) * 100}%` }}>
          {clockOf(at)}
        </span>
      ))}
    </div>
  );
}
