import { Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Section } from "../../parts/Section";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function PasswordForm() {
  const { t } = useWords();
  const form = useForm({ initialValues: { current: "", new: "" } });
  const save = useSave((body: typeof form.values) => ask(api.PUT("/api/v1/session/password", { body })), {
    refresh: [],
    form,
    onDone: form.reset,
  });
  return (
    <Section title={t("account.password")}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="md" maw={320}>
          <PasswordInput
            label={t("account.password.current")}
            autoComplete="current-password"
            required
            {...form.getInputProps("current")}
          />
          <PasswordInput
            label={t("account.password.new")}
            description={t("field.password.help")}
            autoComplete="new-password"
            required
            minLength={10}
            {...form.getInputProps("new")}
          />
          <Button type="submit" loading={save.isPending} style={{ alignSelf: "flex-start" }}>
            {t("account.password.change")}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
