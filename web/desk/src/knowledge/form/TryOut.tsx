import type { FormField } from "@kanal/api";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { FormFields } from "./FormFields";
import { faultsOf, type Given } from "./faults";

/** The form as visitors will have it, to be filled in without anything being sent. */
export function TryOut({ fields, thanks, lang }: { fields: FormField[]; thanks: string; lang: string }) {
  const { t } = useWords();
  const [given, setGiven] = useState<Record<string, Given>>({});
  const [sent, setSent] = useState(false);
  const faults = sent ? faultsOf(fields, given, t) : {};
  const wrong = Object.keys(faults).length;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
      }}
    >
      <Stack gap="md">
        <Text size="xs" c="dimmed">
          {t(fields.length === 0 ? "knowledge.tryOut.empty" : "knowledge.tryOut.help")}
        </Text>
        <div lang={lang}>
          <FormFields
            fields={fields}
            given={given}
            faults={faults}
            onChange={(key, value) => setGiven((all) => ({ ...all, [key]: value }))}
          />
        </div>
        <div role="status">
          {sent && wrong > 0 && <Text c="var(--bad)">{t("knowledge.tryOut.wrong", { count: wrong })}</Text>}
          {sent && wrong === 0 && (
            <Alert color="green" icon={<IconCheck />} title={t("knowledge.tryOut.right")}>
              {thanks}
            </Alert>
          )}
        </div>
        {fields.length > 0 && (
          <Group>
            <Button type="submit">{t("knowledge.tryOut.send")}</Button>
            <Button
              variant="default"
              onClick={() => {
                setGiven({});
                setSent(false);
              }}
            >
              {t("knowledge.tryOut.again")}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
