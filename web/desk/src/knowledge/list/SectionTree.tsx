import type { Section, Site } from "@kanal/api";
import { Select, Stack, Text, UnstyledButton } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { type Branch, sectionName, treeOf } from "../sections/tree";
import classes from "./ArticlesPage.module.css";
import { useFilters } from "./useFilters";

export function SectionTree({ sections, sites }: { sections: Section[]; sites: Site[] }) {
  const { t, language } = useWords();
  const { filter, choose } = useFilters();

  const entry = (id: string | null, name: string, count?: number) => (
    <UnstyledButton
      className={classes.section}
      aria-current={(filter.section ?? null) === id ? "true" : undefined}
      onClick={() => choose({ section: id })}
    >
      <span>{name}</span>
      {count !== undefined && (
        <Text span size="xs" c="dimmed" aria-label={t("knowledge.count", { count })}>
          {count}
        </Text>
      )}
    </UnstyledButton>
  );
  const branches = (all: Branch[]) => (
    <ul className={classes.branch}>
      {all.map(({ section, children }) => (
        <li key={section.id}>
          {entry(section.id, sectionName(section, language), section.articles ?? 0)}
          {children.length > 0 && branches(children)}
        </li>
      ))}
    </ul>
  );

  return (
    <Stack gap="sm">
      {sites.length > 1 && (
        <Select
          aria-label={t("field.site")}
          placeholder={t("knowledge.everySite")}
          clearable
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.site ?? null}
          onChange={(site) => choose({ site, section: null })}
        />
      )}
      {entry(null, t("knowledge.allSections"))}
      {branches(treeOf(sections))}
    </Stack>
  );
}
