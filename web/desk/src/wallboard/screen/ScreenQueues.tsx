import type { QueueStanding } from "@kanal/api";
import { useWords } from "../../words/useWords";
import { Level } from "../Level";
import { neediest } from "../numbers";
import { Predicted } from "../Predicted";
import { Wait } from "../Wait";
import { useRotation } from "./useRotation";
import { useRowsThatFit } from "./useRowsThatFit";
import classes from "./WallScreen.module.css";

const lowestRow = 76;
const highestRow = 132;

/** As many queues as fit; the others take their turn. */
export function ScreenQueues({ queues }: { queues: QueueStanding[] }) {
  const { t } = useWords();
  const { ref, rows, rowHeight } = useRowsThatFit(queues.length, lowestRow, highestRow);
  const pages = Math.max(1, Math.ceil(queues.length / rows));
  const page = useRotation(pages);
  const shown = neediest(queues).slice(page * rows, (page + 1) * rows);
  return (
    <section className={classes.queues} aria-label={t("wallboard.queues")}>
      <div ref={ref} className={classes.rows}>
        <ul>
          {shown.map((queue) => (
            <li key={queue.id} style={{ height: rowHeight }} data-trouble={queue.overdue > 0}>
              <span className={classes.name}>{queue.name}</span>
              <span className={classes.fact}>
                <strong>{queue.waiting}</strong> {t("wallboard.waiting")}
              </span>
              <span className={classes.told}>
                <small>{t("wallboard.longest")}</small>
                <Wait since={queue.longestSince} dueAt={queue.longestDueAt} ring={28} />
              </span>
              <span className={classes.told}>
                <small>{t("wallboard.predicted")}</small>
                <Predicted queue={queue} />
              </span>
              <span className={classes.told}>
                <small>{t("wallboard.halfHour")}</small>
                <Level level={queue.halfHour} goal={queue.goal} icon={24} />
              </span>
              <span className={classes.fact}>
                <strong>
                  {queue.available}/{queue.signedIn}
                </strong>{" "}
                {t("wallboard.available")}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {pages > 1 && <p className={classes.pages}>{t("wallboard.screen.page", { page: page + 1, pages })}</p>}
    </section>
  );
}
