import { dayName } from "../../language/times";
import { useWidget } from "../context";

/** Only where the day changes, and never for today's first message. */
export function DayLine({ at, before }: { at: string; before?: string }) {
  const { t } = useWidget();
  const day = new Date(at);
  const earlier = before ? new Date(before) : new Date();
  if (day.toDateString() === earlier.toDateString()) return null;
  return <p class="line">{dayName(day, t.language)}</p>;
}
