import type { SynonymGroup } from "@kanal/api";
import { Button, Select, Stack, TagsInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { languageName } from "../../conversations/person/facts";
import { api, ask } from "../../server/api";
import { sitesQuery } from "../../server/queries";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";

export function SynonymForm({ group, onDone }: { group?: SynonymGroup; onDone: () => void }) {
  const { t, language } = useWords();
  const sites = useQuery(sitesQuery).data ?? [];
  const languages = [...new Set(sites.flatMap((site) => site.languages))];
  const form = useForm({
    initialValues: {
      words: group?.words ?? [],
      language: group?.language ?? null,
      site: group?.site ?? null,
    },
  });
  const save = useSave(
    (values: typeof form.values) => {
      const body = {
        words: values.words,
        language: values.language ?? undefined,
        site: values.site ?? undefined,
      };
      return group
        ? ask(api.PUT("/api/v1/synonyms/{id}", { params: { path: { id: group.id } }, body }))
        : ask(api.POST("/api/v1/synonyms", { body }));
    },
    { refresh: ["synonyms"], form, onDone },
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <TagsInput
          label={t("synonyms.words")}
          description={t("synonyms.words.help")}
          required
          maxTags={20}
          data-autofocus
          acceptValueOnBlur
          {...form.getInputProps("words")}
        />
        <Select
          label={t("knowledge.filter.language")}
          placeholder={t("synonyms.everyLanguage")}
          clearable
          data={languages.map((code) => ({ value: code, label: languageName(code, language) }))}
          {...form.getInputProps("language")}
        />
        {sites.length > 1 && (
          <Select
            label={t("field.site")}
            placeholder={t("knowledge.everySite")}
            clearable
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("site")}
          />
        )}
        <Button type="submit" disabled={form.values.words.length < 2} loading={save.isPending}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}
