import type { QueueStanding } from "@kanal/api";
import { percent } from "../strategy/sentences/lengths";
import { inWords } from "../words/relative";
import { useWords } from "../words/useWords";
import classes from "./Wallboard.module.css";

/** What whoever comes now can expect, and how often such words came true. */
export function Predicted({ queue }: { queue: QueueStanding }) {
  const { t, language } = useWords();
  const { predictedWaitSeconds: wait, hitRate, outcomes } = queue;
  if (wait === null || wait === undefined)
    return <span className={classes.quiet}>{t("wallboard.predicted.none")}</span>;
  return (
    <>
      <strong>{wait === 0 ? t("wallboard.predicted.now") : inWords(wait, language)}</strong>{" "}
      {hitRate !== null && hitRate !== undefined && (
        <small>
          {t("wallboard.predicted.hits", {
            share: percent(Math.floor(hitRate * 100) / 100, language, 0),
            count: outcomes ?? 0,
          })}
        </small>
      )}
    </>
  );
}
