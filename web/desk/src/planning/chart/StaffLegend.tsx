import { useWords } from "../../words/useWords";
import { Legend } from "./Legend";

/** What the marks of a chart of people mean. */
export function StaffLegend() {
  const { t } = useWords();
  return (
    <Legend
      marks={[
        { mark: "planned", text: t("planning.legend.planned") },
        { mark: "scheduled", text: t("planning.legend.scheduled") },
        { mark: "required", text: t("planning.legend.required") },
        { mark: "short", text: t("planning.legend.short") },
      ]}
    />
  );
}
