import { Stack } from "@mantine/core";
import { IconTool } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { upkeepQuery } from "../knowledgeQueries";
import { ScopeChoice } from "../reports/ScopeChoice";
import { useScope } from "../reports/useScope";
import { Aged } from "./Aged";
import { Disputed } from "./Disputed";
import { Misleading } from "./Misleading";

/** Articles that need an editor, and why. */
export function UpkeepPage() {
  const { t } = useWords();
  const scope = useScope();
  const upkeep = useQuery(upkeepQuery(scope.site, scope.language));
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("knowledge.page.upkeep")} action={<ScopeChoice {...scope} />}>
        {t("upkeep.intro")}
      </PageHead>
      <Loaded query={upkeep}>
        {(report) =>
          report.published === 0 ? (
            <EmptyPage icon={<IconTool size={32} />} title={t("upkeep.empty.title")}>
              {t("upkeep.empty")}
            </EmptyPage>
          ) : (
            <Stack gap="lg" maw={960}>
              <Disputed report={report} />
              <Misleading report={report} />
              <Aged report={report} />
            </Stack>
          )
        }
      </Loaded>
    </div>
  );
}
