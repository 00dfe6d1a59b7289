import { Tooltip } from "@mantine/core";
import { useWords } from "../words/useWords";
import classes from "./UnitsBar.module.css";

interface Props {
  live: number;
  interruptible: number;
  capacity: number;
  resting: number;
}

/** An agent's units: what goes on now, what can be put aside, and what is free. */
export function UnitsBar({ live, interruptible, capacity, resting }: Props) {
  const { t } = useWords();
  const whole = Math.max(capacity, live + interruptible, 1);
  const said = [
    t("units.said", { live, interruptible, capacity }),
    resting > 0 && t("units.resting", { count: resting }),
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <Tooltip label={said}>
      <span className={classes.units} role="img" aria-label={said}>
        <span data-part="live" style={{ width: `${(live / whole) * 100}%` }} />
        <span data-part="interruptible" style={{ width: `${(interruptible / whole) * 100}%` }} />
      </span>
    </Tooltip>
  );
}
