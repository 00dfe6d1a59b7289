import type { Alert, Wallboard } from "@kanal/api";
import { Button, Group } from "@mantine/core";
import { IconAlertTriangle, IconClockExclamation, IconPencilPause, IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { AskBackButton } from "./AskBackButton";
import { CloseChatDialog } from "./CloseChatDialog";
import { HelpButton } from "./HelpButton";
import { Wait } from "./Wait";
import classes from "./Wallboard.module.css";

const looks = {
  targetMissed: { Icon: IconAlertTriangle, mood: "bad" },
  nobodyAvailable: { Icon: IconUserOff, mood: "bad" },
  nobodyServesQueue: { Icon: IconUserOff, mood: "bad" },
  nobodyHasSkill: { Icon: IconUserOff, mood: "bad" },
  endlessWrapUp: { Icon: IconPencilPause, mood: "warn" },
  targetNear: { Icon: IconClockExclamation, mood: "warn" },
} as const;

export function AlertCard({ alert, board }: { alert: Alert; board: Wallboard }) {
  const { t } = useWords();
  const [closing, setClosing] = useState(false);
  const queue = board.queues?.find((each) => each.id === alert.queue);
  const me = useMe();
  const unserved = alert.kind === "nobodyServesQueue" || alert.kind === "nobodyHasSkill";
  const aboutWaiting = alert.kind !== "endlessWrapUp" && !unserved;
  const { Icon, mood } = looks[alert.kind];
  return (
    <li className={classes.alert} data-mood={mood}>
      <Icon size={20} aria-hidden />
      <span className={classes.alertWords}>
        <strong>{queue?.name}</strong> {t(`wallboard.alert.${alert.kind}`, { count: alert.count })}
        {alert.since && (
          <Wait since={alert.since} dueAt={aboutWaiting ? queue?.longestDueAt : undefined} ring={14} />
        )}
      </span>
      <Group gap="xs">
        {alert.conversation && (
          <Button component={Link} to={`/conversations/${alert.conversation}?list=queue`} size="compact-sm">
            {t("wallboard.act.open")}
          </Button>
        )}
        {queue && alert.kind !== "endlessWrapUp" && <HelpButton queue={queue} queues={board.queues ?? []} />}
        {aboutWaiting && (
          <>
            <AskBackButton agents={board.agents ?? []} />
            <Button size="compact-sm" variant="default" onClick={() => setClosing(true)}>
              {t("closeNow.title")}
            </Button>
          </>
        )}
        {unserved && me.role === "administrator" && (
          <Button
            component={Link}
            to={alert.kind === "nobodyHasSkill" ? "/settings/skills" : "/settings/queues"}
            size="compact-sm"
            variant="default"
          >
            {t("wallboard.act.staff")}
          </Button>
        )}
      </Group>
      {closing && <CloseChatDialog onClose={() => setClosing(false)} />}
    </li>
  );
}
