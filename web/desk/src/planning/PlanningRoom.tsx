import { IconCalendarStats } from "@tabler/icons-react";
import { Navigate, useParams } from "react-router";
import { EmptyPage } from "../parts/EmptyPage";
import { Loaded } from "../parts/Loaded";
import classes from "../parts/Room.module.css";
import { mayPlan } from "../shell/rooms";
import { useMe } from "../shell/useSession";
import { useNow } from "../words/useNow";
import { useWords } from "../words/useWords";
import { AdvicePage } from "./advice/AdvicePage";
import { todayIn } from "./dates";
import { FactorPage } from "./factor/FactorPage";
import { NoLines } from "./NoLines";
import { PlanningContext } from "./PlanningContext";
import { PlanningHead } from "./PlanningHead";
import { PlanPage } from "./plan/PlanPage";
import { ShiftsPage } from "./shifts/ShiftsPage";
import { type Tab, tabs } from "./tabs";
import { useLine } from "./useLine";
import { WhatIfPage } from "./whatif/WhatIfPage";

const pages: Record<Tab, () => React.ReactNode> = {
  plan: () => <PlanPage />,
  shifts: () => <ShiftsPage />,
  factor: () => <FactorPage />,
  advice: () => <AdvicePage />,
  "what-if": () => <WhatIfPage />,
};

/** How much will come, who is needed for it, and who is there. */
export function PlanningRoom() {
  const { t } = useWords();
  const { page } = useParams();
  const { role } = useMe();
  const { sites, site, lines, line } = useLine();
  const now = useNow();
  const tab = tabs.find((each) => each === page);
  if (!mayPlan(role)) return <Navigate to="/conversations" replace />;
  if (!tab) return <Navigate to={{ pathname: "/planning/plan", search: location.search }} replace />;
  return (
    <div className={classes.room}>
      <PlanningHead tab={tab} />
      <div className={classes.page}>
        <Loaded query={sites}>
          {() =>
            site ? (
              <Loaded query={lines}>
                {() =>
                  line ? (
                    <PlanningContext
                      value={{
                        site,
                        line,
                        at: { site: site.id, queue: line.queue, channel: line.channel },
                        today: todayIn(site.timeZone, now),
                      }}
                    >
                      {pages[tab]()}
                    </PlanningContext>
                  ) : (
                    <NoLines />
                  )
                }
              </Loaded>
            ) : (
              <EmptyPage icon={<IconCalendarStats size={32} />} title={t("planning.noSite.title")}>
                {t("planning.noSite")}
              </EmptyPage>
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
