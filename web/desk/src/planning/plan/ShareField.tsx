import type { PlanningQueue } from "@kanal/api";
import { useState } from "react";
import { PercentField } from "../../strategy/parts/PercentField";
import { useWords } from "../../words/useWords";

interface Props {
  name: "shrinkage" | "quantile";
  value: number;
  min: number;
  max: number;
  onChange: (change: Partial<PlanningQueue>) => void;
}

/** A share that planning assumes: saved as it is left. */
export function ShareField({ name, value, min, max, onChange }: Props) {
  const { t } = useWords();
  const [said, setSaid] = useState<number | null>(value);
  return (
    <PercentField
      label={t(`planning.${name}`)}
      description={t(`planning.${name}.means`)}
      w="100%"
      maw={320}
      min={min}
      max={max}
      value={said}
      onChange={setSaid}
      onBlur={() => said !== null && said !== value && onChange({ [name]: said })}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
