import type { Alert, QueueStanding } from "@kanal/api";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { useRotation } from "./useRotation";
import classes from "./WallScreen.module.css";

const atOnce = 2;

/** What needs somebody now, two at a time. */
export function ScreenAlerts({ alerts, queues }: { alerts: Alert[]; queues: QueueStanding[] }) {
  const { t } = useWords();
  const pages = Math.max(1, Math.ceil(alerts.length / atOnce));
  const page = useRotation(pages);
  if (alerts.length === 0) return null;
  const shown = alerts.slice(page * atOnce, (page + 1) * atOnce);
  return (
    <ul className={classes.alerts} aria-label={t("wallboard.alerts", { count: alerts.length })}>
      {shown.map((alert) => (
        <li
          key={`${alert.kind}-${alert.queue ?? ""}-${alert.conversation ?? ""}`}
          data-mood={alert.kind === "targetNear" || alert.kind === "endlessWrapUp" ? "warn" : "bad"}
        >
          <IconAlertTriangle size={32} aria-hidden />
          <span className={classes.alertWords}>
            <strong>{queues.find((each) => each.id === alert.queue)?.name}</strong>{" "}
            {t(`wallboard.alert.${alert.kind}`, { count: alert.count })}
          </span>
        </li>
      ))}
      {pages > 1 && <li className={classes.more}>{t("wallboard.screen.page", { page: page + 1, pages })}</li>}
    </ul>
  );
}
