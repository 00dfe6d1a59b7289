import { Button, Group, Select } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Section } from "../../parts/Section";
import { sitesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";

/** The browser itself fetches it: it says how far it is, and can be stopped there. */
export function TakeOut() {
  const { t } = useWords();
  const sites = useQuery(sitesQuery).data ?? [];
  const [site, setSite] = useState<string | null>(null);
  return (
    <Section title={t("export.title")} intro={t("export.intro")}>
      <Group align="flex-end">
        {sites.length > 1 && (
          <Select
            label={t("field.site")}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t("knowledge.everySite")}
            clearable
            value={site}
            onChange={setSite}
          />
        )}
        <Button
          component="a"
          variant="default"
          href={`/api/v1/articles/export${site ? `?site=${site}` : ""}`}
          download
          leftSection={<IconDownload size={16} />}
        >
          {t("export.do")}
        </Button>
      </Group>
    </Section>
  );
}
