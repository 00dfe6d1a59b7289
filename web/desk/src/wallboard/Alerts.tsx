import type { Alert, Wallboard } from "@kanal/api";
import { IconCircleCheck } from "@tabler/icons-react";
import { useWords } from "../words/useWords";
import { AlertCard } from "./AlertCard";
import classes from "./Wallboard.module.css";

const keyOf = (alert: Alert) => `${alert.kind}-${alert.queue ?? ""}-${alert.conversation ?? ""}`;

/** What needs somebody now, with what can be done about it. */
export function Alerts({ board }: { board: Wallboard }) {
  const { t } = useWords();
  const alerts = board.alerts ?? [];
  return (
    <section className={classes.part} aria-labelledby="wallboard-alerts">
      <h2 id="wallboard-alerts" role="status">
        {alerts.length > 0 ? t("wallboard.alerts", { count: alerts.length }) : t("wallboard.alerts.none")}
      </h2>
      {alerts.length === 0 ? (
        <p className={classes.calm}>
          <IconCircleCheck size={18} aria-hidden /> {t("wallboard.calm")}
        </p>
      ) : (
        <ul className={classes.alerts}>
          {alerts.map((alert) => (
            <AlertCard key={keyOf(alert)} alert={alert} board={board} />
          ))}
        </ul>
      )}
    </section>
  );
}
