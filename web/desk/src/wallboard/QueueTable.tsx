import type { QueueStanding } from "@kanal/api";
import { TextInput, VisuallyHidden } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { HelpButton } from "./HelpButton";
import { neediest } from "./numbers";
import { QueueRow } from "./QueueRow";
import classes from "./Wallboard.module.css";

const manyQueues = 9;

/** One line per queue, those in trouble first. On a phone each line is a card. */
export function QueueTable({ queues }: { queues: QueueStanding[] }) {
  const { t } = useWords();
  const leads = useMe().role !== "agent" && queues.length > 1;
  const [sought, setSought] = useState("");
  const calls = queues.some((queue) => queue.callbacksDue + queue.callbacksPlanned > 0);
  const priced = queues.some((queue) => queue.slotPrice != null);
  const shown = neediest(queues).filter((queue) =>
    queue.name.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <section className={classes.part} aria-labelledby="wallboard-queues">
      <div className={classes.partHead}>
        <h2 id="wallboard-queues">{t("wallboard.queues")}</h2>
        {queues.length >= manyQueues && (
          <TextInput
            size="xs"
            aria-label={t("wallboard.queues.find")}
            placeholder={t("wallboard.queues.find")}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("wallboard.queue")}</th>
              <th scope="col">{t("wallboard.waiting")}</th>
              <th scope="col">{t("wallboard.longest")}</th>
              <th scope="col">{t("wallboard.predicted")}</th>
              <th scope="col">{t("wallboard.halfHour")}</th>
              <th scope="col">{t("wallboard.today")}</th>
              <th scope="col">{t("wallboard.abandoned")}</th>
              {priced && <th scope="col">{t("wallboard.slotPrice")}</th>}
              {calls && <th scope="col">{t("wallboard.callbacks")}</th>}
              <th scope="col">{t("wallboard.inHand")}</th>
              <th scope="col">{t("wallboard.available")}</th>
              {leads && (
                <th scope="col">
                  <VisuallyHidden>{t("help.act")}</VisuallyHidden>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((queue) => (
              <QueueRow key={queue.id} queue={queue} calls={calls} priced={priced}>
                {leads && (
                  <td>
                    <HelpButton queue={queue} queues={queues} small />
                  </td>
                )}
              </QueueRow>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className={classes.quiet}>{t("wallboard.queues.none", { sought })}</p>}
    </section>
  );
}
