import type { Plan } from "@kanal/api";
import { Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { share } from "../parts/figures";

/** How far off the forecast was on days that are over. */
export function ForecastQuality({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const { ready, wape, naiveWape, history } = plan.forecast;
  if (!ready) return null;
  return (
    <>
      <Text>{t("planning.history", { count: history })}</Text>
      {wape != null && (
        <Text>
          {naiveWape == null
            ? t("planning.wape", { wape: share(wape, language, 1) })
            : t("planning.wape.naive", {
                wape: share(wape, language, 1),
                naive: share(naiveWape, language, 1),
              })}
        </Text>
      )}
    </>
  );
}
