import { useId } from "react";
import classes from "./Chart.module.css";

type Mark =
  | "range"
  | "forecast"
  | "before"
  | "actual"
  | "planned"
  | "scheduled"
  | "required"
  | "short"
  | "level"
  | "target"
  | "seen";

/** What is drawn how: shape and word, not colour alone. */
export function Legend({ marks }: { marks: readonly { mark: Mark; text: string }[] }) {
  return (
    <ul className={classes.legend}>
      {marks.map(({ mark, text }) => (
        <li key={mark}>
          <Drawn mark={mark} />
          {text}
        </li>
      ))}
    </ul>
  );
}

function Drawn({ mark }: { mark: Mark }) {
  const id = useId();
  const lines: Mark[] = ["forecast", "before", "scheduled", "required", "level", "target"];
  return (
    <svg width="20" height="12" aria-hidden>
      {mark === "seen" && <circle className={classes.seen} cx="10" cy="6" r="4" />}
      {lines.includes(mark) && <line className={classes[mark]} x1="0" x2="20" y1="6" y2="6" />}
      {(mark === "range" || mark === "actual" || mark === "planned") && (
        <rect className={classes[mark]} width="20" height="12" rx="2" />
      )}
      {mark === "short" && (
        <>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className={classes.hatchGround} />
            <line x1="0" x2="0" y1="0" y2="6" className={classes.hatchLine} />
          </pattern>
          <rect width="20" height="12" rx="2" fill={`url(#${id})`} />
        </>
      )}
    </svg>
  );
}
