import { Stack } from "@mantine/core";
import { IconZoomQuestion } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { soughtQuery } from "../knowledgeQueries";
import { Deflected } from "./Deflected";
import { DidItHelp } from "./DidItHelp";
import { InVain } from "./InVain";
import { MostSought } from "./MostSought";
import { ScopeChoice } from "./ScopeChoice";
import { useScope } from "./useScope";

/** What visitors read, what they sought and did not find, and whether it helped. */
export function SoughtPage() {
  const { t } = useWords();
  const scope = useScope();
  const sought = useQuery(soughtQuery(scope.site, scope.language));
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("knowledge.page.sought")} action={<ScopeChoice {...scope} />}>
        {t("sought.intro")}
      </PageHead>
      <Loaded query={sought}>
        {({ inVain, mostSought, helped }) =>
          inVain.length + mostSought.length + helped.length === 0 ? (
            <EmptyPage icon={<IconZoomQuestion size={32} />} title={t("sought.empty.title")}>
              {t("sought.empty")}
            </EmptyPage>
          ) : (
            <Stack gap="lg" maw={960}>
              <InVain searches={inVain} site={scope.site ?? ""} />
              <DidItHelp articles={helped} />
              <Deflected site={scope.site} of={scope.language} />
              <MostSought articles={mostSought} />
            </Stack>
          )
        }
      </Loaded>
    </div>
  );
}
