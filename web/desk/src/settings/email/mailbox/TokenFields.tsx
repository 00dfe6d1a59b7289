import type { MailServer } from "@kanal/api";
import { PasswordInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useWords } from "../../../words/useWords";
import type { MailboxDraft } from "./mailboxDraft";

interface Props {
  form: UseFormReturnType<MailboxDraft>;
  what: "incoming" | "outgoing";
  kept?: MailServer | null;
}

/** Where a refresh token is exchanged for one that opens the mailbox (XOAUTH2). */
export function TokenFields({ form, what, kept }: Props) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        type="url"
        label={t("mailboxes.tokenUrl")}
        description={t("mailboxes.tokenUrl.help")}
        autoCapitalize="off"
        spellCheck={false}
        {...form.getInputProps(`${what}.tokenUrl`)}
      />
      {form.values[what].tokenUrl !== "" && (
        <>
          <TextInput label={t("mailboxes.clientId")} {...form.getInputProps(`${what}.clientId`)} />
          <PasswordInput
            label={t("mailboxes.clientSecret")}
            description={kept?.hasClientSecret ? t("mailboxes.secret.kept") : t("mailboxes.secret.help")}
            autoComplete="new-password"
            {...form.getInputProps(`${what}.clientSecret`)}
          />
        </>
      )}
    </>
  );
}
