import type { QueueHelp } from "@kanal/api";
import { ActionIcon } from "@mantine/core";
import { IconLifebuoy, IconX } from "@tabler/icons-react";
import { useMe } from "../shell/useSession";
import { whenInWords } from "../words/relative";
import { serverNow } from "../words/serverClock";
import { useWords } from "../words/useWords";
import { useHelp } from "./useHelp";
import classes from "./Wallboard.module.css";

/** Whose agents help, until when, and the way to end it. */
export function HelpChip({ help }: { help: QueueHelp }) {
  const { t, language } = useWords();
  const me = useMe();
  const { end } = useHelp();
  return (
    <span className={classes.help}>
      <IconLifebuoy size={14} aria-hidden />
      {t("help.said", { queue: help.fromName, time: whenInWords(help.until, serverNow(), language) })}
      {me.role !== "agent" && (
        <ActionIcon
          size={24}
          loading={end.isPending}
          aria-label={t("help.end", { queue: help.fromName })}
          onClick={() => end.mutate(help)}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </span>
  );
}
