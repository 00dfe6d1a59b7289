import type { Queue, Site } from "@kanal/api";
import { NativeSelect, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useWords } from "../../../words/useWords";
import { type MailboxDraft, withProvider } from "./mailboxDraft";
import { type Provider, providerAt, providerOf, providers } from "./providers";

interface Props {
  form: UseFormReturnType<MailboxDraft>;
  sites: Site[];
  queues: Queue[];
  isNew: boolean;
}

/** Which address it is, who answers what comes, and whose servers carry it. */
export function MailboxBasics({ form, sites, queues, isNew }: Props) {
  const { t } = useWords();
  const { address, incoming, outgoing } = form.values;
  const provider = providerAt(incoming.host) ?? providerAt(outgoing.host);
  const use = (chosen: Provider | undefined) => chosen && form.setValues(withProvider(form.values, chosen));
  return (
    <>
      <TextInput
        label={t("mailboxes.address")}
        type="email"
        required
        data-autofocus
        autoComplete="off"
        placeholder="post@fjordrejser.dk"
        {...form.getInputProps("address")}
        onBlur={() => isNew && incoming.host === "" && use(providerOf(address))}
      />
      <TextInput
        label={t("mailboxes.name")}
        description={t("mailboxes.name.help")}
        placeholder="Fjordrejser"
        {...form.getInputProps("name")}
      />
      {sites.length > 1 && (
        <NativeSelect
          label={t("field.site")}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("site")}
        />
      )}
      <NativeSelect
        label={t("mailboxes.queue")}
        data={queues.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("queue")}
      />
      <NativeSelect
        label={t("mailboxes.provider")}
        description={t("mailboxes.provider.help")}
        value={provider?.name ?? ""}
        data={[
          { value: "", label: t("mailboxes.provider.other") },
          ...providers.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => use(providers.find(({ name }) => name === value))}
      />
      {provider?.wants && (
        <Text size="xs" c="dimmed" role="note">
          {t(`mailboxes.wants.${provider.wants}`, { provider: provider.name })}
        </Text>
      )}
    </>
  );
}
