import type { QueueStanding } from "@kanal/api";
import { ActionIcon, Button } from "@mantine/core";
import { IconLifebuoy } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../words/useWords";
import { HelpDialog } from "./HelpDialog";

interface Props {
  queue: QueueStanding;
  queues: QueueStanding[];
  /** In a row of a table there is room for a sign only. */
  small?: boolean;
}

/** Opens the question of who helps a queue; there must be another one. */
export function HelpButton({ queue, queues, small = false }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  if (queues.length < 2) return null;
  return (
    <>
      {small ? (
        <ActionIcon
          size={24}
          aria-label={t("help.title", { queue: queue.name })}
          onClick={() => setAsking(true)}
        >
          <IconLifebuoy size={16} />
        </ActionIcon>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconLifebuoy size={14} />}
          onClick={() => setAsking(true)}
        >
          {t("help.act")}
        </Button>
      )}
      {asking && <HelpDialog queue={queue} queues={queues} onClose={() => setAsking(false)} />}
    </>
  );
}
