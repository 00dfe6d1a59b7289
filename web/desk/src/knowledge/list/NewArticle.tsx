import type { ArticleKind, Section, Site } from "@kanal/api";
import { Button, Modal, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate, useSearchParams } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { kinds } from "../kinds";
import { inOrder, sectionName, treeOf } from "../sections/tree";

interface Props {
  sites: Site[];
  sections: Section[];
}

/** Opened by the address, so that a report can say "write this article" with the title and the question in it. */
export function NewArticle({ sites, sections }: Props) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const close = () =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const name of ["new", "title", "question", "in"]) next.delete(name);
        return next;
      },
      { replace: true },
    );
  const opened = params.has("new") && sites.length > 0;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("knowledge.new")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {opened && <NewArticleForm sites={sites} sections={sections} />}
    </Modal>
  );
}

function NewArticleForm({ sites, sections }: Props) {
  const { t, language } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const first = sites.find(({ id }) => id === params.get("site")) ?? sites[0];
  const wished = params.get("in") ?? language;
  const form = useForm({
    initialValues: {
      kind: (kinds.find((kind) => kind === params.get("kind")) ?? "article") as ArticleKind,
      title: params.get("title") ?? "",
      shortcut: "",
      site: first?.id ?? "",
      section: params.get("section"),
      language: first?.languages.includes(wished) ? wished : (first?.languages[0] ?? wished),
    },
  });
  const { kind, site: chosen } = form.values;
  const site = sites.find(({ id }) => id === chosen);
  const question = params.get("question");
  const isAnswer = kind === "shortAnswer";
  const add = useSave(
    (values: typeof form.values) =>
      ask(
        api.POST("/api/v1/articles", {
          body: {
            kind: values.kind,
            site: values.site,
            section: isAnswer ? undefined : (values.section ?? undefined),
            audience: isAnswer ? "agents" : "everyone",
            language: values.language,
            shortcut: isAnswer ? values.shortcut : undefined,
            content: { title: values.title, questions: question ? [question] : [] },
          },
        }),
      ),
    {
      refresh: ["articles", "sections", "answers"],
      form,
      quiet: true,
      onDone: (article) =>
        navigate(`/knowledge/articles/${article.id}?language=${article.original}`, { replace: true }),
    },
  );
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Stack gap="lg">
        <Stack gap="xs">
          <SegmentedControl
            aria-label={t("knowledge.filter.kind")}
            orientation="vertical"
            hiddenFrom="xs"
            data={kinds.map((value) => ({ value, label: t(`knowledge.kind.${value}`) }))}
            {...form.getInputProps("kind")}
          />
          <SegmentedControl
            aria-label={t("knowledge.filter.kind")}
            visibleFrom="xs"
            fullWidth
            data={kinds.map((value) => ({ value, label: t(`knowledge.kind.${value}`) }))}
            {...form.getInputProps("kind")}
          />
          <Text size="xs" c="dimmed">
            {t(`knowledge.kind.${kind}.means`)}
          </Text>
        </Stack>
        <TextInput
          label={t("knowledge.title")}
          required
          data-autofocus
          {...form.getInputProps("title")}
          error={form.errors.title ?? form.errors["content.title"]}
        />
        {isAnswer && (
          <TextInput
            label={t("answers.shortcut")}
            description={t("answers.shortcut.help")}
            leftSection="/"
            required
            {...form.getInputProps("shortcut")}
          />
        )}
        {sites.length > 1 && (
          <Select
            label={t("field.site")}
            allowDeselect={false}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("site")}
          />
        )}
        <Select
          label={t("knowledge.firstLanguage")}
          description={t("knowledge.firstLanguage.help")}
          allowDeselect={false}
          data={(site?.languages ?? []).map((code) => ({ value: code, label: languageName(code, language) }))}
          {...form.getInputProps("language")}
        />
        {!isAnswer && (
          <Select
            label={t("knowledge.section")}
            clearable
            data={inOrder(treeOf(sections.filter((section) => section.site === chosen))).map(
              ({ section, depth }) => ({
                value: section.id,
                label: `${"– ".repeat(depth)}${sectionName(section, language)}`,
              }),
            )}
            {...form.getInputProps("section")}
          />
        )}
        <Button type="submit" loading={add.isPending}>
          {t("knowledge.begin")}
        </Button>
      </Stack>
    </form>
  );
}
