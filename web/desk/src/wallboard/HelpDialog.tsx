import type { QueueStanding } from "@kanal/api";
import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { inWords } from "../words/relative";
import { useWords } from "../words/useWords";
import { useHelp } from "./useHelp";

const lengths = [30, 60, 120, 240];

/** Lets the agents of another queue help at once; it ends by itself. */
export function HelpDialog({ queue, queues, onClose }: Props) {
  const { t, language } = useWords();
  const { begin } = useHelp();
  const others = queues
    .filter((each) => each.id !== queue.id)
    .toSorted((a, b) => b.available - a.available || a.name.localeCompare(b.name));
  const form = useForm({ initialValues: { from: others[0]?.id ?? "", minutes: "60" } });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("help.title", { queue: queue.name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={form.onSubmit(({ from, minutes }) =>
          begin.mutate({ queue: queue.id, from, minutes: Number(minutes) }, { onSuccess: onClose }),
        )}
      >
        <Stack gap="lg">
          <Text>{t("help.what")}</Text>
          <Select
            label={t("help.from")}
            data={others.map(({ id, name, available }) => ({
              value: id,
              label: t("help.from.available", { queue: name, count: available }),
            }))}
            allowDeselect={false}
            searchable={others.length > 8}
            openOnFocus={false}
            {...form.getInputProps("from")}
          />
          <Select
            label={t("help.for")}
            data={lengths.map((minutes) => ({
              value: String(minutes),
              label: inWords(minutes * 60, language),
            }))}
            allowDeselect={false}
            openOnFocus={false}
            {...form.getInputProps("minutes")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={begin.isPending}>
              {t("help.do")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface Props {
  queue: QueueStanding;
  queues: QueueStanding[];
  onClose: () => void;
}
