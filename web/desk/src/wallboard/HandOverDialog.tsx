import type { AgentStanding } from "@kanal/api";
import { Select, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "../parts/FormDialog";
import { agentsQuery } from "../server/queries";
import { useWords } from "../words/useWords";
import { useSupervision } from "./useSupervision";

const toQueues = "queues";

/** For one who had to leave: everything in hand goes back to its queue, or to one colleague. */
export function HandOverDialog({ agent, onClose }: { agent: AgentStanding; onClose: () => void }) {
  const { t } = useWords();
  const agents = useQuery(agentsQuery).data ?? [];
  const { handOver } = useSupervision();
  const form = useForm({ initialValues: { to: toQueues, note: "" } });
  const colleagues = agents
    .filter((each) => each.active && each.id !== agent.id && each.presence !== "offline")
    .map((each) => ({ value: each.id, label: `${each.name}: ${t(`presence.${each.presence}`)}` }));

  return (
    <FormDialog
      title={t("supervise.handOver.title", { name: agent.name })}
      action={t("supervise.handOver.do")}
      pending={handOver.isPending}
      onSubmit={form.onSubmit(({ to, note }) =>
        handOver.mutate(
          { agent, to: to === toQueues ? undefined : to, note: note.trim() || undefined },
          { onSuccess: onClose },
        ),
      )}
      onClose={onClose}
    >
      <Text>{t("supervise.handOver.what", { count: agent.inHand ?? 0 })}</Text>
      <Select
        label={t("transfer.to")}
        data={[{ value: toQueues, label: t("supervise.handOver.queues") }, ...colleagues]}
        allowDeselect={false}
        openOnFocus={false}
        {...form.getInputProps("to")}
      />
      <Textarea
        label={t("transfer.note")}
        description={t("transfer.note.help")}
        autosize
        minRows={2}
        {...form.getInputProps("note")}
      />
    </FormDialog>
  );
}
