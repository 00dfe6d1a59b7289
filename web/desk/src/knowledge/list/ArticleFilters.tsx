import type { Section, Site } from "@kanal/api";
import { Box, Button, Checkbox, Group, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { useWords } from "../../words/useWords";
import { audiences, kinds, states } from "../kinds";
import { inOrder, sectionName, treeOf } from "../sections/tree";
import { useMayWrite } from "../useMayWrite";
import classes from "./ArticlesPage.module.css";
import { useFilters } from "./useFilters";

export function ArticleFilters({ sections, sites }: { sections: Section[]; sites: Site[] }) {
  const { t, language } = useWords();
  const { filter, choose, search: params } = useFilters();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([["/", () => field.current?.focus()]]);
  const search = useDebouncedCallback((q: string) => choose({ q }), 250);
  const [typed, setTyped] = useState(filter.q ?? "");
  const [seen, setSeen] = useState(filter.q);
  // "Show all" empties the field too; what is being typed is never written over.
  if (filter.q !== seen) {
    setSeen(filter.q);
    if (!filter.q) setTyped("");
  }
  const languages = [...new Set(sites.flatMap((site) => site.languages))];

  const choice = (
    name: "kind" | "state" | "language" | "audience" | "section",
    all: { value: string; label: string }[],
  ) => (
    <Select
      className={classes.choice}
      aria-label={t(`knowledge.filter.${name}`)}
      placeholder={t(`knowledge.filter.${name}`)}
      data={all}
      clearable
      value={filter[name] ?? null}
      onChange={(value) => choose({ [name]: value })}
    />
  );

  return (
    <Stack gap="sm" className={classes.filters}>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          ref={field}
          className={classes.search}
          type="search"
          value={typed}
          aria-label={t("knowledge.search")}
          placeholder={t("knowledge.search")}
          leftSection={<IconSearch size={16} />}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            search(event.currentTarget.value.trim());
          }}
        />
        {mayWrite && (
          <Button
            flex="none"
            leftSection={<IconPlus size={16} />}
            onClick={() => navigate({ search: addNew(params) }, { replace: true })}
          >
            {t("knowledge.new")}
          </Button>
        )}
      </Group>
      <Group gap="sm">
        <Box className={classes.onlyNarrow} flex="1 1 130px">
          {choice(
            "section",
            inOrder(treeOf(sections)).map(({ section, depth }) => ({
              value: section.id,
              label: `${"– ".repeat(depth)}${sectionName(section, language)}`,
            })),
          )}
        </Box>
        {choice(
          "kind",
          kinds.map((value) => ({ value, label: t(`knowledge.kind.${value}`) })),
        )}
        {choice(
          "state",
          states.map((value) => ({ value, label: t(`knowledge.state.${value}`) })),
        )}
        {choice(
          "language",
          languages.map((value) => ({ value, label: languageName(value, language) })),
        )}
        {choice(
          "audience",
          audiences.map((value) => ({ value, label: t(`knowledge.audience.${value}`) })),
        )}
        <Checkbox
          label={t("knowledge.stale")}
          checked={filter.stale ?? false}
          onChange={(event) => choose({ stale: event.currentTarget.checked ? "true" : null })}
        />
      </Group>
    </Stack>
  );
}

function addNew(search: string): string {
  const params = new URLSearchParams(search);
  params.set("new", "article");
  return params.toString();
}
