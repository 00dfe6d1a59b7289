import { useWords } from "../../words/useWords";
import classes from "./DayView.module.css";
import { breakMoved, endMoved, moved, startMoved } from "./moves";
import { useShifts } from "./ShiftsContext";
import { sayStretch, sayTimes } from "./sayTimes";
import type { ShiftTimes, Stretch } from "./times";
import { useDragging } from "./useDragging";
import { useShiftKeys } from "./useShiftKeys";
import type { ShiftPlace } from "./week";

interface Props {
  place: ShiftPlace;
  name: string;
  times: ShiftTimes;
  hours: Stretch;
  perPixel: () => number;
}

/** A shift on the hours of its day. Its middle moves it, its ends make it longer or shorter, its breaks move in it. */
export function ShiftBar({ place, name, times, hours, perPixel }: Props) {
  const { t } = useWords();
  const { edit, move, open } = useShifts();
  const keys = useShiftKeys(place);
  const drag = useDragging(perPixel, (to, over) => {
    const person = over?.getAttribute("data-person");
    if (person && person !== place.agent) move(place, person, place.date, to);
    else edit(place, to);
  });
  const shown = drag.preview?.times ?? times;
  const end = Math.min(shown.to, hours.to);
  const length = hours.to - hours.from;
  const inBar = (minutes: number) =>
    `${(Math.min(1, (minutes - shown.from) / Math.max(1, end - shown.from)) * 100).toFixed(3)}%`;
  const show = () => open({ ...place, times });
  return (
    <div
      className={classes.bar}
      data-dragging={drag.preview ? true : undefined}
      data-goes-on={shown.to > hours.to || undefined}
      style={{
        left: `${((shown.from - hours.from) / length) * 100}%`,
        width: `${((end - shown.from) / length) * 100}%`,
        transform: drag.preview?.down ? `translateY(${drag.preview.down}px)` : undefined,
      }}
      {...drag.handlers}
    >
      <button
        type="button"
        className={classes.body}
        data-shift={`${place.agent}/${place.date}/${times.from}`}
        aria-label={t("planning.shifts.shiftOf", { name, times: sayTimes(times, t) })}
        aria-describedby="planning-shift-keys"
        onPointerDown={drag.start((by) => moved(times, by), true)}
        onClick={drag.clicked(show)}
        onKeyDown={keys.onShift}
      >
        <span>{sayStretch(shown)}</span>
      </button>
      {shown.breaks.map((pause, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a break is its place in the shift, and keeps the focus while it moves
          key={at}
          type="button"
          className={classes.pause}
          style={{ left: inBar(pause.from), right: `calc(100% - ${inBar(pause.to)})` }}
          aria-label={t("planning.shifts.breakOf", { name, times: sayStretch(pause) })}
          aria-describedby="planning-shift-keys"
          title={t("planning.shifts.break.said", { times: sayStretch(pause) })}
          onPointerDown={drag.start((by) => breakMoved(times, at, by))}
          onClick={drag.clicked(show)}
          onKeyDown={keys.onBreak(at)}
        />
      ))}
      <span
        className={classes.handle}
        data-end="from"
        onPointerDown={drag.start((by) => startMoved(times, by))}
      />
      <span
        className={classes.handle}
        data-end="to"
        onPointerDown={drag.start((by) => endMoved(times, by))}
      />
    </div>
  );
}
