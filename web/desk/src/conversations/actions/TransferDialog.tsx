import type { Conversation } from "@kanal/api";
import { Button, Group, Modal, Select, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { agentsQuery } from "../../server/queries";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { usePlace } from "../usePlace";
import { useConversationActions } from "./useConversationActions";

interface Props {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

const toQueue = "queue";

export function TransferDialog({ conversation, opened, onClose }: Props) {
  const me = useMe();
  const { t } = useWords();
  const { open } = usePlace();
  const agents = useQuery({ ...agentsQuery, enabled: opened }).data ?? [];
  const { transfer } = useConversationActions(conversation.id);
  const form = useForm({ initialValues: { to: toQueue, note: "" } });
  const colleagues = agents
    .filter((agent) => agent.id !== me.id && agent.active)
    .toSorted((a, b) => Number(b.presence === "available") - Number(a.presence === "available"))
    .map((agent) => ({
      value: agent.id,
      label: `${agent.name}: ${t(`presence.${agent.presence}`)}, ${agent.inHand}/${agent.maxChats}`,
    }));

  function submit({ to, note }: typeof form.values) {
    transfer.mutate(
      { ...(to === toQueue ? { queue: true as const } : { agent: to }), note: note.trim() || undefined },
      {
        onSuccess: () => {
          onClose();
          open(null);
        },
      },
    );
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("transfer.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="lg">
          <Select
            label={t("transfer.to")}
            data={[{ value: toQueue, label: t("transfer.queue") }, ...colleagues]}
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={transfer.isPending}>
              {t("action.transfer")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
