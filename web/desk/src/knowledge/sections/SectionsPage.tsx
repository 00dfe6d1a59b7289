import { Box, Button, Stack } from "@mantine/core";
import { IconFolder, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { sitesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { sectionsQuery } from "../knowledgeQueries";
import { SectionDrawer } from "./SectionDrawer";
import { SectionsOfSite } from "./SectionsOfSite";

export function SectionsPage() {
  const { t } = useWords();
  const sections = useQuery(sectionsQuery);
  const sites = useQuery(sitesQuery).data ?? [];
  const [edited, setEdited] = useState<string | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={16} />}
      disabled={sites.length === 0}
      onClick={() => setEdited("new")}
    >
      {t("sections.add")}
    </Button>
  );
  return (
    <Box className={classes.scrolled}>
      <PageHead title={t("knowledge.page.sections")} action={add}>
        {t("sections.intro")}
      </PageHead>
      <Loaded query={sections}>
        {(all) => (
          <>
            {all.length === 0 && (
              <EmptyPage icon={<IconFolder size={32} />} title={t("sections.empty.title")}>
                {t("sections.empty")}
              </EmptyPage>
            )}
            <Stack gap="lg">
              {sites.map((site) => (
                <SectionsOfSite
                  key={site.id}
                  site={site}
                  named={sites.length > 1}
                  sections={all.filter((section) => section.site === site.id)}
                  onEdit={setEdited}
                />
              ))}
            </Stack>
            {edited && (
              <SectionDrawer
                key={edited}
                section={all.find(({ id }) => id === edited)}
                sections={all}
                sites={sites}
                onClose={() => setEdited(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </Box>
  );
}
