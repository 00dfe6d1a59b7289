import type { Skill } from "@kanal/api";
import { Button, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function SkillForm({ skill, onDone }: { skill?: Skill; onDone: () => void }) {
  const { t } = useWords();
  const form = useForm({
    initialValues: { name: skill?.name ?? "", description: skill?.description ?? "" },
  });
  const save = useSave(
    (body: typeof form.values) =>
      skill
        ? ask(api.PUT("/api/v1/skills/{id}", { params: { path: { id: skill.id } }, body }))
        : ask(api.POST("/api/v1/skills", { body })),
    { refresh: ["skills"], form, onDone },
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <TextInput
          label={t("field.name")}
          placeholder={t("skills.name.example")}
          required
          data-autofocus
          {...form.getInputProps("name")}
        />
        <Textarea
          label={t("skills.description")}
          description={t("skills.description.help")}
          autosize
          minRows={2}
          {...form.getInputProps("description")}
        />
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}
