import { IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams } from "react-router";
import { EmptyPage } from "../parts/EmptyPage";
import { Loaded } from "../parts/Loaded";
import classes from "../parts/Room.module.css";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { OpenStrategy } from "./draft/OpenStrategy";
import { ExperimentsPage } from "./experiments/ExperimentsPage";
import { FactsPage } from "./facts/FactsPage";
import { InvitationsPage } from "./invitations/InvitationsPage";
import { RulesPage } from "./rules/RulesPage";
import { StrategyTabs } from "./StrategyTabs";
import { SimulatePage } from "./simulating/SimulatePage";
import { factsQuery, strategyQuery } from "./strategyQueries";
import { type Tab, tabsFor } from "./tabs";
import { TryPage } from "./trying/TryPage";
import { useSite } from "./useSite";
import { VersionsPage } from "./versions/VersionsPage";

const pages: Record<Tab, () => React.ReactNode> = {
  rules: () => <RulesPage />,
  try: () => <TryPage />,
  simulate: () => <SimulatePage />,
  invitations: () => <InvitationsPage />,
  experiments: () => <ExperimentsPage />,
  versions: () => <VersionsPage />,
  facts: () => <FactsPage />,
};

/** Which ways of contact, for whom, when, and why. */
export function StrategyRoom() {
  const { t } = useWords();
  const { page } = useParams();
  const { query, site } = useSite();
  const strategy = useQuery({ ...strategyQuery(site?.id ?? ""), enabled: site !== undefined });
  const facts = useQuery({ ...factsQuery(site?.id ?? ""), enabled: site !== undefined });
  const tab = tabsFor(useMe().role).find((each) => each === page);
  if (!tab) return <Navigate to={{ pathname: "/strategy/rules", search: location.search }} replace />;
  return (
    <div className={classes.room}>
      <StrategyTabs />
      <div className={classes.page}>
        <Loaded query={query}>
          {() =>
            site ? (
              <Loaded query={strategy}>
                {(its) => (
                  <Loaded query={facts}>
                    {(catalogue) => (
                      <OpenStrategy key={site.id} site={site} strategy={its} facts={catalogue}>
                        {pages[tab]()}
                      </OpenStrategy>
                    )}
                  </Loaded>
                )}
              </Loaded>
            ) : (
              <EmptyPage icon={<IconRoute size={32} />} title={t("strategy.noSite.title")}>
                {t("strategy.noSite")}
              </EmptyPage>
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
