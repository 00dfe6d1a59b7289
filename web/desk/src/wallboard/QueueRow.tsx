import type { QueueStanding } from "@kanal/api";
import { memo, type ReactNode } from "react";
import { Link } from "react-router";
import { useWords } from "../words/useWords";
import { HelpChip } from "./HelpChip";
import { Level } from "./Level";
import { Predicted } from "./Predicted";
import { SlotPrice } from "./SlotPrice";
import { Wait } from "./Wait";
import classes from "./Wallboard.module.css";

interface Props {
  queue: QueueStanding;
  calls: boolean;
  /** Where some queue has a price, all say theirs. */
  priced: boolean;
  children: ReactNode;
}

export const QueueRow = memo(function QueueRow({ queue, calls, priced, children }: Props) {
  const { t } = useWords();
  const trouble =
    queue.overdue > 0
      ? "bad"
      : queue.near > 0 || (queue.waiting > 0 && queue.available === 0)
        ? "warn"
        : undefined;
  return (
    <tr data-trouble={trouble}>
      <th scope="row">
        {queue.name}
        {queue.help.map((help) => (
          <HelpChip key={help.from} help={help} />
        ))}
      </th>
      <td data-name={t("wallboard.waiting")} className={classes.number}>
        {queue.waiting}
      </td>
      <td data-name={t("wallboard.longest")}>
        {queue.longest ? (
          <Link to={`/conversations/${queue.longest}?list=queue`} className={classes.plain}>
            <Wait since={queue.longestSince} dueAt={queue.longestDueAt} />
          </Link>
        ) : (
          <Wait />
        )}
      </td>
      <td data-name={t("wallboard.predicted")} className={classes.asides}>
        <Predicted queue={queue} />
      </td>
      <td data-name={t("wallboard.halfHour")}>
        <Level level={queue.halfHour} goal={queue.goal} />
      </td>
      <td data-name={t("wallboard.today")}>
        <Level level={queue.today} goal={queue.goal} />
      </td>
      <td data-name={t("wallboard.abandoned")} className={classes.number}>
        {queue.today.abandoned}
      </td>
      {priced && (
        <td data-name={t("wallboard.slotPrice")} className={classes.number}>
          <SlotPrice price={queue.slotPrice} />
        </td>
      )}
      {calls && (
        <td data-name={t("wallboard.callbacks")} className={classes.asides}>
          {t("wallboard.callbacks.now", { due: queue.callbacksDue, planned: queue.callbacksPlanned })}
        </td>
      )}
      <td data-name={t("wallboard.inHand")} className={classes.number}>
        {queue.inHand}
      </td>
      <td data-name={t("wallboard.available")} className={classes.number}>
        {queue.available} <small>{t("wallboard.of", { count: queue.signedIn })}</small>
      </td>
      {children}
    </tr>
  );
});
