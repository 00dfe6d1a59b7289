import { Button, Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus } from "@tabler/icons-react";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function NewTopic({ position }: { position: number }) {
  const { t } = useWords();
  const form = useForm({ initialValues: { name: "" } });
  const add = useSave(
    ({ name }: { name: string }) =>
      ask(api.POST("/api/v1/topics", { body: { name: name.trim(), position } })),
    { refresh: ["topics"], form, onDone: form.reset, quiet: true },
  );
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Group gap="sm" mt="md" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t("topics.new")}
          placeholder={t("topics.new")}
          required
          {...form.getInputProps("name")}
        />
        <Button type="submit" variant="default" loading={add.isPending} leftSection={<IconPlus size={14} />}>
          {t("topics.add")}
        </Button>
      </Group>
    </form>
  );
}
