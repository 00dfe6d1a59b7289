import type { Queue } from "@kanal/api";
import { ActionIcon, Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import type { Terms } from "./terms";

type Overflow = Terms["overflow"];

interface Props {
  overflow: Overflow;
  queues: Queue[];
  onChange: (overflow: Overflow) => void;
  error?: string;
}

/** "After 2 minutes agents of General may help." */
export function OverflowEditor({ overflow, queues, onChange, error }: Props) {
  const { t } = useWords();
  const free = queues.filter(({ id }) => !overflow.some(({ queue }) => queue === id));
  const set = (place: number, change: Partial<Overflow[number]>) =>
    onChange(overflow.map((each, at) => (at === place ? { ...each, ...change } : each)));
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t("queues.overflow.help")}</Text>
      {overflow.map(({ afterSeconds, queue }, place) => (
        <Group key={queue} gap="sm">
          <Text>{t("queues.overflow.after")}</Text>
          <DurationField
            label={t("queues.overflow.time")}
            hideLabel
            min={0}
            value={afterSeconds}
            onChange={(seconds) => set(place, { afterSeconds: seconds ?? 0 })}
          />
          <Text>{t("queues.overflow.to")}</Text>
          <NativeSelect
            aria-label={t("queues.overflow.queue")}
            value={queue}
            data={queues
              .filter(({ id }) => id === queue || free.some((each) => each.id === id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set(place, { queue: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={t("queues.overflow.remove")}
            onClick={() => onChange(overflow.filter((_, at) => at !== place))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {error && (
        <Text c="var(--bad)" size="xs" role="alert">
          {error}
        </Text>
      )}
      {free.length > 0 && (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...overflow, { afterSeconds: 120, queue: free[0]?.id ?? "" }])}
          >
            {t("queues.overflow.add")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
