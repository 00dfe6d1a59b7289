import type { QueueStanding } from "@kanal/api";
import { Select, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormDialog } from "../parts/FormDialog";
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
    <FormDialog
      title={t("help.title", { queue: queue.name })}
      action={t("help.do")}
      pending={begin.isPending}
      onSubmit={form.onSubmit(({ from, minutes }) =>
        begin.mutate({ queue: queue.id, from, minutes: Number(minutes) }, { onSuccess: onClose }),
      )}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}

interface Props {
  queue: QueueStanding;
  queues: QueueStanding[];
  onClose: () => void;
}
