import type { Plan } from "@kanal/api";
import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useWords } from "../../words/useWords";
import { shortDate } from "../dates";
import { clockOf } from "../shifts/times";
import classes from "./SlotReadout.module.css";
import { saySlot } from "./saySlot";
import type { TimedSlot } from "./timed";

interface Props {
  plan: Plan;
  slots: readonly TimedSlot[];
  picked: number;
  onPick: (index: number) => void;
}

/** The half hour under the pointer in words; arrow keys go through the day. */
export function SlotReadout({ plan, slots, picked, onPick }: Props) {
  const { t, language } = useWords();
  const slot = slots[picked];
  if (!slot) return null;
  const day = plan.days > 1 ? `${shortDate(slot.date, language)} ` : "";
  const when = `${day}${clockOf(slot.minutes)}–${clockOf(slot.minutes + 30)}`;
  const said = saySlot(slot, t, language);
  const go = (to: number) => onPick(Math.min(Math.max(to, 0), slots.length - 1));
  const keys: Record<string, number> = {
    ArrowRight: picked + 1,
    ArrowUp: picked + 1,
    ArrowLeft: picked - 1,
    ArrowDown: picked - 1,
    PageUp: picked + 4,
    PageDown: picked - 4,
    Home: 0,
    End: slots.length - 1,
  };
  const press = (event: KeyboardEvent) => {
    const to = keys[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div className={classes.bar}>
      <ActionIcon
        aria-label={t("planning.slot.before")}
        disabled={picked === 0}
        onClick={() => go(picked - 1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <div
        className={classes.slot}
        role="slider"
        tabIndex={0}
        aria-label={t("planning.slot")}
        aria-valuemin={0}
        aria-valuemax={slots.length - 1}
        aria-valuenow={picked}
        aria-valuetext={[when, ...said].join(". ")}
        onKeyDown={press}
      >
        <strong>{when}</strong>
        {said.map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </div>
      <ActionIcon
        aria-label={t("planning.slot.after")}
        disabled={picked === slots.length - 1}
        onClick={() => go(picked + 1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}
