import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { runs } from "../chart/scale";
import { shortDate } from "../dates";
import { number } from "../parts/figures";
import { clockOf } from "../shifts/times";
import classes from "./ShortList.module.css";
import { isShort, type TimedSlot } from "./timed";

const mostRuns = 6;

/** When there are too few, in words. */
export function ShortList({ slots }: { slots: readonly TimedSlot[] }) {
  const { t, language } = useWords();
  if (slots.every(({ scheduled }) => scheduled == null)) return null;
  const found = runs(slots, isShort).flatMap((run) => withinDays(slots, run));
  const several = slots[0]?.date !== slots.at(-1)?.date;
  if (found.length === 0)
    return (
      <p className={classes.enough}>
        <IconCircleCheck size={16} aria-hidden />
        {t("planning.short.none")}
      </p>
    );
  return (
    <ul className={classes.list}>
      {found.slice(0, mostRuns).map(({ from, to }) => {
        const first = slots[from];
        const last = slots[to - 1];
        if (!first || !last) return null;
        const missing = slots.slice(from, to).map(({ gap }) => -(gap ?? 0));
        const [least, most] = [Math.min(...missing), Math.max(...missing)].map((people) =>
          number(people, language),
        );
        return (
          <li key={first.start}>
            <IconAlertTriangle size={14} aria-hidden />
            {t(least === most ? "planning.short.run" : "planning.short.upTo", {
              when: `${several ? `${shortDate(first.date, language)} ` : ""}${clockOf(first.minutes)}–${clockOf(last.minutes + 30)}`,
              number: most ?? "",
            })}
          </li>
        );
      })}
      {found.length > mostRuns && <li>{t("planning.short.more", { count: found.length - mostRuns })}</li>}
    </ul>
  );
}

/** A stretch over a night is two. */
const withinDays = (slots: readonly TimedSlot[], { from, to }: { from: number; to: number }) => {
  const starts = [from];
  for (let at = from + 1; at < to; at++) if (slots[at]?.date !== slots[at - 1]?.date) starts.push(at);
  return starts.map((start, at) => ({ from: start, to: starts[at + 1] ?? to }));
};
