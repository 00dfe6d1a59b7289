import type { Plan } from "@kanal/api";
import { Title } from "@mantine/core";
import { useMemo } from "react";
import { useWords } from "../../words/useWords";
import { StaffChart } from "../chart/StaffChart";
import { StaffLegend } from "../chart/StaffLegend";
import page from "../PlanningRoom.module.css";
import { timed, visible } from "../plan/timed";

/** Who would be needed and who would be there. */
export function ThenChart({ then }: { then: Plan }) {
  const { t } = useWords();
  const slots = useMemo(() => visible(timed(then)), [then]);
  return (
    <figure className={page.figure}>
      <Title order={3} size="h5" component="figcaption">
        {t("planning.whatIf.chart")}
      </Title>
      <StaffLegend />
      <StaffChart
        label={t("planning.chart.people.means", { count: then.totals.shortSlots })}
        slots={slots}
        height={160}
      />
    </figure>
  );
}
