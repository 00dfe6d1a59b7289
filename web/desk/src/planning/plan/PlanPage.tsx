import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { usePlanned } from "../PlanningContext";
import classes from "../PlanningRoom.module.css";
import { DayBar } from "../parts/DayBar";
import { planQuery } from "../planningQueries";
import { usePlace } from "../usePlace";
import { Assumptions } from "./Assumptions";
import { PlanCharts } from "./PlanCharts";
import { PlanNotes } from "./PlanNotes";
import { PlanTable } from "./PlanTable";
import { TotalsRow } from "./TotalsRow";

/** What is expected, who it takes, who is there; what came beside it. */
export function PlanPage() {
  const { t } = useWords();
  const { at, today } = usePlanned();
  const { span, params, set } = usePlace(today);
  const query = useQuery(planQuery(at, span));
  const asTable = params.get("as") === "table";
  return (
    <div className={classes.scrolled}>
      <DayBar today={today}>
        <SegmentedControl
          aria-label={t("planning.as")}
          value={asTable ? "table" : "chart"}
          data={[
            { value: "chart", label: t("planning.as.chart") },
            { value: "table", label: t("planning.as.table") },
          ]}
          onChange={(next) => set({ as: next === "table" ? next : null })}
        />
      </DayBar>
      <Loaded query={query}>
        {(plan) => (
          <div
            className={`${classes.stack} ${query.isPlaceholderData ? classes.stale : ""}`}
            aria-busy={query.isPlaceholderData}
          >
            <PlanNotes plan={plan} />
            <TotalsRow plan={plan} />
            {asTable ? <PlanTable plan={plan} /> : <PlanCharts plan={plan} />}
            <Assumptions plan={plan} />
          </div>
        )}
      </Loaded>
    </div>
  );
}
