import type { Translate } from "../../words/words";
import { clockOf, type ShiftTimes, type Stretch } from "./times";

export const sayStretch = ({ from, to }: Stretch) => `${clockOf(from)}–${clockOf(to)}`;

/** 08:00–16:00, break 12:00–12:30. */
export const sayTimes = (times: ShiftTimes, t: Translate) =>
  [
    sayStretch(times),
    ...times.breaks.map((pause) => t("planning.shifts.break.said", { times: sayStretch(pause) })),
  ].join(", ");
