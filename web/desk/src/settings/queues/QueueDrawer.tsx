import type { Queue } from "@kanal/api";
import { Drawer, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { QueueForm } from "./QueueForm";

interface Props {
  /** A queue's id, or "new". */
  item: string;
  queues: Queue[];
  onClose: () => void;
}

export function QueueDrawer({ item, queues, onClose }: Props) {
  const { t } = useWords();
  const queue = queues.find(({ id }) => id === item);
  const isNew = item === "new";
  return (
    <Drawer
      closeButtonProps={{ "aria-label": t("close") }}
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={isNew ? t("queues.add") : queue?.name}
    >
      {queue || isNew ? (
        <QueueForm queue={queue} others={queues.filter((each) => each !== queue)} onDone={onClose} />
      ) : (
        <Text c="dimmed">{t("queues.gone")}</Text>
      )}
    </Drawer>
  );
}
