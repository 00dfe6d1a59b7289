import type { Article, ArticleText } from "@kanal/api";
import { Button, Divider, Drawer, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { audiences } from "../kinds";
import { sectionsQuery } from "../knowledgeQueries";
import { inOrder, sectionName, treeOf } from "../sections/tree";
import { RemoveText } from "./RemoveText";
import type { TextInHand } from "./useText";

interface Props {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
  onClose: () => void;
}

/** Where an article stands and whom it is for, and how it goes away. */
export function PlaceDrawer({ article, text, inHand, onClose }: Props) {
  const { t, language } = useWords();
  const sections = (useQuery(sectionsQuery).data ?? []).filter(({ site }) => site === article.site);
  const isAnswer = article.kind === "shortAnswer";
  const form = useForm({
    initialValues: {
      section: article.section ?? null,
      audience: article.audience as string,
      specialists: article.specialists ?? "",
    },
  });
  const save = useSave(
    (values: typeof form.values) =>
      ask(
        api.PUT("/api/v1/articles/{id}", {
          params: { path: { id: article.id } },
          body: {
            section: values.section ?? undefined,
            audience: values.audience as Article["audience"],
            specialists: values.specialists.trim() || undefined,
            version: article.version,
          },
        }),
      ),
    { refresh: ["articles", "sections"], form, onDone: onClose },
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t("knowledge.place")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack gap="lg">
        {isAnswer ? (
          <Text c="dimmed">{t("knowledge.place.answer")}</Text>
        ) : (
          <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
            <Stack gap="lg">
              <Select
                label={t("knowledge.section")}
                clearable
                data={inOrder(treeOf(sections)).map(({ section, depth }) => ({
                  value: section.id,
                  label: `${"– ".repeat(depth)}${sectionName(section, language)}`,
                }))}
                {...form.getInputProps("section")}
              />
              <Select
                label={t("knowledge.filter.audience")}
                description={t("knowledge.audience.help")}
                allowDeselect={false}
                data={audiences.map((value) => ({ value, label: t(`knowledge.audience.${value}`) }))}
                {...form.getInputProps("audience")}
              />
              <TextInput
                type="url"
                label={t("knowledge.specialists")}
                description={t("knowledge.specialists.help")}
                placeholder="https://"
                {...form.getInputProps("specialists")}
              />
              <Group>
                <Button type="submit" loading={save.isPending}>
                  {t("save")}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
        <Divider />
        <RemoveText article={article} text={text} inHand={inHand} onDone={onClose} />
      </Stack>
    </Drawer>
  );
}
