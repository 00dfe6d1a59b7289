import type { Proposal } from "@kanal/api";
import { Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormDialog } from "../../parts/FormDialog";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";

/** Throws a draft away; why stays with the conversation. */
export function DiscardDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { t } = useWords();
  const form = useForm({ initialValues: { reason: "" } });
  const discard = useSave(
    ({ reason }: typeof form.values) =>
      ask(
        api.POST("/api/v1/articles/proposals/{id}/discard", {
          params: { path: { id: proposal.id } },
          body: { reason },
        }),
      ),
    { refresh: ["articles"], form, onDone: onClose, quiet: true },
  );
  return (
    <FormDialog
      title={t("review.discard.title", { name: proposal.title })}
      action={t("review.discard.do")}
      pending={discard.isPending}
      onSubmit={form.onSubmit((values) => discard.mutate(values))}
      onClose={onClose}
    >
      <Text>{t("review.discard.means")}</Text>
      <Textarea
        label={t("review.discard.reason")}
        required
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  );
}
