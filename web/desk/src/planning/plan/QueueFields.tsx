import type { Plan, PlanningQueue } from "@kanal/api";
import { Switch } from "@mantine/core";
import { useState } from "react";
import { PercentField } from "../../strategy/parts/PercentField";
import { useWords } from "../../words/useWords";
import { number } from "../parts/figures";
import classes from "./Assumptions.module.css";
import { useChangeQueue } from "./useChangeQueue";

/** Shrinkage, for how busy a day to plan, and whether the team's own factor is used: saved as they are left. */
export function QueueFields({ queue, factor }: { queue: PlanningQueue; factor: Plan["factor"] }) {
  const { t, language } = useWords();
  const change = useChangeQueue(queue);
  const [shrinkage, setShrinkage] = useState<number | null>(queue.shrinkage);
  const [quantile, setQuantile] = useState<number | null>(queue.quantile);
  const save = (name: "shrinkage" | "quantile", value: number | null) => {
    if (value !== null && value !== queue[name]) change.mutate({ [name]: value });
  };
  const keep = (event: React.KeyboardEvent<HTMLInputElement>) =>
    event.key === "Enter" && event.currentTarget.blur();
  return (
    <div className={classes.fields}>
      <PercentField
        label={t("planning.shrinkage")}
        description={t("planning.shrinkage.means")}
        w="100%"
        maw={320}
        min={0}
        max={80}
        value={shrinkage}
        onChange={setShrinkage}
        onBlur={() => save("shrinkage", shrinkage)}
        onKeyDown={keep}
      />
      <PercentField
        label={t("planning.quantile")}
        description={t("planning.quantile.means")}
        w="100%"
        maw={320}
        min={50}
        max={95}
        value={quantile}
        onChange={setQuantile}
        onBlur={() => save("quantile", quantile)}
        onKeyDown={keep}
      />
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
