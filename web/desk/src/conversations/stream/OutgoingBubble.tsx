import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconAlertCircle, IconCheck, IconClock, IconTrash } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { type Outgoing, outbox } from "../composer/outbox";
import classes from "./Stream.module.css";

/** What was sent from here and is not yet in the timeline. */
export function OutgoingBubble({ item }: { item: Outgoing }) {
  const { t } = useWords();
  const failed = item.state === "failed";
  const side = item.kind === "note" ? classes.note : classes.ours;
  const StateIcon = item.state === "sent" ? IconCheck : IconClock;
  return (
    <div className={`${side} ${failed ? classes.failed : classes.pending}`}>
      {item.text && <div className={classes.bubble}>{item.text}</div>}
      {item.files.length > 0 && (
        <div className={classes.files}>{item.files.map((file) => file.name).join(", ")}</div>
      )}
      <div className={classes.under} role={failed ? "alert" : undefined}>
        {failed ? (
          <>
            <IconAlertCircle size={14} color="var(--bad)" aria-hidden />
            <span>{item.reason ?? t("stream.failed")}</span>
            <Button size="compact-xs" variant="light" onClick={() => outbox.retryByHand(item)}>
              {t("failed.retry")}
            </Button>
            <Tooltip label={t("stream.discard")}>
              <ActionIcon
                size={24}
                aria-label={t("stream.discard")}
                onClick={() => outbox.discard(item.clientId)}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Tooltip>
          </>
        ) : (
          <>
            <StateIcon size={12} aria-hidden />
            <span>{t(item.state === "sent" ? "stream.sent" : "stream.sending")}</span>
          </>
        )}
      </div>
    </div>
  );
}
