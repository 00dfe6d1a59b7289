import { useWords } from "../../words/useWords";
import { longDate } from "../dates";
import { useShifts } from "./ShiftsContext";
import { sayStretch, sayTimes } from "./sayTimes";
import type { ShiftTimes } from "./times";
import { useCarrying } from "./useCarrying";
import { useShiftKeys } from "./useShiftKeys";
import classes from "./WeekView.module.css";
import type { ShiftPlace } from "./week";

/** A shift in its day; it can be carried to another day or person. */
export function WeekShift({ place, name, times }: { place: ShiftPlace; name: string; times: ShiftTimes }) {
  const { t, language } = useWords();
  const { move, open } = useShifts();
  const keys = useShiftKeys(place);
  const { offset, handlers, clicked } = useCarrying((over) => {
    const agent = over.getAttribute("data-person");
    const date = over.getAttribute("data-date");
    if (agent && date && (agent !== place.agent || date !== place.date)) move(place, agent, date);
  });
  return (
    <button
      type="button"
      className={classes.shift}
      data-shift={`${place.agent}/${place.date}/${times.from}`}
      data-dragging={offset ? true : undefined}
      style={{ transform: offset ? `translate(${offset.x}px, ${offset.y}px)` : undefined }}
      aria-label={`${t("planning.shifts.shiftOf", { name, times: sayTimes(times, t) })}, ${longDate(place.date, language)}`}
      aria-describedby="planning-shift-keys"
      onClick={clicked(() => open({ ...place, times }))}
      onKeyDown={keys.onShift}
      {...handlers}
    >
      {sayStretch(times)}
      {times.breaks.length > 0 && (
        <span className={classes.breaks}>{t("planning.shifts.breaks", { count: times.breaks.length })}</span>
      )}
    </button>
  );
}
