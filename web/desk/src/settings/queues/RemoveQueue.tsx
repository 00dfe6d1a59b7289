import type { Queue } from "@kanal/api";
import { Button, Group, Popover, Select, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

/** A queue goes only when what is in it has another place. */
export function RemoveQueue({
  queue,
  others,
  onDone,
}: {
  queue: Queue;
  others: Queue[];
  onDone: () => void;
}) {
  const { t } = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [moveTo, setMoveTo] = useState<string | null>(others[0]?.id ?? null);
  const remove = useSave(
    (to: string) =>
      ask(api.DELETE("/api/v1/queues/{id}", { params: { path: { id: queue.id }, query: { moveTo: to } } })),
    { refresh: ["queues", "teams", "topics", "entryPoints", "conversations"], onDone },
  );
  return (
    <Group>
      <Popover opened={opened} onChange={close} position="top-start" width={320} trapFocus returnFocus>
        <Popover.Target>
          <Button variant="subtle" color="red" onClick={toggle}>
            {t("queues.remove")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="md">
            <Text>{t("queues.remove.loses", { name: queue.name })}</Text>
            <Select
              label={t("queues.remove.moveTo")}
              data={others.map(({ id, name }) => ({ value: id, label: name }))}
              value={moveTo}
              onChange={setMoveTo}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
            <Button
              color="red.8"
              disabled={!moveTo}
              loading={remove.isPending}
              onClick={() => moveTo && remove.mutate(moveTo)}
            >
              {t("queues.remove")}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
