import { Text, Title } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { MenuView } from "../trying/MenuView";
import type { Today as TodayMenu } from "./decisions";

/** The same question to the version that is live now. */
export function Today({ today }: { today: TodayMenu }) {
  const { t } = useWords();
  return (
    <div>
      <Title order={3} mb="xs">
        {t("strategy.why.today")}
      </Title>
      {today.same ? (
        <Text>{t("strategy.why.today.same")}</Text>
      ) : (
        <>
          {today.rule && <Text mb="xs">{t("strategy.why.byRule", { rule: today.rule.name })}</Text>}
          <MenuView decision={today.decision} />
        </>
      )}
    </div>
  );
}
