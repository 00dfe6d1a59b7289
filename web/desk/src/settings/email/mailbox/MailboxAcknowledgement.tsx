import { Fieldset, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useWords } from "../../../words/useWords";
import { LanguagePanels } from "./LanguagePanels";
import type { MailboxDraft } from "./mailboxDraft";

interface Props {
  form: UseFormReturnType<MailboxDraft>;
  languages: string[];
}

/** What a sender reads at once. What is left empty is said in Kanal's own words. */
export function MailboxAcknowledgement({ form, languages }: Props) {
  const { t } = useWords();
  const { acknowledges, acknowledgements } = form.values;
  const set = (code: string, part: "subject" | "text", words: string) =>
    form.setFieldValue("acknowledgements", {
      ...acknowledgements,
      [code]: { subject: "", text: "", ...acknowledgements[code], [part]: words },
    });
  return (
    <Fieldset legend={t("mailboxes.acknowledgement")}>
      <Stack gap="md">
        <Switch
          label={t("mailboxes.acknowledges")}
          description={t("mailboxes.acknowledges.help")}
          {...form.getInputProps("acknowledges", { type: "checkbox" })}
        />
        {acknowledges && (
          <LanguagePanels key={languages.join()} languages={languages} label={t("mailboxes.acknowledgement")}>
            {(code) => (
              <Stack gap="md">
                <TextInput
                  label={t("mailboxes.acknowledgement.subject")}
                  value={acknowledgements[code]?.subject ?? ""}
                  onChange={(event) => set(code, "subject", event.currentTarget.value)}
                />
                <Textarea
                  autosize
                  minRows={3}
                  label={t("mailboxes.acknowledgement.text")}
                  description={t("mailboxes.acknowledgement.help", { when: "{when}" })}
                  value={acknowledgements[code]?.text ?? ""}
                  onChange={(event) => set(code, "text", event.currentTarget.value)}
                />
              </Stack>
            )}
          </LanguagePanels>
        )}
      </Stack>
    </Fieldset>
  );
}
