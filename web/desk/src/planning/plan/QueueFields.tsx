import type { Plan, PlanningQueue } from "@kanal/api";
import { Switch } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { number } from "../parts/figures";
import classes from "./Assumptions.module.css";
import { ShareField } from "./ShareField";
import { useChangeQueue } from "./useChangeQueue";

/** Shrinkage, for how busy a day to plan, and whether the team's own factor is used: saved as they are left. */
export function QueueFields({ queue, factor }: { queue: PlanningQueue; factor: Plan["factor"] }) {
  const { t, language } = useWords();
  const change = useChangeQueue(queue);
  return (
    <div className={classes.fields}>
      <ShareField name="shrinkage" value={queue.shrinkage} min={0} max={80} onChange={change.mutate} />
      <ShareField name="quantile" value={queue.quantile} min={50} max={95} onChange={change.mutate} />
      <Switch
        label={t("planning.usesFactor")}
        description={
          factor.reason ?? t("planning.usesFactor.means", { factor: number(factor.value, language, 2) })
        }
        checked={queue.usesFactor}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ usesFactor: event.currentTarget.checked })}
      />
    </div>
  );
}
