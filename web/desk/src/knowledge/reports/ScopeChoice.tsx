import { Group, Select } from "@mantine/core";
import { languageName } from "../../conversations/person/facts";
import { useWords } from "../../words/useWords";
import type { Scope } from "./useScope";

export function ScopeChoice({ sites, languages, site, language: of, choose }: Scope) {
  const { t, language } = useWords();
  return (
    <Group gap="sm">
      {sites.length > 1 && (
        <Select
          aria-label={t("field.site")}
          allowDeselect={false}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={site ?? null}
          onChange={(value) => choose("site", value)}
        />
      )}
      <Select
        aria-label={t("knowledge.filter.language")}
        allowDeselect={false}
        data={languages.map((code) => ({ value: code, label: languageName(code, language) }))}
        value={of ?? null}
        onChange={(value) => choose("language", value)}
      />
    </Group>
  );
}
