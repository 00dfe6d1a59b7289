import type { Agent, Queue } from "@kanal/api";
import { Group, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { PresenceDot } from "../../parts/PresenceDot";
import { useWords } from "../../words/useWords";

export interface Destination {
  agent?: Agent;
  queue?: Queue;
}

/** A queue with who waits and who is there, or a colleague with presence and load. */
export function TransferOption({ label, to }: { label: string; to?: Destination }) {
  const { t } = useWords();
  return (
    <Group gap="sm" wrap="nowrap" flex={1}>
      {to?.agent ? <PresenceDot presence={to.agent.presence} /> : <IconUsersGroup size={16} aria-hidden />}
      <Text flex={1} truncate>
        {label}
      </Text>
      <Text size="xs" c="dimmed" style={{ flex: "none" }}>
        {to?.agent && `${t(`presence.${to.agent.presence}`)}, ${to.agent.inHand}/${to.agent.maxChats}`}
        {to?.queue && t("transfer.standing", { waiting: to.queue.waiting, available: to.queue.available })}
      </Text>
    </Group>
  );
}
