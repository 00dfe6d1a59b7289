import type { Mailbox, Queue, Site } from "@kanal/api";
import { Button, Group, Stack, Switch } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DeleteButton } from "../../../parts/DeleteButton";
import { showProblem } from "../../../parts/showProblem";
import { api, ask } from "../../../server/api";
import { useWords } from "../../../words/useWords";
import { useSave } from "../../useSave";
import { ConnectionSteps } from "./ConnectionSteps";
import { FoldersField } from "./FoldersField";
import { MailboxAcknowledgement } from "./MailboxAcknowledgement";
import { MailboxBasics } from "./MailboxBasics";
import { MailboxSignatures } from "./MailboxSignatures";
import { draftOf, type MailboxDraft, requestOf } from "./mailboxDraft";
import { ServerFields } from "./ServerFields";
import { type Trial, tryMailbox } from "./tryMailbox";

interface Props {
  mailbox?: Mailbox;
  sites: Site[];
  queues: Queue[];
  onMade: (id: string) => void;
  onDone: () => void;
}

export function MailboxForm({ mailbox, sites, queues, onMade, onDone }: Props) {
  const { t } = useWords();
  const usual = { site: sites[0]?.id ?? "", queue: queues[0]?.id ?? "" };
  const form = useForm<MailboxDraft>({ initialValues: draftOf(mailbox, usual) });
  const languages = sites.find(({ id }) => id === form.values.site)?.languages ?? [];
  const saving = {
    refresh: ["mailboxes"],
    form,
    onDone: (saved: Mailbox) => form.resetDirty(draftOf(saved, usual)),
  };
  const save = useSave(
    (values: MailboxDraft) =>
      mailbox
        ? ask(
            api.PUT("/api/v1/mailboxes/{id}", {
              params: { path: { id: mailbox.id } },
              body: requestOf(values, mailbox.version),
            }),
          )
        : ask(api.POST("/api/v1/mailboxes", { body: requestOf(values) })),
    saving,
  );
  const remove = useSave(
    (id: string) => ask(api.DELETE("/api/v1/mailboxes/{id}", { params: { path: { id } } })),
    {
      refresh: ["mailboxes"],
      quiet: true,
      onDone,
    },
  );
  const [trial, setTrial] = useState<Trial>();
  const test = useMutation({
    mutationFn: async () => {
      setTrial(undefined);
      if (mailbox && form.isDirty()) await save.mutateAsync(form.values);
      return tryMailbox(mailbox?.id ?? requestOf(form.values), setTrial);
    },
    onError: (problem) => save.isError || showProblem(t)(problem),
  });

  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate(values, { onSuccess: (saved) => (mailbox ? onDone() : onMade(saved.id)) }),
      )}
    >
      <Stack gap="lg">
        <MailboxBasics form={form} sites={sites} queues={queues} isNew={!mailbox} />
        <ServerFields form={form} what="incoming" kept={mailbox?.incoming} />
        {form.values.incoming.used && (
          <FoldersField
            value={form.values.folders}
            error={form.errors.folders}
            onChange={(folders) => form.setFieldValue("folders", folders)}
          />
        )}
        <ServerFields form={form} what="outgoing" kept={mailbox?.outgoing} />
        <Group gap="md">
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t(mailbox && form.isDirty() ? "mailboxes.test.save" : "mailboxes.test")}
          </Button>
        </Group>
        <ConnectionSteps
          trial={trial}
          pending={test.isPending}
          onTrust={(what, fingerprint) => form.setFieldValue(`${what}.fingerprint`, fingerprint)}
        />
        <MailboxSignatures form={form} languages={languages} />
        <MailboxAcknowledgement form={form} languages={languages} />
        <Switch
          label={t("mailboxes.plus")}
          description={t("mailboxes.plus.help")}
          {...form.getInputProps("plusAddressing", { type: "checkbox" })}
        />
        <Switch
          label={t("mailboxes.active")}
          description={t("mailboxes.active.help")}
          {...form.getInputProps("active", { type: "checkbox" })}
        />
        <Group justify="space-between">
          <Button type="submit" loading={save.isPending && !test.isPending}>
            {t("save")}
          </Button>
          {mailbox && (
            <DeleteButton
              name={mailbox.address}
              loses={t("mailboxes.delete", { address: mailbox.address })}
              onDelete={() => remove.mutate(mailbox.id)}
            />
          )}
        </Group>
      </Stack>
    </form>
  );
}
