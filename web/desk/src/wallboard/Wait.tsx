import { TargetRing } from "../parts/TargetRing";
import { useSecond } from "../words/useNow";
import { useWords } from "../words/useWords";
import { asClock } from "./numbers";
import classes from "./Wallboard.module.css";

interface Props {
  since?: string | null;
  dueAt?: string | null;
  ring?: number;
}

/** How long somebody has waited, second by second, against their target. */
export function Wait({ since, dueAt, ring = 18 }: Props) {
  const { t } = useWords();
  const now = useSecond();
  if (!since) return <span className={classes.quiet}>{t("wallboard.nobody")}</span>;
  const over = dueAt && Date.parse(dueAt) <= now;
  return (
    <span className={over ? classes.waitOver : classes.wait}>
      {dueAt && <TargetRing since={since} dueAt={dueAt} size={ring} />}
      <time dateTime={since}>{asClock((now - Date.parse(since)) / 1000)}</time>
    </span>
  );
}
