import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Figure.module.css";

interface Props {
  name: string;
  value: string;
  /** An icon beside the number says the same as its colour. */
  state?: "good" | "bad" | undefined;
  children?: ReactNode;
}

export function Figure({ name, value, state, children }: Props) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className={classes.value} data-state={state}>
        {value}
        {state === "good" && <IconCircleCheck size={20} aria-hidden />}
        {state === "bad" && <IconAlertTriangle size={20} aria-hidden />}
      </dd>
      <dd className={classes.note}>{children}</dd>
    </div>
  );
}
