import type { Section, Site } from "@kanal/api";
import { ActionIcon, Anchor, Group, Paper, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "react-router";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { type Branch, inOrder, sectionName, treeOf } from "./tree";

interface Props {
  site: Site;
  /** Whether there are several sites. */
  named: boolean;
  sections: Section[];
  onEdit: (id: string) => void;
}

const put = ({ id, site, parent, texts }: Section, position: number) =>
  ask(
    api.PUT("/api/v1/sections/{id}", {
      params: { path: { id } },
      body: { site, parent: parent ?? undefined, texts, position },
    }),
  );

export function SectionsOfSite({ site, named, sections, onEdit }: Props) {
  const { t, language } = useWords();
  const quietly = { refresh: ["sections"], quiet: true };
  const tree = treeOf(sections);
  const remove = useSave(
    (id: string) => ask(api.DELETE("/api/v1/sections/{id}", { params: { path: { id } } })),
    quietly,
  );
  // All get new places: two that had the same one could not be told apart.
  const move = useSave(async ({ siblings, from, to }: { siblings: Branch[]; from: number; to: number }) => {
    const next = siblings.map(({ section }) => section);
    next.splice(to, 0, ...next.splice(from, 1));
    for (const [position, section] of next.entries())
      if (section.position !== position) await put(section, position);
  }, quietly);
  if (sections.length === 0) return null;
  return (
    <Paper withBorder p="md" maw={760}>
      {named && (
        <Title order={2} mb="sm">
          {site.name}
        </Title>
      )}
      <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: "none" }}>
        {inOrder(tree).map(({ section, depth }) => {
          const siblings = siblingsOf(tree, section);
          const at = siblings.findIndex((branch) => branch.section === section);
          const name = sectionName(section, language);
          const count = section.articles ?? 0;
          return (
            <Group key={section.id} component="li" gap="xs" wrap="nowrap" pl={depth * 24}>
              <UnstyledButton fw={600} c="var(--accent)" onClick={() => onEdit(section.id)}>
                {name}
              </UnstyledButton>
              <Text span size="xs" c="dimmed" flex={1}>
                <Anchor inherit component={Link} to={`/knowledge/articles?section=${section.id}`}>
                  {t("knowledge.count", { count })}
                </Anchor>
                {missingIn(section, site).length > 0 &&
                  ` · ${t("sections.missing", { languages: missingIn(section, site).join(", ").toUpperCase() })}`}
              </Text>
              <ActionIcon
                disabled={at === 0 || move.isPending}
                aria-label={t("topics.up", { name })}
                onClick={() => move.mutate({ siblings, from: at, to: at - 1 })}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                disabled={at === siblings.length - 1 || move.isPending}
                aria-label={t("topics.down", { name })}
                onClick={() => move.mutate({ siblings, from: at, to: at + 1 })}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <DeleteButton
                name={name}
                loses={t("sections.delete", { name })}
                onDelete={() => remove.mutate(section.id)}
              />
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}

const missingIn = ({ texts }: Section, site: Site) => site.languages.filter((code) => !texts[code]);

const siblingsOf = (tree: Branch[], section: Section): Branch[] =>
  tree.some((branch) => branch.section === section)
    ? tree
    : tree.flatMap((branch) => siblingsOf(branch.children, section));
