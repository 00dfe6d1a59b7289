import { Stack } from "@mantine/core";
import { IconArrowsJoin2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { overlapsQuery } from "../knowledgeQueries";
import { OverlapCard } from "./OverlapCard";
import { ScopeChoice } from "./ScopeChoice";
import { useScope } from "./useScope";

/** Articles whose questions overlap: they say the same twice, or they say two things. */
export function OverlapsPage() {
  const { t } = useWords();
  const scope = useScope();
  const overlaps = useQuery(overlapsQuery(scope.site, scope.language));
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("knowledge.page.overlaps")} action={<ScopeChoice {...scope} />}>
        {t("overlaps.intro")}
      </PageHead>
      <Loaded query={overlaps}>
        {(all) =>
          all.length === 0 ? (
            <EmptyPage icon={<IconArrowsJoin2 size={32} />} title={t("overlaps.empty.title")}>
              {t("overlaps.empty")}
            </EmptyPage>
          ) : (
            <Stack gap="md" maw={860} component="ul" p={0} m={0} style={{ listStyle: "none" }}>
              {all.map((overlap) => (
                <OverlapCard
                  key={`${overlap.first.id}.${overlap.second.id}.${overlap.language}`}
                  overlap={overlap}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </div>
  );
}
