import type { RunSlot } from "@kanal/api";
import { Group, SegmentedControl, Title } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { HalfHourChart } from "./HalfHourChart";
import { HalfHourTable } from "./HalfHourTable";
import { halfHoursOf, measures, type SlotMeasure } from "./halfHour";

interface Props {
  slots: readonly RunSlot[];
  one: string;
  other: string;
}

/** When in the day they differ, as a picture or as a table. */
export function HalfHours({ slots, ...names }: Props) {
  const { t } = useWords();
  const [measure, setMeasure] = useState<SlotMeasure>("contacts");
  const [as, setAs] = useState<"chart" | "table">("chart");
  const its = { measure, halfHours: halfHoursOf(slots, measure), ...names };
  const word = (each: SlotMeasure) => t(`strategy.run.key.${each}`);
  return (
    <section aria-labelledby="run-half-hours">
      <Group justify="space-between" mb="xs">
        <Title order={3} id="run-half-hours">
          {t("strategy.run.halfHours")}
        </Title>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t("strategy.run.measure")}
            value={measure}
            data={measures.map((each) => ({ value: each, label: word(each) }))}
            onChange={setMeasure}
          />
          <SegmentedControl
            size="xs"
            aria-label={t("planning.as")}
            value={as}
            data={[
              { value: "chart", label: t("planning.as.chart") },
              { value: "table", label: t("planning.as.table") },
            ]}
            onChange={setAs}
          />
        </Group>
      </Group>
      {as === "chart" ? <HalfHourChart {...its} /> : <HalfHourTable {...its} />}
    </section>
  );
}
