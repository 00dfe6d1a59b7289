import type { Conversation } from "@kanal/api";
import { Select, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "../../parts/FormDialog";
import { agentsQuery, queuesQuery } from "../../server/queries";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { usePlace } from "../usePlace";
import { type Destination, TransferOption } from "./TransferOption";
import { useConversationActions } from "./useConversationActions";

interface Props {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

export function TransferDialog({ conversation, opened, onClose }: Props) {
  const me = useMe();
  const { t } = useWords();
  const { open } = usePlace();
  const agents = useQuery({ ...agentsQuery, enabled: opened }).data ?? [];
  const queues = useQuery({ ...queuesQuery, enabled: opened }).data ?? [];
  const { transfer } = useConversationActions(conversation.id);
  const form = useForm({ initialValues: { to: conversation.queue, note: "" } });
  const colleagues = agents
    .filter((agent) => agent.id !== me.id && agent.active)
    .toSorted((a, b) => Number(b.presence === "available") - Number(a.presence === "available"));
  const destinations = new Map<string, Destination>([
    ...queues.map((queue) => [queue.id, { queue }] as const),
    ...colleagues.map((agent) => [agent.id, { agent }] as const),
  ]);

  function submit({ to, note }: typeof form.values) {
    const toAgent = colleagues.some((agent) => agent.id === to);
    transfer.mutate(
      { ...(toAgent ? { agent: to } : { queue: to }), note: note.trim() || undefined },
      {
        onSuccess: () => {
          onClose();
          open(null);
        },
      },
    );
  }

  return (
    <FormDialog
      opened={opened}
      title={t("transfer.title")}
      action={t("action.transfer")}
      pending={transfer.isPending}
      onSubmit={form.onSubmit(submit)}
      onClose={onClose}
    >
      <Select
        label={t("transfer.to")}
        data={[
          {
            group: t("transfer.queues"),
            items: queues.map(({ id, name }) => ({
              value: id,
              label: id === conversation.queue ? t("transfer.back", { name }) : name,
            })),
          },
          {
            group: t("transfer.colleagues"),
            items: colleagues.map(({ id, name }) => ({ value: id, label: name })),
          },
        ].filter(({ items }) => items.length > 0)}
        renderOption={({ option }) => (
          <TransferOption label={option.label} to={destinations.get(option.value)} />
        )}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        data-autofocus
        {...form.getInputProps("to")}
      />
      <Textarea
        label={t("transfer.note")}
        description={t("transfer.note.help")}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps("note")}
      />
    </FormDialog>
  );
}
