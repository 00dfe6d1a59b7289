import type { Answer } from "@kanal/api";
import { Button, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { languageName } from "../../conversations/person/facts";
import { api, ask } from "../../server/api";
import { sitesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function AnswerForm({ answer, onDone }: { answer?: Answer; onDone: () => void }) {
  const { t, language } = useWords();
  const sites = useQuery(sitesQuery).data ?? [];
  const languages = [...new Set(["da", "pl", "ro", "en", ...sites.flatMap((site) => site.languages)])];
  const form = useForm({
    initialValues: {
      shortcut: answer?.shortcut ?? "",
      title: answer?.title ?? "",
      language: answer?.language ?? (language as string),
      text: answer?.text ?? "",
      site: answer?.site ?? null,
    },
  });
  const save = useSave(
    (values: typeof form.values) => {
      const body = { ...values, site: values.site ?? undefined };
      return answer
        ? ask(api.PUT("/api/v1/answers/{id}", { params: { path: { id: answer.id } }, body }))
        : ask(api.POST("/api/v1/answers", { body }));
    },
    { refresh: ["answers"], form, onDone },
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <TextInput
          label={t("answers.shortcut")}
          description={t("answers.shortcut.help")}
          leftSection="/"
          required
          data-autofocus
          {...form.getInputProps("shortcut")}
        />
        <TextInput label={t("answers.title")} required {...form.getInputProps("title")} />
        <Select
          label={t("answers.language")}
          allowDeselect={false}
          disabled={answer !== undefined}
          data={languages.map((code) => ({ value: code, label: languageName(code, language) }))}
          {...form.getInputProps("language")}
        />
        {sites.length > 1 && (
          <Select
            label={t("field.site")}
            placeholder={t("answers.everySite")}
            clearable
            data={sites.map((site) => ({ value: site.id, label: site.name }))}
            {...form.getInputProps("site")}
          />
        )}
        <Textarea
          label={t("answers.text")}
          description={t("answers.text.help", {
            variables: "{{customer.name}}, {{agent.name}}, {{site.name}}",
          })}
          autosize
          minRows={5}
          required
          {...form.getInputProps("text")}
        />
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}
