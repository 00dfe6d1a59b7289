import type { Section, Site } from "@kanal/api";
import { Button, Drawer, Fieldset, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { languageName } from "../../conversations/person/facts";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { inOrder, sectionName, treeOf } from "./tree";

interface Props {
  /** None: a new one. */
  section?: Section;
  sections: Section[];
  sites: Site[];
  onClose: () => void;
}

export function SectionDrawer({ section, sections, sites, onClose }: Props) {
  const { t, language } = useWords();
  const form = useForm({
    initialValues: {
      site: section?.site ?? sites[0]?.id ?? "",
      parent: section?.parent ?? null,
      texts: section?.texts ?? {},
    },
  });
  const site = sites.find(({ id }) => id === form.values.site);
  const languages = [...new Set([...(site?.languages ?? []), ...Object.keys(section?.texts ?? {})])];
  const own = sections.filter((each) => each.site === form.values.site);
  const within = section
    ? inOrder(treeOf(own)).filter((branch) => branch.section.id === section.id)[0]
    : undefined;
  const below = new Set(within ? inOrder([within]).map((branch) => branch.section.id) : []);
  const save = useSave(
    ({ texts, parent, site: of }: typeof form.values) => {
      const named = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.name.trim() !== ""));
      const body = { site: of, parent: parent ?? undefined, texts: named, version: section?.version };
      return section
        ? ask(api.PUT("/api/v1/sections/{id}", { params: { path: { id: section.id } }, body }))
        : ask(api.POST("/api/v1/sections", { body }));
    },
    { refresh: ["sections"], form, onDone: onClose },
  );
  const change = (code: string, changes: Partial<Section["texts"][string]>) =>
    form.setFieldValue("texts", {
      ...form.values.texts,
      [code]: { ...{ name: "" }, ...form.values.texts[code], ...changes },
    });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={section ? sectionName(section, language) : t("sections.add")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="lg">
          {sites.length > 1 && !section && (
            <Select
              label={t("field.site")}
              allowDeselect={false}
              data={sites.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("site")}
            />
          )}
          <Select
            label={t("sections.parent")}
            placeholder={t("sections.top")}
            clearable
            data={inOrder(treeOf(own))
              .filter((branch) => !below.has(branch.section.id))
              .map((branch) => ({
                value: branch.section.id,
                label: `${"– ".repeat(branch.depth)}${sectionName(branch.section, language)}`,
              }))}
            {...form.getInputProps("parent")}
          />
          {languages.map((code) => (
            <Fieldset key={code} legend={languageName(code, language)}>
              <Stack gap="sm">
                <TextInput
                  label={t("field.name")}
                  lang={code}
                  value={form.values.texts[code]?.name ?? ""}
                  error={form.errors[`texts.${code}.name`]}
                  onChange={(event) => change(code, { name: event.currentTarget.value })}
                />
                <Textarea
                  label={t("sections.description")}
                  lang={code}
                  autosize
                  value={form.values.texts[code]?.description ?? ""}
                  error={form.errors[`texts.${code}.description`]}
                  onChange={(event) => change(code, { description: event.currentTarget.value || undefined })}
                />
              </Stack>
            </Fieldset>
          ))}
          <Button type="submit" loading={save.isPending}>
            {t("save")}
          </Button>
        </Stack>
      </form>
    </Drawer>
  );
}
