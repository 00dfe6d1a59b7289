import { Fieldset, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useWords } from "../../../words/useWords";
import { LanguagePanels } from "./LanguagePanels";
import type { MailboxDraft } from "./mailboxDraft";

interface Props {
  form: UseFormReturnType<MailboxDraft>;
  languages: string[];
}

export function MailboxSignatures({ form, languages }: Props) {
  const { t } = useWords();
  const { signatures } = form.values;
  return (
    <Fieldset legend={t("mailboxes.signature")}>
      <LanguagePanels key={languages.join()} languages={languages} label={t("mailboxes.signature")}>
        {(code) => (
          <Textarea
            autosize
            minRows={3}
            aria-label={t("mailboxes.signature")}
            description={t("mailboxes.signature.help")}
            error={form.errors[`signatures.${code}`]}
            placeholder={t("mailboxes.signature.example")}
            value={signatures[code] ?? ""}
            onChange={(event) =>
              form.setFieldValue("signatures", { ...signatures, [code]: event.currentTarget.value })
            }
          />
        )}
      </LanguagePanels>
    </Fieldset>
  );
}
