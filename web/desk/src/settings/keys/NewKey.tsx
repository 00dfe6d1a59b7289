import { Button, Group, MultiSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Section } from "../../parts/Section";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

/** As the server names them. */
const scopes = [
  "*",
  ...["conversations", "customers", "agents", "knowledge", "settings", "keys"].flatMap((noun) => [
    `${noun}:read`,
    `${noun}:write`,
  ]),
  "letters:write",
  "audit:read",
  "metrics:read",
];

export function NewKey({ onMade }: { onMade: (secret: string) => void }) {
  const { t } = useWords();
  const form = useForm({ initialValues: { name: "", scopes: ["conversations:read"] } });
  const add = useSave((body: typeof form.values) => ask(api.POST("/api/v1/keys", { body })), {
    refresh: ["keys"],
    form,
    onDone: ({ secret }) => {
      onMade(secret);
      form.reset();
    },
  });
  return (
    <Section title={t("keys.add")}>
      <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Group align="flex-end">
          <TextInput label={t("field.name")} required flex={1} miw={180} {...form.getInputProps("name")} />
          <MultiSelect
            label={t("keys.scopes")}
            data={scopes}
            required
            miw={220}
            {...form.getInputProps("scopes")}
          />
          <Button type="submit" loading={add.isPending}>
            {t("keys.make")}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
